/**
 * Moves into a package, and how they are taken back.
 */
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { OutputDirectory } from "../../generator/write/directory.js";
import { Moves } from "../../generator/write/moves.js";
import { Staging } from "../../generator/write/staging.js";
import { makeFolder, readFolder } from "./support.js";

const before = { "a.ts": "old", "docs/x/b.md": "old", "c/d.ts": "old" };

const started = () => {
  const root = makeFolder(before);
  const staging = new Staging(new OutputDirectory(root));
  for (const path of ["a.ts", "docs/x/b.md", "new/e/f.ts"])
    staging.put(path, "new");
  const moves = new Moves(staging);
  for (const path of ["a.ts", "docs/x/b.md", "new/e/f.ts"]) {
    moves.makeParentOf(path);
    moves.move(path);
  }
  moves.remove("c/d.ts");
  return { root, staging, moves };
};

it("writes, makes folders, and removes those that are empty then", () => {
  const { root, staging } = started();
  expect(staging.close()).toBeUndefined();
  expect(readFolder(root)).toEqual({
    ...{ "a.ts": "new", "docs/x/b.md": "new", "new/e/f.ts": "new" },
  });
  expect(readdirSync(root).sort()).toEqual(["a.ts", "docs", "new"]);
});

it.skipIf(process.platform === "win32").each([0o755, 0o600, 0o444])(
  "leaves a file the mode %o",
  (mode) => {
    const root = makeFolder(before);
    chmodSync(join(root, "a.ts"), mode);
    const staging = new Staging(new OutputDirectory(root));
    staging.put("a.ts", "new");
    new Moves(staging).move("a.ts");
    staging.close();
    expect(readFolder(root)).toEqual({ ...before, "a.ts": "new" });
    expect(statSync(join(root, "a.ts")).mode & 0o777).toBe(mode);
  },
);

it("takes everything back", () => {
  const { root, staging, moves } = started();
  expect(moves.undo()).toBeUndefined();
  staging.close();
  expect(readFolder(root)).toEqual(before);
  expect(readdirSync(root).sort()).toEqual(["a.ts", "c", "docs"]);
});

it("takes back the very file, not a copy of it", () => {
  const root = makeFolder(before);
  linkSync(join(root, "a.ts"), join(root, "other-name.ts"));
  const staging = new Staging(new OutputDirectory(root));
  staging.put("a.ts", "new");
  const moves = new Moves(staging);
  moves.move("a.ts");
  moves.undo();
  expect(statSync(join(root, "a.ts")).ino).toBe(
    statSync(join(root, "other-name.ts")).ino,
  );
  staging.close();
});

it("says what it could not take back, and takes back the rest", () => {
  const { root, staging, moves } = started();
  rmSync(join(root, "a.ts"));
  mkdirSync(join(root, "a.ts"));
  writeFileSync(join(root, "a.ts", "in the way"), "");
  expect(moves.undo()).toMatchObject({ path: "a.ts" });
  staging.close();
  expect(readFolder(root)).toEqual({
    ...{ "a.ts/in the way": "", "docs/x/b.md": "old", "c/d.ts": "old" },
  });
});
