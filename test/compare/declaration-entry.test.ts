/** Which file declares what a package exports. */
import { expect, it } from "vitest";
import { declarationEntry } from "../../generator/compare/declaration-entry.js";

it.each<[string, object, string[], string | undefined]>([
  [
    "the types of exports",
    {
      exports: { ".": { require: { types: "./a.d.ts" }, types: "./a.d.mts" } },
    },
    ["a.d.ts", "a.d.mts"],
    "a.d.mts",
  ],
  [
    "what is imported before what is required",
    {
      exports: {
        require: { types: "./a.d.cts" },
        import: { types: "./a.d.mts" },
      },
    },
    ["a.d.cts", "a.d.mts"],
    "a.d.mts",
  ],
  [
    "the declarations beside the code",
    { exports: { ".": { import: "./lib/a.mjs", require: "./lib/a.js" } } },
    ["lib/a.d.ts"],
    "lib/a.d.ts",
  ],
  [
    "types",
    { main: "./a.js", types: "types/a.d.ts" },
    ["types/a.d.ts"],
    "types/a.d.ts",
  ],
  ["main", { main: "lib" }, ["lib/index.d.ts"], "lib/index.d.ts"],
  ["index.d.ts", {}, ["index.d.ts"], "index.d.ts"],
  [
    "nothing outside of the package",
    { types: "../../a.d.ts", exports: "/a.d.ts" },
    ["../../a.d.ts", "/a.d.ts"],
    undefined,
  ],
])("%s", (_, manifest, files, entry) => {
  expect(
    declarationEntry({ ...manifest }, (path) => files.includes(path)),
  ).toBe(entry);
});
