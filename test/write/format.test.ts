import * as prettier from "prettier";
import { describe, expect, it } from "vitest";
import { formatFile } from "../../generator/write/format.js";

const source = (path: string, text: string) =>
  ({ path, text, kind: "source" }) as const;

describe("formatFile", () => {
  it.each([
    ["src/index.ts", "export const a={b:1,'c':2}"],
    ["a.mts", "export type A = 'b'"],
    ["test/x.mjs", "import a from 'b'"],
    ["x.cjs", "module.exports={a:1}"],
    ["package.json", '{"files":["dist"],"a":{}}'],
    ["tsconfig.json", '{"include":["src"],/* c */"a":[1,2]}'],
    ["docs/a.json", '{"files":["dist"]}'],
    [".github/workflows/ci.yml", "on:   [push]\njobs: {}"],
    ["a.yaml", "a:   'b'"],
    [
      "README.md",
      "# A\n* b\n\n| a | bb |\n|-|-|\n| ccc | d |\n\n```ts\nconst a={b:1}\n```\n",
    ],
  ])("gives %s the form of prettier's defaults", async (path, text) => {
    const formatted = await formatFile(source(path, text));
    expect(formatted).not.toBe(text);
    expect(formatted).toBe(await prettier.format(text, { filepath: path }));
    expect(await prettier.check(formatted, { filepath: path })).toBe(true);
  });

  it("formats the code blocks that prettier formats, in every language", async () => {
    const { languages } = await prettier.getSupportInfo();
    const names = languages.flatMap((language) => [
      language.name.toLowerCase(),
      ...(language.aliases ?? []),
      ...(language.extensions ?? []).map((extension) => extension.slice(1)),
    ]);
    const samples = [
      "a{b:c}",
      "{a :1}",
      "const a={b:1}",
      "<p  >a</p  >",
      "query {a,b}",
      "a:   1",
    ];
    const different: string[] = [];
    for (const name of new Set(names)) {
      for (const sample of samples) {
        const text = `* a\n  \`\`\`${name}\n  ${sample}\n  \`\`\`\n\n~~~~ ${name} x=1\n${sample}\n~~~~\n`;
        const want = await prettier.format(text, { filepath: "a.md" });
        const got = await formatFile(source("a.md", text));
        if (got !== want) different.push(name);
      }
    }
    expect(different).toEqual([]);
  });

  it("leaves verbatim files and files of no known language alone", async () => {
    const text = "const   a=1";
    expect(await formatFile({ path: "a.ts", text, kind: "verbatim" })).toBe(
      text,
    );
    expect(await formatFile(source("LICENSE", text))).toBe(text);
    expect(await formatFile(source(".gitignore", text))).toBe(text);
  });

  it("throws at code that does not parse", async () => {
    await expect(formatFile(source("src/a.ts", "const = ;"))).rejects.toThrow(
      /^the generated src\/a\.ts does not parse: Variable declaration expected\. \(1:7\)/,
    );
  });
});
