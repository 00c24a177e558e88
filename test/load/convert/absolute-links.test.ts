import { describe, expect, it } from "vitest";
import { absoluteLinks } from "../../../generator/load/convert/absolute-links.js";

const resolved = (description: string, url?: string): unknown => {
  const root = {
    ...(url !== undefined && { externalDocs: { url } }),
    paths: { "/a": { get: { description, responses: {} } } },
  };
  absoluteLinks(root);
  return root.paths["/a"].get.description;
};

const docs = "https://docs.acme.com/rest/";

describe("a relative link of a description", () => {
  it.each([
    ["[b](/guides/b)", "[b](https://docs.acme.com/guides/b)"],
    ["[b](../b?x=1#y)", "[b](https://docs.acme.com/b?x=1#y)"],
    [
      "[`b`](b) and [c](c)",
      "[`b`](https://docs.acme.com/rest/b) and [c](https://docs.acme.com/rest/c)",
    ],
    ['[b](b "title")', "[b](https://docs.acme.com/rest/b)"],
    ["[b](//acme.com/b)", "[b](https://acme.com/b)"],
  ])("%s leads to the documentation", (text, want) => {
    expect(resolved(text, docs)).toBe(want);
  });

  it.each([
    "[b](https://acme.com/b)",
    "[b](mailto:b@acme.com)",
    "[b](javascript:b)",
    "[b](ref:b)",
    "[b](#b)",
    "[b]()",
    "![b](/b.png)",
    "`[b](/b)`",
    "```\n[b](/b)\n```",
    "\\[b](/b)",
    "[b](http://[/b)",
  ])("%s stays", (text) => {
    expect(resolved(text, docs)).toBe(text);
  });

  it.each([undefined, "docs", "javascript:x", "https://", "ftp://acme.com"])(
    "stays where the document names %s",
    (url) => {
      expect(resolved("[b](/b)", url)).toBe("[b](/b)");
    },
  );

  it("ends where it should, whatever the page is called", () => {
    expect(resolved("[b](b)", "https://acme.com/a(1)/")).toBe(
      "[b](https://acme.com/a%281%29/b)",
    );
  });

  it("in an example is data", () => {
    const root = {
      externalDocs: { url: docs },
      components: {
        schemas: {
          A: { example: { description: "[b](/b)" }, description: "[b](/b)" },
          description: { description: "[c](/c)" },
        },
      },
    };
    absoluteLinks(root);
    expect(root.components.schemas).toEqual({
      A: {
        example: { description: "[b](/b)" },
        description: "[b](https://docs.acme.com/b)",
      },
      description: { description: "[c](https://docs.acme.com/c)" },
    });
  });
});
