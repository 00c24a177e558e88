/**
 * Markdown of a document in the pages of the docs: kept where it is text, shown where it would act.
 */
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { table } from "../../../generator/emit/encode/markdown.js";
import { prose, proseLine } from "../../../generator/emit/docs/prose.js";
import { nastyStrings, randomStrings } from "../../support/nasty-strings.js";

describe("blocks", () => {
  it.each([
    ["two paragraphs", "one\ntwo\n\nthree", "one two\n\nthree"],
    ["a list", "Either:\n* a\n* b\n  more", "Either:\n\n- a\n- b more"],
    ["a list with gaps", "- a\n\n- b", "- a\n- b"],
    ["numbers", "3. a\n4. b", "1. a\n2. b"],
    ["a heading", "## Limits ##\ntext", "**Limits**\n\ntext"],
    ["code", "```json\n{ }\n```", "```\n{ }\n```"],
    ["code that never ends", "```\na", "```\na\n```"],
    ["a quote", "a\n> b\n> c\n>\n>> d\n\ne", "a\n\n> b c\n>\n> d\n\ne"],
    ["a list in a quote", "> a:\n> * b\n> * c", "> a:\n>\n> - b\n> - c"],
    ["a note", "> [!NOTE]\n> Mind.", "> **Note**\n>\n> Mind."],
    ["an empty quote", "> ", ""],
    ["a paragraph of HTML", "<p>\none\n</p>", "one"],
    [
      "tags in code",
      "`<p>` and\n```\n<li>\n```",
      "`<p>` and\n\n```\n<li>\n```",
    ],
    ["nothing", " \n ", ""],
  ])("%s", (_, text, wanted) => {
    expect(prose(text)).toBe(wanted);
  });
});

describe("inside of a line", () => {
  it.each([
    ["code", "a `b|c` d", "a `b|c` d"],
    ["code of one character", "`*` or `none`, `a`", "`*` or `none`, `a`"],
    ["emphasis", "**a** and *b* and _c_", "**a** and _b_ and _c_"],
    ["names with underscores", "a snake_case_name", "a snake\\_case\\_name"],
    ["a link", "[a](https://x.y/z_1)", "[a](https://x.y/z_1)"],
    ["an address", "see https://x.y/z.", "see <https://x.y/z>."],
    ["an entity", "a &lt; b &amp; c", "a &#60; b &#38; c"],
    ["an escaped mark", "2 \\* 3", "2 \\* 3"],
    ["HTML", '<img src=x onerror="a()">', '&#60;img src=x onerror="a()"&#62;'],
    ["a link with a script", "[a](javascript:b)", "a"],
    ["a link to a file", "[a](../b.md)", "a"],
    ["an image", "![a](https://x.y/b.png)", "[a](https://x.y/b.png)"],
    ["a definition of a link", "[a]: https://x.y", "\\[a\\]: <https://x.y>"],
    ["what would be a list", "- a", "- a"],
    ["a heading without a space", "#a", "\\#a"],
  ])("%s", (_, text, wanted) => {
    expect(prose(text)).toBe(wanted);
  });

  it("of a cell, bars and lines do not end it", () => {
    expect(proseLine("a | b\n\n- `c|d`\n- e")).toBe("a \\| b `c\\|d`; e");
    expect(proseLine("a\n> [!TIP]\n> b")).toBe("a **Tip** b");
  });
});

const texts = [...nastyStrings, ...randomStrings(400)];

it("no text leads to HTML, to an image or to a link of another kind", () => {
  for (const text of texts)
    for (const made of [prose(text), prose(`a ${text} b`), proseLine(text)]) {
      const shown = made
        .replace(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, "")
        .replace(/<https?:\/\/[^\s<>]+>/g, "")
        .replace(/^>(?: |$)/gm, "");
      expect([text, shown]).toEqual([text, expect.not.stringMatching(/[<>]/)]);
      // a link starts with a bracket that is not escaped; an image too
      expect(shown).not.toMatch(/!\[/);
      expect(shown).not.toMatch(/(?<!\\)\]\((?!https?:|mailto:)/);
    }
});

/** Two columns, none, joined ones, ligatures, combining marks, right to left, beyond the BMP. */
const wide = [
  ...Array.from("📘⚡©™ﬁﬃ漢字かな한글。、（）éü\u0301\u200dשלוםمرحبا𝒳𠀋　ﾊﾝ"),
  "👩‍👩‍👧",
  "🇩🇪",
  "👍🏽",
  "❤️",
  "1️⃣",
  "café",
  "日本語 text 日本語",
];

it("is what prettier prints, alone and in a table", async () => {
  for (const text of [
    ...texts,
    ...wide,
    ...wide.map((one) => `x${one}y **${one}** \`${one}\``),
  ]) {
    const rows = [
      [proseLine(text), proseLine("`x`")],
      [proseLine("abc"), proseLine(text)],
    ];
    const page = `# a\n\n${prose(`a ${text}`)}\n\n${table(["one", "two"], rows)}\n`;
    expect(await format(page, { parser: "markdown" })).toBe(page);
  }
}, 60_000);
