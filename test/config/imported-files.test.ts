import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCode } from "../../generator/config/code.js";
import { withImported } from "../../generator/config/imported-files.js";
import { makeFolder } from "../write/support.js";

/** What a file imports, by name, without the file. */
const importsOf = (
  text: string,
  others: Readonly<Record<string, string>>,
): readonly string[] => {
  const folder = makeFolder({ "a/config.ts": text, ...others });
  return [...withImported([join(folder, "a/config.ts")])]
    .slice(1)
    .map((path) => path.slice(folder.length + 1).replaceAll("\\", "/"));
};

describe("the files that a config imports", () => {
  it.each([
    ['import { x } from "./x.mjs";', "a/x.mjs"],
    ['import "./x.js";', "a/x.js"],
    ['export * from "../x.js";', "x.js"],
    ['const x = await import("./x.js");', "a/x.js"],
    ["const x = require('./x');", "a/x.cjs"],
    ['import x from "./x.json" with { type: "json" };', "a/x.json"],
    ['import { x } from "./x.js";', "a/x.ts"],
    ['import { x } from "./x";', "a/x/index.ts"],
    ['import {\n  x,\n} from "./x.js";', "a/x.js"],
  ])("has that of %j", (text, path) => {
    expect(importsOf(text, { [path]: "" })).toEqual([path]);
  });

  it("has what they import in turn, each once", () => {
    expect(
      importsOf('import "./x.js";', {
        "a/x.js": 'import "./y.js"; import "./config.ts";',
        "a/y.js": 'import "./x.js";',
      }),
    ).toEqual(["a/x.js", "a/y.js"]);
  });

  it("has no packages, and nothing that is not there", () => {
    expect(
      importsOf('import "x"; import "./none.js"; import "./a";', {
        "a/a/readme.md": "",
        "a/node_modules/x/index.js": "",
      }),
    ).toEqual([]);
  });

  it.each(["config.mjs", "config.ts"])("are known of %s", async (name) => {
    const folder = makeFolder({
      "package.json": '{ "type": "module" }',
      [name]: 'import { x } from "./x.mjs";\nexport default { x };\n',
      "x.mjs": "export const x = 1;\n",
    });
    const { value, files } = await runCode(join(folder, name), false);
    expect(value).toEqual({ x: 1 });
    expect([...files]).toEqual([join(folder, name), join(folder, "x.mjs")]);
  });
});
