import { describe, expect, it } from "vitest";
import type { OutputFile } from "../../generator/output.js";
import {
  changedFiles,
  replaceItems,
} from "../../generator/revise/changed-files.js";
import { Folder } from "../../generator/write/folder.js";
import { lockOf, write } from "../write/run.js";
import { makeFolder } from "../write/support.js";

const page = (...items: readonly object[]): string =>
  `${JSON.stringify({ client: "Pets", operations: items }, undefined, 2)}\n`;

const a = { id: "a", body: { id: "b" } };
const b = { id: "b", list: [{ id: "a" }] };
const c = { id: "c" };

describe("the items of a page", () => {
  it("are replaced where they stand", () => {
    const next = { ...b, list: [] };
    expect(replaceItems(page(a, b, c), page(b), page(next))).toBe(
      page(a, next, c),
    );
    expect(replaceItems(page(b, c, a), page(c, a), page(c, next))).toBe(
      page(b, c, next),
    );
  });

  it.each([
    ["the page says something else", page(a), page(a).replace("Pets", "Dogs")],
    ["there are more", page(a), page(a, c)],
    ["there are fewer", page(a, c), page(a)],
    ["one is not in the whole", page({ id: "d" }), page({ id: "e" })],
  ])("are not replaced when %s", (_, before, after) => {
    expect(replaceItems(page(a, b, c), before, after)).toBeUndefined();
  });

  it("are not replaced where one comes twice", () => {
    expect(replaceItems(page(a, c, c), page(c), page(b))).toBeUndefined();
  });
});

const files = (given: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(given).map(([path, text]): [string, OutputFile] => [
      path,
      { path, text, kind: path.endsWith(".json") ? "verbatim" : "source" },
    ]),
  );

/** What changes in a package of these files, when these are the two runs. */
const ask = async (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
) => {
  const root = makeFolder();
  const written = {
    "src/resources/a.ts": "export  const a = 1",
    "src/client.ts": "export  const b = 1",
    "test/operations.json": `=${page(a, b)}`,
  };
  await write(root, { files: written });
  const changed = changedFiles({
    before: files(before),
    after: files(after),
    lock: lockOf(root),
    folder: new Folder(root),
  });
  return changed?.map(({ path, text }) => [path, text]);
};

describe("the files that change", () => {
  it("are the ones that differ, where the first run made what is there", async () => {
    expect(
      await ask(
        {
          "src/resources/a.ts": "export  const a = 1",
          "src/client.ts": "something",
        },
        {
          "src/resources/a.ts": "export const a = 2",
          "src/client.ts": "something",
        },
      ),
    ).toEqual([["src/resources/a.ts", "export const a = 2"]]);
  });

  it("may be lists of which the runs made a part", async () => {
    expect(
      await ask(
        { "test/operations.json": page(b) },
        { "test/operations.json": page(c) },
      ),
    ).toEqual([["test/operations.json", page(a, c)]]);
  });

  it.each<[string, Record<string, string>, Record<string, string>]>([
    [
      "the first run made something else",
      { "src/resources/a.ts": "export const a = 1" },
      { "src/resources/a.ts": "export const a = 2" },
    ],
    [
      "it is no file of a resource",
      { "src/client.ts": "export  const b = 1" },
      { "src/client.ts": "export const b = 2" },
    ],
    [
      "something is imported that was not",
      { "src/resources/a.ts": "export  const a = 1" },
      {
        "src/resources/a.ts": `import type { X } from "../models.js";\nexport const a = 1`,
      },
    ],
    [
      "there is a link that was not there",
      { "src/resources/a.ts": "export  const a = 1" },
      { "src/resources/a.ts": "// [X](models.md#x)\nexport  const a = 1" },
    ],
    ["a file is new", {}, { "src/resources/c.ts": "export {}" }],
    ["a file has gone", { "src/resources/c.ts": "export {}" }, {}],
    [
      "a file has another name",
      { "src/resources/c.ts": "" },
      { "src/resources/d.ts": "" },
    ],
    [
      "a file was never written",
      { "src/resources/c.ts": "" },
      { "src/resources/c.ts": "export {}" },
    ],
  ])("cannot be told when %s", async (_, before, after) => {
    expect(await ask(before, after)).toBeUndefined();
  });
});
