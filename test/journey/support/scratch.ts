/** A registry and repositories in a scratch folder: npm and git read nothing of this machine's settings. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../packages/support/apis.js";
import { remove, temporaryFolder } from "../../packages/support/run.js";
import { installed } from "../../runtimes/support/install.js";
import { startRegistry, type Registry } from "./registry.js";
import { makeStandIn, Repository } from "./repository.js";

/** The version that `init` installs. */
const changesets = "2.31.1";

export interface Scratch {
  readonly folder: string;
  /** It has sdkwright, changesets and TypeScript. */
  readonly registry: Registry;
  /** An empty git repository. */
  readonly makeRepository: (name: string) => Promise<Repository>;
  close(): void;
}

export const makeScratch = async (): Promise<Scratch> => {
  const folder = temporaryFolder();
  const { version } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  ) as { readonly version: string };
  const changeset = await installed(
    `@changesets/cli@${changesets}`,
    ["@changesets", "cli"],
    /^bin\.js$/,
  );
  const registry = await startRegistry(
    [
      makeStandIn(
        {
          ...{ name: "sdkwright", version },
          bin: { sdkwright: join(root, "dist/cli/main.js") },
          main: join(root, "dist/index.js"),
        },
        join(folder, "sdkwright"),
      ),
      makeStandIn(
        { name: "@changesets/cli", version: changesets, bin: { changeset } },
        join(folder, "changesets"),
      ),
      join(root, "node_modules", "typescript"),
    ],
    folder,
  );
  writeFileSync(
    join(folder, "npmrc"),
    `//${registry.url.slice("http://".length)}/:_authToken=scratch\n`,
  );
  writeFileSync(
    join(folder, "gitconfig"),
    "[user]\nname = Owner\nemail = owner@roomly.example\n[init]\ndefaultBranch = main\n",
  );
  const makeRepository = async (name: string): Promise<Repository> => {
    mkdirSync(join(folder, name));
    const repository = new Repository(join(folder, name), {
      npm_config_registry: registry.url,
      npm_config_audit: "false",
      npm_config_fund: "false",
      npm_config_cache: join(folder, "cache"),
      npm_config_userconfig: join(folder, "npmrc"),
      GIT_CONFIG_GLOBAL: join(folder, "gitconfig"),
      GIT_CONFIG_NOSYSTEM: "1",
      CI: "",
    });
    await repository.git("init", "--quiet");
    return repository;
  };
  const close = (): void => {
    registry.close();
    remove(folder);
  };
  return { folder, registry, makeRepository, close };
};
