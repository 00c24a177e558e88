/**
 * Runs with real work, each on a folder of its owner's: what is in it, what runs, and what of it is the
 * owner's whatever happens.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { documents } from "./documents.mjs";
import { writeTree } from "./tree.mjs";

const library = await import("../../../dist/index.js");
const { generate, merge, reset } = library;
const { init, updateWorkflows } =
  await import("../../../.compiled/init/init.js");

const files = (document) => ({ "openapi.yaml": document });
const config = JSON.stringify({ input: "openapi.yaml", output: "sdk" });

/** Adds a line to a file, at its beginning or its end. */
const edit = (cwd, path, { before = "", after = "" }) => {
  const text = readFileSync(join(cwd, path), "utf8");
  writeTree(cwd, { [path]: before + text + after });
};

/** A package that was released, with changes by hand in it that an earlier run has found, and a new one. */
const ownedPackage = async (cwd) => {
  writeTree(cwd, { ...files(documents[0]), "sdkwright.config.json": config });
  await generate({ cwd });
  edit(cwd, "sdk/src/core/retry.ts", { after: "// mine\n" });
  edit(cwd, "sdk/src/models.ts", { after: "// mine\n" });
  edit(cwd, "sdk/README.md", { after: "\nMine, outside of regions.\n" });
  const path = "sdk/package.json";
  const manifest = JSON.parse(readFileSync(join(cwd, path), "utf8"));
  writeTree(cwd, {
    [path]: `${JSON.stringify(
      {
        ...manifest,
        version: "1.2.0",
        scripts: { ...manifest.scripts, mine: "true" },
        dependencies: { mine: "1.0.0" },
      },
      null,
      2,
    )}\n`,
    "sdk/src/lib/index.ts": "export const mine = 1;\n",
    "sdk/src/lib/more.ts": "export const more = 2;\n",
    "sdk/docs/mine.md": "mine\n",
    "sdk/notes.txt": "mine\n",
    "sdk/CHANGELOG.md": "# Changelog\n\n## 1.2.0\n\nMine.\n",
  });
  await generate({ cwd });
  edit(cwd, "sdk/build.mjs", { after: "// mine\n" });
};

const initialise = (cwd) =>
  init({
    ...{ cwd, flags: { ci: "github" }, yes: true, dryRun: false },
    ...{ mayInstall: false, version: "0.1.0" },
  });

/** Files with the owner's change in them: the mark of it. */
const marks = {
  "sdk/src/core/retry.ts": "// mine\n",
  "sdk/src/models.ts": "// mine\n",
  "sdk/build.mjs": "// mine\n",
  "sdk/README.md": "\nMine, outside of regions.\n",
  "sdk/package.json": '"mine": "1.0.0"',
};

const withoutMarks = (...paths) =>
  Object.fromEntries(
    Object.entries(marks).filter(([path]) => !paths.includes(path)),
  );

export const scenarios = {
  /** The first run. */
  first: {
    prepare: (cwd) => {
      writeTree(cwd, {
        ...files(documents[1]),
        "sdkwright.config.json": config,
        "sdk/notes.txt": "mine\n",
      });
    },
    run: (cwd) => generate({ cwd }),
    args: ["generate"],
    marks: {},
  },
  /** Another document for a package that its owner has changed. */
  generate: {
    prepare: async (cwd) => {
      await ownedPackage(cwd);
      writeTree(cwd, files(documents[1]));
    },
    run: (cwd) => generate({ cwd }),
    args: ["generate"],
    marks,
  },
  /** The same in a repository, without a cache, with a change that only the history can tell. */
  git: {
    prepare: async (cwd) => {
      await ownedPackage(cwd);
      const git = (...args) => {
        execFileSync(
          "git",
          ["-c", "user.name=x", "-c", "user.email=x@x", ...args],
          { cwd, stdio: "ignore" },
        );
      };
      git("init");
      git("add", ".");
      git("commit", "-m", "x");
      rmSync(join(cwd, "sdk/.sdkwright-cache"), { recursive: true });
      edit(cwd, "sdk/src/resources/works.ts", { before: "// mine\n" });
      writeTree(cwd, files(documents[1]));
    },
    run: (cwd) => generate({ cwd }),
    args: ["generate"],
    marks: { ...marks, "sdk/src/resources/works.ts": "// mine\n" },
  },
  /** Drops changes, with another document. */
  reset: {
    prepare: async (cwd) => {
      await ownedPackage(cwd);
      writeTree(cwd, files(documents[1]));
    },
    run: (cwd) =>
      reset(
        [join(cwd, "sdk/src/core/retry.ts"), join(cwd, "sdk/src/models.ts")],
        { cwd },
      ),
    isRequest: true,
    marks: withoutMarks("sdk/src/core/retry.ts", "sdk/src/models.ts"),
  },
  /** Writes a conflict between markers. */
  merge: {
    prepare: async (cwd) => {
      await ownedPackage(cwd);
      const path = join(cwd, "sdk/src/models.ts");
      const text = readFileSync(path, "utf8");
      writeTree(cwd, {
        "sdk/src/models.ts": text.replace(
          "What it is called.",
          "Mine it is called.",
        ),
        ...files(documents[1]),
      });
      await generate({ cwd });
    },
    run: (cwd) => merge([], { cwd }),
    args: ["merge"],
    isRequest: true,
    marks: { ...marks, "sdk/src/models.ts": "Mine it is called." },
  },
  /** A repository that has a manifest of its own. */
  init: {
    root: ".",
    prepare: (cwd) => {
      writeTree(cwd, {
        ...files(documents[0]),
        "package.json": '{ "name": "mine", "private": true }\n',
        "notes.txt": "mine\n",
        "sdk/notes.txt": "mine\n",
      });
    },
    run: initialise,
    args: ["init", "--yes", "--no-install", "--ci", "github"],
    isPartial: true,
    hasNoOther: true,
    marks: { "package.json": '"mine"' },
  },
  /** Workflows of an earlier sdkwright. */
  update: {
    root: ".",
    prepare: async (cwd) => {
      writeTree(cwd, files(documents[0]));
      await initialise(cwd);
      const folder = ".github/workflows";
      for (const name of readdirSync(join(cwd, folder))) {
        const text = readFileSync(join(cwd, folder, name), "utf8");
        writeTree(cwd, {
          [`${folder}/${name}`]: `# mine\n${text.replaceAll(/@[0-9a-f]{40} # v\S+/g, `@${"0".repeat(40)} # v1.0.0`)}`,
        });
      }
    },
    run: (cwd) => updateWorkflows(cwd, false),
    args: ["init", "--update"],
    isPartial: true,
    hasNoOther: true,
    marks: {
      ".github/workflows/sdk-check.yml": "# mine\n",
      ".github/workflows/sdk-release.yml": "# mine\n",
    },
  },
};
