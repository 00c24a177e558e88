/**
 * Half a year of an owner, from `init` to packages in use: no edit is lost, nothing stops without
 * naming the command that goes on, and no call changes its meaning. Each step goes on where the one
 * before it ended.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../packages/support/apis.js";
import { answer, listen, type Loopback } from "../packages/support/loopback.js";
import { run, succeed } from "../packages/support/run.js";
import { callerOf, printed, requests } from "./support/callers.js";
import { changes, firstDocument, type Change } from "./support/documents.js";
import { commandWith } from "../support/readme.js";
import type { Repository } from "./support/repository.js";
import { makeScratch, type Scratch } from "./support/scratch.js";

const name = "@roomly/sdk";
let scratch: Scratch;
let server: Loopback;
let repository: Repository;

beforeAll(async () => {
  server = await listen(({ method, url }, response) => {
    if (method === "DELETE") answer(response, 204);
    else if (method === "POST") answer(response, 201, { id: "b1" });
    else if (url.startsWith("/rooms?"))
      answer(response, 200, [{ id: "r1", kind: "single" }]);
    else answer(response, 200, { id: "r 1", kind: "single" });
  });
  scratch = await makeScratch();
  repository = await scratch.makeRepository("roomly");
  repository.write("openapi.yaml", firstDocument);
  repository.write(
    "package.json",
    `${JSON.stringify({ name: "roomly", private: true, devDependencies: { sdkwright: "*" } }, undefined, 2)}\n`,
  );
  repository.write(".gitignore", "node_modules/\n");
  await repository.succeed("npm", "install");
});

afterAll(() => {
  server.close();
  scratch.close();
});

/** `generate` and then `check`, which both have to say that all is well; returns what the first says. */
const regenerate = async (): Promise<string> => {
  const generated = await repository.sdkwright("generate");
  expect(generated, generated.err).toMatchObject({ code: 0 });
  const checked = await repository.sdkwright("check");
  expect(checked, checked.out + checked.err).toMatchObject({ code: 0 });
  return generated.out + generated.err;
};

/** The application of the first release still compiles, and its requests are the same. */
const expectCallsToWork = async (): Promise<void> => {
  await repository.succeed("npm", "run", "build", "--workspace", "sdk");
  repository.write("application/caller.mts", callerOf(name));
  repository.write("application/caller.mjs", callerOf(name));
  await repository.succeed(
    process.execPath,
    join(root, "node_modules/typescript/bin/tsc"),
    ...["--noEmit", "--strict", "--exactOptionalPropertyTypes"],
    ...["--module", "nodenext", "--target", "es2022"],
    ...["--types", "node", "--typeRoots", join(root, "node_modules/@types")],
    "application/caller.mts",
  );
  await expectCaller(repository.path("application/caller.mjs"));
};

const expectCaller = async (file: string): Promise<void> => {
  const before = server.received.length;
  const out = await succeed(
    process.execPath,
    [file, server.url],
    join(file, ".."),
  );
  expect(out).toBe(printed);
  expect(
    server.received
      .slice(before)
      .map(
        ({ method, url, headers, body }) =>
          `${method} ${url} ${String(headers["x-trace"] ?? "-")} ${body || "-"}`,
      ),
  ).toEqual(requests);
};

const version = (): string =>
  (
    JSON.parse(repository.read("sdk/package.json")) as {
      readonly version: string;
    }
  ).version;

/** A change of the document, and everything that is run after it. */
const follow = async (change: Change): Promise<string> => {
  repository.change(change);
  const said = await regenerate();
  await repository.commit(change.title);
  return said;
};

describe("an owner's half year", () => {
  it("begins with init", async () => {
    const { code, out, err } = await repository.sdkwright(
      "init",
      "--yes",
      ...["--name", name, "--license", "MIT", "--output", "sdk"],
      ...["--ci", "github", "--release", "changesets"],
      ...["--repository", "https://github.com/roomly/roomly-typescript"],
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("npm publish --workspace=sdk");
    await repository.succeed("npm", "install");
    await repository.commit("feat: first SDK");
    await regenerate();
    expect(version()).toBe("0.0.0");
    await expectCallsToWork();
  });

  it("has a first version by npm version", async () => {
    await repository.succeed(
      "npm",
      ...["version", "minor", "--workspace", "sdk", "--no-git-tag-version"],
    );
    await regenerate();
    expect(version()).toBe("0.1.0");
    await repository.commit("0.1.0");
    await follow(changes.parameter);
    await expectCallsToWork();
  });

  it("goes on with changesets", async () => {
    repository.write(
      ".changeset/rates.md",
      `---\n"${name}": minor\n---\n\nRates.\n`,
    );
    await follow(changes.operation);
    await repository.succeed("npx", "--no-install", "changeset", "version");
    await regenerate();
    expect(version()).toBe("0.2.0");
    expect(repository.read("sdk/CHANGELOG.md")).toContain("Rates.");
    await repository.commit("0.2.0");
  });

  it("keeps edits of the runtime and of the README", async () => {
    repository.edit(
      "sdk/src/core/retry.ts",
      /^(\/\*\*|\/\/)/m,
      "// Ours: see the wiki.\n/**",
    );
    repository.edit(
      "sdk/README.md",
      /\n## /,
      "\n## Our own words\n\nHello.\n\n## ",
    );
    const said = await regenerate();
    expect(said).toMatch(/sdk\/src\/core\/retry\.ts: your change kept/);
    await repository.commit("our edits");
    await follow(changes.texts);
    await follow(changes.property);
    expectEdits();
    await expectCallsToWork();
  });

  const expectEdits = (): void => {
    expect(repository.read("sdk/src/core/retry.ts")).toContain(
      "// Ours: see the wiki.",
    );
    expect(repository.read("sdk/README.md")).toContain(
      "## Our own words\n\nHello.\n",
    );
  };

  it("takes release-please's edits", async () => {
    repository.edit(
      "sdk/package.json",
      '"version": "0.2.0"',
      '"version": "0.3.0"',
    );
    repository.edit(
      "sdk/CHANGELOG.md",
      "# Changelog\n",
      "# Changelog\n\n## [0.3.0](https://github.com/roomly/roomly-typescript/compare/v0.2.0...v0.3.0)\n\n\n### Features\n\n* beds\n",
    );
    repository.write(".release-please-manifest.json", '{"sdk":"0.3.0"}\n');
    const changelog = repository.read("sdk/CHANGELOG.md");
    await regenerate();
    expect(version()).toBe("0.3.0");
    expect(repository.read("sdk/CHANGELOG.md")).toBe(changelog);
    await repository.commit("chore: release 0.3.0");
  });

  it("keeps names that were released, whatever the document calls them", async () => {
    repository.edit(
      "sdkwright.config.ts",
      /^ *output:/m,
      '  names: "keep",\n  output:',
    );
    await follow(changes.id);
    await follow(changes.title);
    expect(repository.read("sdk/package.json")).toContain(`"name": "${name}"`);
    await expectCallsToWork();
  });

  it("has methods of its own in src/lib", async () => {
    repository.write(
      "sdk/src/lib/index.ts",
      'import type { Roomly } from "../roomly.js";\n\n/** Rooms for two. */\nexport const doubles = async (client: Roomly): Promise<number> =>\n  (await client.rooms.list()).filter(({ kind }) => kind === "double").length;\n',
    );
    await regenerate();
    await repository.commit("feat: doubles");
    await follow(changes.values);
    expect(repository.read("sdk/src/lib/index.ts")).toContain("Rooms for two.");
    await repository.succeed("npm", "run", "build", "--workspace", "sdk");
    const out = await repository.succeed(
      process.execPath,
      "--input-type=module",
      "-e",
      `import { doubles } from ${JSON.stringify(name)}; console.log(typeof doubles);`,
    );
    expect(out).toBe("function\n");
  });

  it("has scripts and dependencies of its own, and semantic-release's edits", async () => {
    await repository.succeed(
      "npm",
      ...["pkg", "set", "scripts.size=du -sb dist", "--workspace", "sdk"],
    );
    await repository.succeed(
      "npm",
      ...["pkg", "set", "dependencies.typescript=^5", "--workspace", "sdk"],
    );
    repository.edit(
      "sdk/package.json",
      '"version": "0.3.0"',
      '"version": "0.4.0"',
    );
    repository.write(
      "sdk/CHANGELOG.md",
      `# [0.4.0](https://github.com/roomly/roomly-typescript/compare/v0.3.0...v0.4.0) (2026-11-29)\n\n${repository.read("sdk/CHANGELOG.md")}`,
    );
    const manifest = repository.read("sdk/package.json");
    await regenerate();
    expect(repository.read("sdk/package.json")).toBe(manifest);
    await repository.commit("chore(release): 0.4.0");
  });

  it("merges branches", async () => {
    await repository.git("switch", "--quiet", "--create", "body");
    await follow(changes.body);
    await follow(changes.keys);
    await repository.git("switch", "--quiet", "main");
    await follow(changes.deprecated);
    await follow(changes.version);
    const merged = await repository.run("git", "merge", "--no-edit", "body");
    // The document merges by itself: the places are far apart.
    expect(repository.read("openapi.yaml")).not.toMatch(/^<{7}/m);
    await regenerate();
    if (merged.code !== 0) await repository.commit("merge body");
    expect(repository.read("openapi.yaml")).toContain("additionalProperties");
    expectEdits();
    await follow(changes.query);
    await follow(changes.removed);
    expectEdits();
    await expectCallsToWork();
  });

  it("is published, and says its version", async () => {
    await repository.succeed("bash", "-c", commandWith("sdkwright check"));
    await repository.succeed("bash", "-c", commandWith("npm publish"));
    expect(scratch.registry.published).toEqual([`${name}@0.4.0`]);
    const before = server.received.length;
    await expectCallsToWork();
    expect(server.received[before]?.headers["user-agent"]).toContain("0.4.0");
  });

  it.each(["module", "commonjs"] as const)(
    "is installed in a project of the type %s",
    async (type) => {
      const folder = join(scratch.folder, type);
      mkdirSync(folder);
      writeFileSync(join(folder, "package.json"), JSON.stringify({ type }));
      await succeed("npm", ["install", name], folder, repository.env);
      const caller = callerOf(name);
      const file = join(folder, type === "module" ? "caller.js" : "caller.cjs");
      writeFileSync(
        file,
        type === "module"
          ? caller
          : caller
              .replace(/^import (.*) from (.*);/m, "const $1 = require($2);")
              .replace(/(const client[^]*)$/, "(async () => {\n$1})();\n"),
      );
      await expectCaller(file);
    },
  );

  it("is bundled into a Vite app", async () => {
    const folder = join(scratch.folder, "module");
    writeFileSync(
      join(folder, "main.js"),
      callerOf(name).replace(
        /const \[.*\n/,
        "const baseURL = globalThis.roomlyURL;\n",
      ),
    );
    writeFileSync(
      join(folder, "index.html"),
      '<script type="module" src="/main.js"></script>\n',
    );
    // Node.js has no `document` to look for what is preloaded.
    writeFileSync(
      join(folder, "vite.config.js"),
      "export default { build: { modulePreload: { polyfill: false } } };\n",
    );
    const { code, err } = await run(
      process.execPath,
      [
        join(root, "node_modules/vite/bin/vite.js"),
        "build",
        "--outDir",
        "site",
      ],
      folder,
    );
    expect({ code, err }).toMatchObject({ code: 0 });
    const page = readFileSync(join(folder, "site/index.html"), "utf8");
    const [, script = ""] = /src="\/(assets\/[^"]+)"/.exec(page) ?? [];
    writeFileSync(
      join(folder, "site.mjs"),
      `globalThis.roomlyURL = process.argv[2];\nawait import("./site/${script}");\n`,
    );
    await expectCaller(join(folder, "site.mjs"));
  });
});
