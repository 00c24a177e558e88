import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import { OutputDirectory } from "../../generator/write/directory.js";
import { printLock, readLock } from "../../generator/write/lock.js";
import type { Lock } from "../../generator/write/lock.js";
import { lockName } from "../../generator/write/package-path.js";
import { write } from "./run.js";
import { makeFolder, readFolder } from "./support.js";

const lock: Lock = {
  version: "1.2.3",
  formatter: "prettier 3.0.0",
  inputs: {
    generator: "g",
    options: "o",
    names: "n",
    document: new Map([
      ["schemas/pet.yaml", "d2"],
      ["openapi.yaml", "d1"],
    ]),
  },
  operations: { generated: 2, total: 3 },
  warnings: 1,
  files: new Map([["src/index.ts", { formatted: "f", unformatted: "u" }]]),
  scaffolded: ["CHANGELOG.md"],
  names: new Map([
    ["schema Pet", "Pet"],
    ["__proto__", "proto"],
  ]),
};

const text = `{
  "lockVersion": 1,
  "sdkwright": "1.2.3",
  "formatter": "prettier 3.0.0",
  "inputs": {
    "generator": "g",
    "options": "o",
    "names": "n",
    "document": {
      "openapi.yaml": "d1",
      "schemas/pet.yaml": "d2"
    }
  },
  "operations": {
    "total": 3,
    "generated": 2
  },
  "warnings": 1,
  "files": {
    "src/index.ts": {
      "formatted": "f",
      "unformatted": "u"
    }
  },
  "made": [
    "CHANGELOG.md"
  ],
  "names": {
    "__proto__": "proto",
    "schema Pet": "Pet"
  }
}
`;

const read = (content: string) => {
  const diagnostics = new Diagnostics();
  const directory = new OutputDirectory(makeFolder({ [lockName]: content }));
  const found = readLock(directory, `sdk/${lockName}`, diagnostics);
  const [problem] = diagnostics.all();
  expect(found === undefined).toBe(problem !== undefined);
  return { found, problem };
};

describe("the lock file", () => {
  it("is sorted JSON", () => {
    expect(printLock(lock)).toBe(text);
  });

  it("reads as it was printed", () => {
    const { found } = read(text);
    expect(found).toEqual(lock);
    expect(found && printLock(found)).toBe(text);
  });

  it("is read without the scaffolded files, which it did not have at first", () => {
    const older = text.replace(/ {2}"made": \[.*?\],\n/s, "");
    expect(older).not.toContain("made");
    expect(read(older).found).toEqual({ ...lock, scaffolded: [] });
  });

  it("shows what cannot be seen, and reads it back", () => {
    const names = new Map([["schema a\u202e\u200b\u2028\u{e0001}", "A"]]);
    const printed = printLock({ ...lock, names });
    expect(printed).toContain(
      String.raw`"schema a\u202e\u200b\u2028\udb40\udc01": "A"`,
    );
    expect(read(printed).found?.names).toEqual(names);
  });

  it("is no problem when it is not there", () => {
    const diagnostics = new Diagnostics();
    const directory = new OutputDirectory(makeFolder());
    expect(readLock(directory, lockName, diagnostics)).toBeUndefined();
    expect(diagnostics.hasErrors).toBe(false);
  });

  it.each([
    ["no JSON", "{", "it is not JSON"],
    ["an empty file", "", "it is not JSON"],
    ["another JSON", "[]", "it is not a lock file of sdkwright"],
    ["null", "null", "it is not a lock file of sdkwright"],
    [
      "a value of a wrong type",
      text.replace('"f"', "7"),
      "it is not a lock file of sdkwright",
    ],
    [
      "a path outside",
      text.replace("src/index.ts", "../../.bashrc"),
      "it is not a lock file of sdkwright",
    ],
    [
      "a list of files made once that is none",
      text.replace('"CHANGELOG.md"', "1"),
      "it is not a lock file of sdkwright",
    ],
    [
      "a path of hand-written code",
      text.replace("src/index.ts", "src/lib/index.ts"),
      "it is not a lock file of sdkwright",
    ],
  ])("is reported when it is %s", (_, content, reason) => {
    expect(read(content).problem?.message).toBe(
      `cannot read sdk/sdkwright.lock: ${reason}`,
    );
  });

  it("is reported with the place of a merge conflict", () => {
    const content = text.replace(
      '    "generator": "g",\n',
      '<<<<<<< HEAD\n    "generator": "g",\n=======\n    "generator": "h",\n>>>>>>> other\n',
    );
    expect(read(content).problem).toMatchObject({
      code: "lock-broken",
      message: "cannot read sdk/sdkwright.lock: it has merge conflicts",
      position: { file: "sdk/sdkwright.lock", line: 6, column: 1 },
    });
  });

  it("is reported when a later version wrote it", () => {
    const content = '{ "lockVersion": 2, "sdkwright": "9.0.0" }';
    expect(read(content).problem?.message).toBe(
      "sdk/sdkwright.lock was written by sdkwright 9.0.0, in a format that this version does not know",
    );
  });

  it("is written anew by force when it is broken", async () => {
    const files = { "src/index.ts": "export {}" };
    const root = makeFolder();
    await write(root, { files });
    const good = readFolder(root);
    const broken = makeFolder({ ...good, [lockName]: "{" });
    expect(await write(broken, { files, force: true })).toMatchObject({
      written: [lockName],
      reported: [],
    });
    expect(readFolder(broken)).toEqual(good);
  });
});
