import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { OutputDirectory } from "../../../generator/write/directory.js";
import { printLock, type Lock } from "../../../generator/write/lock/lock.js";
import { readLock } from "../../../generator/write/lock/read-lock.js";
import { lockName } from "../../../generator/write/package-path.js";
import { makeFolder } from "../support.js";

const lock: Lock = {
  version: "1.2.3",
  files: new Set(["src/index.ts", "docs/rooms.md"]),
  once: new Set(["CHANGELOG.md"]),
  names: new Map([
    ["operation GET /rooms", "list"],
    ["schema Booking", "Booking"],
    ["__proto__", "proto"],
  ]),
  aliases: new Map([["function getPet", "readPet since 1.5.0"]]),
  manifest: new Map([["engines.node", '">=20"']]),
  regions: new Set(["README.md#install"]),
  ownRegions: new Set(["README.md#title"]),
};

const text = `sdkwright-lock 2
made-by 1.2.3
alias function getPet = readPet since 1.5.0
file docs/rooms.md
file src/index.ts
name __proto__ = proto
name operation GET /rooms = list
name schema Booking = Booking
once CHANGELOG.md
package engines.node = ">=20"
region README.md#install
yours README.md#title
`;

const read = (
  content: string,
  others: Readonly<Record<string, string>> = {},
) => {
  const diagnostics = new Diagnostics();
  const folder = makeFolder({ [lockName]: content, ...others });
  const directory = new OutputDirectory(folder);
  const found = readLock(directory, `sdk/${lockName}`, diagnostics);
  const reported = diagnostics
    .all()
    .map(({ code, message }) => `${code}: ${message}`);
  return { ...found, reported };
};

describe("the lock file", () => {
  it("has a line for an operation whose types are called after it", () => {
    const one = {
      ...lock,
      names: new Map([
        ["operation GET /rooms", "listRooms"],
        ["params GET /rooms", "ListRoomsParams"],
        ["errors GET /rooms", "ListRoomsError"],
        ["operation GET /beds", "listBeds"],
        ["params GET /beds", "ListBedsParams"],
        ["errors GET /beds", "BedsError"],
      ]),
    };
    const printed = printLock(one);
    expect(printed.match(/^names? .*$/gm)).toEqual([
      "name errors GET /beds = BedsError",
      "name operation GET /beds = listBeds",
      "name params GET /beds = ListBedsParams",
      "names operation GET /rooms = listRooms",
    ]);
    expect(read(printed)).toEqual({ lock: one, reported: [] });
  });

  it("takes such a line of something else for one that says nothing", () => {
    expect(read(`${text}names schema Pet = Pet\n`).reported).toEqual([
      expect.stringMatching(/^lock-line: /),
    ]);
  });

  it("has one fact a line, sorted", () => {
    expect(printLock(lock)).toBe(text);
  });

  it("reads as it was printed", () => {
    expect(read(text)).toEqual({ lock, reported: [] });
  });

  it("reads with other line ends", () => {
    const { lock: found = lock, reported } = read(
      text.replaceAll("\n", "\r\n"),
    );
    expect([printLock(found), reported]).toEqual([text, []]);
  });

  it.each([
    ["a name of several words", "a b", "name schema a b = A"],
    ["an equals sign", "a=b", "name schema a=b = A"],
    ["a separator", "a = b", 'name "schema a = b" = A'],
    ["a separator's beginning", "a =", 'name "schema a =" = A'],
    ["a break", "a\nb", String.raw`name "schema a\nb" = A`],
    [
      "what nobody sees",
      "a\u202e\u2028\u{e0001}",
      String.raw`name "schema a\u202e\u2028\udb40\udc01" = A`,
    ],
    ["a quote", 'a"b', 'name schema a"b = A'],
    ["a space at its end", "a ", 'name "schema a " = A'],
    ["half of a pair", "a\ud800", String.raw`name "schema a\ud800" = A`],
  ])("keeps a key with %s on its line", (_, name, line) => {
    const names = new Map([[`schema ${name}`, "A"]]);
    const printed = printLock({ ...lock, names });
    expect(printed.split("\n")).toContain(line);
    expect(read(printed).lock?.names).toEqual(names);
  });

  it.each(['"', '"a"', "", " ", "a = b", "\n", "<<<<<<< a"])(
    "keeps a key and a name of %j",
    (any) => {
      const names = new Map([[`x${any}`, any]]);
      const own = any === "" ? names : new Map([...names, [any, "A"]]);
      expect(read(printLock({ ...lock, names: own })).lock?.names).toEqual(own);
    },
  );

  it("is no problem when it is not there", () => {
    const diagnostics = new Diagnostics();
    const directory = new OutputDirectory(makeFolder());
    expect(readLock(directory, lockName, diagnostics)).toEqual({});
    expect(diagnostics.hasErrors).toBe(false);
  });

  it.each([
    ["an empty file", "", "it is not a lock file of sdkwright"],
    ["another text", "hello\n", "it is not a lock file of sdkwright"],
    ["no JSON", "{", "it is not JSON"],
    ["another JSON", "{}", "it is not a lock file of sdkwright"],
  ])("is reported when it is %s", (_, content, reason) => {
    expect(read(content).reported).toEqual([
      `lock-broken: cannot read sdk/sdkwright.lock: ${reason}`,
    ]);
  });

  it("is reported when a later version wrote it", () => {
    const later = "sdkwright-lock 3\nmade-by 9.0.0\n";
    expect(read(later).reported).toEqual([
      "lock-newer: sdk/sdkwright.lock was written by sdkwright 9.0.0, in a format that this version does not know",
    ]);
  });

  it.each([
    "file ../../.bashrc",
    "file src/lib/index.ts",
    "file /etc/passwd",
    "once ../a",
    "name a",
    "name = b",
    'name "a = b',
    "package a = {",
    "verdict guilty",
    "file",
  ])("leaves out the line %j, and says so", (line) => {
    const { lock: found, reported } = read(`${text}${line}\n`);
    expect(found).toEqual(lock);
    expect(reported).toEqual([
      `lock-line: sdk/sdkwright.lock has a line that says nothing: ${line}`,
    ]);
  });
});

describe("a lock file that branches met in", () => {
  const merged = (ours: string, theirs: string, base?: string): string =>
    [
      "sdkwright-lock 2",
      "made-by 1.2.3",
      "<<<<<<< HEAD",
      ours,
      ...(base === undefined ? [] : ["||||||| 1234567", base]),
      "=======",
      theirs,
      ">>>>>>> topic",
      "",
    ].join("\n");

  it("has the facts of both sides, whichever was first", () => {
    const a = "file src/a.ts\nname schema A = A";
    const b = "file src/b.ts\nname schema B = B";
    const printed = [merged(a, b), merged(b, a), merged(a, b, "file src/o.ts")]
      .map((content) => read(content))
      .map(({ lock: found = lock, reported }) => {
        expect(reported).toEqual([]);
        return printLock(found);
      });
    expect(printed[0]).toBe(
      "sdkwright-lock 2\nmade-by 1.2.3\nfile src/a.ts\nfile src/b.ts\nname schema A = A\nname schema B = B\n",
    );
    expect(printed[1]).toBe(printed[0]);
  });

  it("heals with the markers around any lines", () => {
    const lines = text.trimEnd().split("\n");
    for (let start = 0; start < lines.length; start++) {
      const healed = [
        ...lines.slice(0, start),
        ...["<<<<<<< HEAD", ...lines.slice(start), "======="],
        ...[...lines.slice(start).reverse(), ">>>>>>> topic", ""],
      ].join("\n");
      const { lock: found = lock, reported } = read(healed);
      expect([printLock(found), reported]).toEqual([text, []]);
    }
  });

  it("keeps the name that the sources have", () => {
    const content = merged(
      "file src/rooms.ts\nname operation GET /rooms = list",
      "name operation GET /rooms = find",
    );
    const sources = { "src/rooms.ts": "export const list = 1;\n" };
    const { lock: found, reported } = read(content, sources);
    expect(found?.names).toEqual(new Map([["operation GET /rooms", "list"]]));
    expect(reported).toEqual([
      "lock-name: sdk/sdkwright.lock has several names for operation GET /rooms: list stays, find goes",
    ]);
  });

  it("keeps the smaller name where the sources do not decide", () => {
    const content = merged("name a = y", "name a = x");
    expect(read(content).lock?.names).toEqual(new Map([["a", "x"]]));
  });

  it("keeps the value that package.json has", () => {
    const content = merged(
      'package engines.node = ">=20"',
      'package engines.node = ">=22"',
    );
    const files = { "package.json": '{"engines":{"node":">=22"}}' };
    expect(read(content, files).lock?.manifest).toEqual(
      new Map([["engines.node", '">=22"']]),
    );
    expect(read(content).lock?.manifest).toEqual(
      new Map([["engines.node", '">=20"']]),
    );
  });
});

describe("a lock file of version 1", () => {
  const first = {
    lockVersion: 1,
    sdkwright: "0.1.0",
    files: {
      "src/index.ts": { formatted: "f", unformatted: "u" },
      "../x": { formatted: "f", unformatted: "u" },
    },
    made: ["CHANGELOG.md"],
    names: { "schema Pet": "Pet" },
  };

  it("is read: names, files with hashes, and what was made once", () => {
    expect(read(JSON.stringify(first, undefined, 2))).toEqual({
      lock: {
        version: "0.1.0",
        files: new Set(["src/index.ts"]),
        once: new Set(["CHANGELOG.md"]),
        names: new Map([["schema Pet", "Pet"]]),
        aliases: new Map(),
        manifest: new Map(),
        regions: new Set(),
        ownRegions: new Set(),
      },
      hashes: new Map([["src/index.ts", "f"]]),
      reported: [],
    });
  });
});
