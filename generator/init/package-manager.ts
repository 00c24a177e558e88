/**
 * The package manager of the repository, and its commands: those of workflows, of `CONTRIBUTING.md` and
 * of what is left to the owner.
 */
import { readManifest } from "./root-manifest.js";
import type { Surroundings } from "./surroundings.js";

/** `yarn` is Yarn 2 and later, which has other commands than `yarn-1`. */
export type PackageManager = "npm" | "pnpm" | "yarn" | "yarn-1" | "bun";

/** What the field `packageManager` of the manifest names, or else who wrote the lock file. */
export const findPackageManager = (
  surroundings: Surroundings,
): PackageManager => {
  const field = readManifest(surroundings)?.["packageManager"];
  const [, named, major] =
    /^(npm|pnpm|yarn|bun)@(\d+)/.exec(typeof field === "string" ? field : "") ??
    [];
  if (named === "yarn") return Number(major) < 2 ? "yarn-1" : "yarn";
  if (named === "npm" || named === "pnpm" || named === "bun") return named;
  const names = surroundings.list(".");
  const has = (form: RegExp): boolean => names.some((name) => form.test(name));
  if (has(/^pnpm-(?:lock|workspace)\.yaml$/)) return "pnpm";
  if (has(/^yarn\.lock$/)) {
    const isNewer =
      has(/^\.yarnrc\.yml$/) ||
      /^__metadata:/m.test(surroundings.read("yarn.lock") ?? "");
    return isNewer ? "yarn" : "yarn-1";
  }
  return has(/^bun\.lockb?$/) ? "bun" : "npm";
};

/** How its owner calls it, and a shell. */
export const programOf = (manager: PackageManager): string =>
  manager === "yarn-1" ? "yarn" : manager;

/** Folders are words of the shell: `sdk`, `"$SDK"`; undefined at the root. */
export interface ManagerCommands {
  /** Makes the program available where Node.js alone is installed; npm is always there. */
  readonly provide?: string;
  /** Installs what the lock file says, or fails. */
  readonly install: string;
  /** Runs a program of the dependencies, and never fetches one. */
  readonly exec: string;
  /** Runs a script of the root. */
  readonly run: string;
  /** Builds the package in a folder, and runs its tests. */
  readonly test: (folder?: string) => string;
  /** Gives it the first version. */
  readonly version: (version: string, folder?: string) => string;
  /** By npm, which needs no token in a workflow that the registry trusts. */
  readonly publish: (folder?: string) => string;
}

/** For bun there are those of npm, which `init` says. */
export const commandsOf = (manager: PackageManager): ManagerCommands =>
  manager === "bun" ? commands.npm : commands[manager];

const inWorkspace = (command: string, folder: string | undefined): string =>
  folder === undefined ? command : `${command} --workspace=${folder}`;

/** As a relative path, which no option of npm looks like. */
const published = (folder: string | undefined): string =>
  folder === undefined ? "npm publish" : `npm publish ./${folder}`;

/** Not as a workspace: npm would write its own lock file. */
const versioned = (version: string, folder: string | undefined): string =>
  `npm${folder === undefined ? "" : ` --prefix ./${folder}`} version ${version} --no-git-tag-version`;

const yarn = (command: string, folder: string | undefined): string =>
  folder === undefined
    ? `yarn ${command}`
    : `yarn --cwd ./${folder} ${command}`;

const commands = {
  npm: {
    install: "npm ci",
    exec: "npx --no-install",
    run: "npm run",
    test: (folder) => inWorkspace("npm test", folder),
    version: (version, folder) =>
      inWorkspace(`npm version ${version} --no-git-tag-version`, folder),
    publish: (folder) => inWorkspace("npm publish", folder),
  },
  pnpm: {
    provide: "corepack enable",
    install: "pnpm install --frozen-lockfile",
    exec: "pnpm exec",
    run: "pnpm run",
    test: (folder) =>
      folder === undefined ? "pnpm test" : `pnpm --dir ./${folder} test`,
    version: versioned,
    publish: published,
  },
  yarn: {
    provide: "corepack enable",
    install: "yarn install --immutable",
    exec: "yarn run",
    run: "yarn run",
    test: (folder) => yarn("test", folder),
    version: versioned,
    // The build may need Yarn's own resolution of dependencies, which npm does not know.
    publish: (folder) =>
      `${yarn("pack --out package.tgz", folder)} && npm publish ./${folder === undefined ? "" : `${folder}/`}package.tgz`,
  },
  "yarn-1": {
    provide: "corepack enable",
    install: "yarn install --frozen-lockfile",
    // Its own `run` loses options that stand before `--`.
    exec: "npx --no-install",
    run: "yarn run",
    test: (folder) => yarn("test", folder),
    version: versioned,
    publish: published,
  },
} as const satisfies Record<Exclude<PackageManager, "bun">, ManagerCommands>;
