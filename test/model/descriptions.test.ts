/**
 * HTML in descriptions: the common tags become Markdown, everything else stays.
 */
import { describe, expect, it } from "vitest";
import { describedBy, textOf } from "../../generator/model/descriptions.js";

describe("HTML in descriptions", () => {
  it.each([
    ["a paragraph", "<p>Refunds a charge.</p>", "Refunds a charge."],
    ["paragraphs", "<p>One.</p>\n\n<p class='x'>Two.</p>\n", "One.\n\nTwo."],
    ["a break", "One.<br/>Two.<br>Three.", "One.\n\nTwo.\n\nThree."],
    [
      "bold",
      "<b>Note:</b> it is <strong>gone </strong>now.",
      "**Note:** it is **gone** now.",
    ],
    ["italic", "<i>a</i> and <em>b</em>", "*a* and *b*"],
    [
      "code",
      "the <code>&lt;id&gt;</code> of <code>a</code>",
      "the `<id>` of `a`",
    ],
    [
      "a link",
      '<a class="x" href="https://example.com/a?b=1">Docs</a>',
      "[Docs](https://example.com/a?b=1)",
    ],
    [
      "a link in bold",
      '<strong>Only <a href="https://a.b">Express</a></strong>',
      "**Only [Express](https://a.b)**",
    ],
    ["a link within the site", '<a href="/docs">Docs</a>', "Docs"],
    ["a link that would run", '<a href="javascript:alert(1)">Docs</a>', "Docs"],
    ["a link that would end early", '<a href="https://a.b/)">x](y</a>', "x](y"],
    [
      "a list",
      "Either:\n<ul>\n    <li>one\n    <li>two</li>\n</ul>\nThen.",
      "Either:\n\n- one\n- two\n\nThen.",
    ],
    [
      "a list of steps in a list",
      "<ul><li>a<ol><li>b</li><li>c</li></ol></li></ul>",
      "- a\n  1. b\n  2. c",
    ],
    ["a heading", "<h2>Limits</h2>Ten.", "**Limits**\n\nTen."],
  ])("%s", (_, html, markdown) => {
    expect(textOf(html)).toBe(markdown);
  });

  it.each([
    ["a link within the site", "See [auth](/docs/auth).", "See auth."],
    [
      "a link to a file",
      'See [the `x`](./other.md "Other"): a',
      "See the `x`: a",
    ],
    ["a link to a heading", "[Limits](#limits) and [](a)", "Limits and "],
    ["an image of the site", "![A logo](../logo.png) a", "A logo a"],
    ["a link that would run", "[a](javascript:b)", "a"],
  ])("of Markdown, %s is its label", (_, markdown, wanted) => {
    expect(textOf(markdown)).toBe(wanted);
  });

  it.each([
    [
      "links to the web",
      "[a](https://x.y/z) [b](mailto:c@d.e) ![c](HTTP://x.y)",
    ],
    ["links in code", "`[a](/b)` and\n```\n[a](/b)\n```"],
    ["escaped brackets", "\\[a](/b)"],
    ["code of Markdown", "Use `<br>` or:\n\n```html\n<p>a</p>\n```"],
    ["words in angle brackets", "An <id> of the <b"],
    ["a tag that is spoken of", "Wrap it in <p> and <b>."],
    ["other tags", '<script>alert(1)</script><img src="x">'],
    ["a table", "| a | b |\n| --- | --- |\n| x<br>y | z |"],
    ["no text", "a < b && c > d"],
  ])("leaves %s", (_, text) => {
    expect(textOf(text)).toBe(text);
  });

  it("says nothing where nothing is left", () => {
    expect(describedBy("<p> </p>")).toEqual({});
  });

  it("reads long texts in one go", () => {
    for (const piece of [
      "<a href='",
      "<b>",
      "<p",
      "` ",
      "```",
      "<code>",
      " \n",
      "<ul>",
      "<li>",
      "[",
      "[`",
      "[a](",
      '[a](b "',
      "[a](b ",
    ]) {
      const text = `<p>${piece.repeat(20_000)}</p>`;
      expect(textOf(text)?.length ?? 0).toBeLessThanOrEqual(text.length * 2);
    }
  });
});
