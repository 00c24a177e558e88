/**
 * The committed packages are what the documents give, and `check` sees it when they are not. This is
 * the whole pipeline, run as a user would; what it does with files is tested in `test/write`.
 */
import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { root } from "./support/apis.js";
import { remove, run, succeed, temporaryFolder } from "./support/run.js";
import type { Outcome } from "./support/run.js";

const cli = join(root, "dist", "cli/main.js");

/** Feldera answers a DELETE with 200 and no body, which a document cannot say. */
const knownWarning =
  /spec\/feldera\/openapi\.yaml:\d+:\d+ warning response-no-content: 1 of 4 [^]*? {2}help: .*\n/;

const sdkwright = async (cwd: string, ...args: string[]): Promise<Outcome> => {
  const outcome = await run(process.execPath, [cli, ...args], cwd);
  return { ...outcome, err: outcome.err.replace(knownWarning, "") };
};

/** The documents, the config and the packages, in a folder for the current test. */
const copyAll = (): string => {
  const folder = temporaryFolder();
  onTestFinished(() => remove(folder));
  for (const name of ["spec", "sdkwright.config.ts"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const path of filesBelow(root))
    cpSync(join(root, path), join(folder, path));
  return folder;
};

/** Files below `generated/`, without what an install, a build or a run left there. */
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(join(folder, "generated"), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter(
      (path) =>
        !/^generated\/\w+\/(node_modules|dist|\.sdkwright-cache)\//.test(path),
    )
    .sort();

const timesOf = (folder: string): Record<string, bigint> =>
  Object.fromEntries(
    filesBelow(folder).map((path) => [
      path,
      statSync(join(folder, path), { bigint: true }).mtimeNs,
    ]),
  );

/** The same in a repository, as owners have them: git knows what the document gave. */
const commitAll = async (): Promise<string> => {
  const folder = copyAll();
  const author = ["-c", "user.name=A", "-c", "user.email=a@b.c"];
  await succeed("git", ["init", "--quiet"], folder);
  await succeed("git", ["add", "--all"], folder);
  await succeed("git", [...author, "commit", "-qm", "x"], folder);
  return folder;
};

const edit = (file: string, from: string, to: string): void => {
  const text = readFileSync(file, "utf8");
  if (text.split(from).length !== 2) throw new Error(`not one ${from}`);
  writeFileSync(file, text.replace(from, to));
};

describe("the committed packages", () => {
  it("are what `sdkwright check` expects", async () => {
    const { code, out, err } = await sdkwright(root, "check");
    expect(err).toBe("");
    expect(out.split("\n").map((line) => line.split(",", 1)[0])).toEqual([
      "generated/ahasend: matches spec/ahasend/openapi.yaml: 10 of 10 operations",
      "generated/feldera: matches spec/feldera/openapi.yaml: 4 of 4 operations",
      "generated/openrouter: matches spec/openrouter/openapi.yaml: 6 of 6 operations",
      "",
    ]);
    expect(code).toBe(0);
  });

  it("are what the documents give where nothing was before, and once more is nothing new", async () => {
    const folder = copyAll();
    rmSync(join(folder, "generated"), { recursive: true });
    const first = await sdkwright(folder, "generate");
    expect([first.code, first.err]).toEqual([0, ""]);
    expect(filesBelow(folder)).toEqual(filesBelow(root));
    for (const path of filesBelow(root))
      expect(readFileSync(join(folder, path), "utf8")).toBe(
        readFileSync(join(root, path), "utf8"),
      );

    const before = timesOf(folder);
    const second = await sdkwright(folder, "generate");
    expect([second.code, second.err]).toEqual([0, ""]);
    expect(second.out.match(/ 0 files written/g)).toHaveLength(3);
    expect(timesOf(folder)).toEqual(before);
  });
});

describe("drift", () => {
  it("of one word in a description is named, and mended", async () => {
    const folder = await commitAll();
    const before = timesOf(folder);
    const document = join(folder, "spec/feldera/openapi.yaml");
    edit(document, "No API key has this name.", "No API key has that name.");
    const { code, out, err } = await sdkwright(folder, "check");
    expect(code).toBe(1);
    // The answer is that of every machine, and not all of them know which of the two it is.
    const why = "is not what is generated: out of date, or changed by hand";
    expect(err.split("\n")).toEqual([
      `generated/feldera/docs/api-keys.md ${why}`,
      `generated/feldera/src/resources/api-keys.ts ${why}`,
      expect.stringMatching(
        /^generated\/feldera: 2 of \d+ files differ from what spec\/feldera\/openapi\.yaml gives; run `sdkwright generate`: it keeps your changes, and says which files need `merge` or `reset`$/,
      ),
      "",
    ]);
    expect(out).toContain("generated/ahasend: matches");
    expect(timesOf(folder)).toEqual(before);

    expect(await sdkwright(folder, "generate")).toMatchObject({ code: 0 });
    const after = timesOf(folder);
    expect(
      Object.keys(after).filter((path) => after[path] !== before[path]),
    ).toEqual([
      "generated/feldera/docs/api-keys.md",
      "generated/feldera/src/resources/api-keys.ts",
    ]);
    expect(await sdkwright(folder, "check")).toMatchObject({ code: 0 });
  });

  it("of one byte in a package is named, and kept unless asked", async () => {
    const folder = await commitAll();
    const paths = [
      "generated/ahasend/src/core/run.ts",
      "generated/feldera/src/models.ts",
      "generated/openrouter/docs/models.md",
    ];
    for (const path of paths) appendFileSync(join(folder, path), " ");
    const { code, err } = await sdkwright(folder, "check");
    expect(code).toBe(1);
    expect(err.split("\n").filter((_, index) => index % 2 === 0)).toEqual([
      ...paths.map((path) => expect.stringContaining(`${path} is `)),
      "",
    ]);

    const edited = timesOf(folder);
    const kept = await sdkwright(folder, "generate");
    expect([kept.code, kept.err]).toEqual([0, ""]);
    for (const path of paths)
      expect(kept.out).toContain(`${path}: your change kept (1 line)\n`);
    expect(timesOf(folder)).toMatchObject(edited);

    const reset = await sdkwright(folder, "reset", ...paths);
    expect([reset.code, reset.err]).toEqual([0, ""]);
    expect(filesBelow(folder)).toEqual(filesBelow(root));
    for (const path of paths)
      expect(readFileSync(join(folder, path))).toEqual(
        readFileSync(join(root, path)),
      );
  });
});
