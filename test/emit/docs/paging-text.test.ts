/** How a list goes on and ends, in a sentence. */
import { describe, expect, it } from "vitest";
import { pagingText } from "../../../generator/emit/docs/paging-text.js";
import { emitted } from "../../support/pipeline.js";

const sentence = (paging: object): string =>
  pagingText({
    items: [],
    item: { kind: "binary" },
    ...paging,
  } as never);

describe("the sentence about a list", () => {
  it.each([
    [
      { by: "cursor", param: ["after"], next: ["meta", "next"] },
      "The next page is asked for by `after`, which takes `meta.next` of the page before, until there is none.",
    ],
    [
      {
        by: "cursor",
        param: ["paging", "from"],
        next: ["next"],
        more: ["has_more"],
      },
      "The next page is asked for by `paging.from`, which takes `next` of the page before, until `has_more` is false.",
    ],
    [
      { by: "id", param: ["after"], id: ["id"], more: ["has_more"] },
      "The next page is asked for by `after`, which takes the `id` of the last item, until `has_more` is false.",
    ],
    [
      { by: "id", param: ["after"], id: ["id"] },
      "The next page is asked for by `after`, which takes the `id` of the last item, until a page is empty.",
    ],
    [
      { by: "page", param: ["page"], first: 0, last: ["last"], pages: ["n"] },
      "The next page is asked for by its number, `page`, which counts from 0, until `last` is true.",
    ],
    [
      { by: "page", param: ["page"], pages: ["total_pages"] },
      "The next page is asked for by its number, `page`, which counts from 1, until there are as many pages as `total_pages` says.",
    ],
    [
      { by: "page", param: ["page"], current: ["meta", "page"] },
      "The next page is asked for by its number, `page`, after `meta.page` of the first page, until a page is empty.",
    ],
    [
      { by: "offset", param: ["offset"], total: ["total"] },
      "The next page is asked for by the number of the items before it, `offset`, until there are as many items as `total` says.",
    ],
    [
      { by: "offset", param: ["startIndex"], first: 1, next: ["next"] },
      "The next page is asked for by the number of the items before it, `startIndex`, which counts from 1, until `next` is null.",
    ],
    [
      {
        ...{ by: "cursor", param: ["cursor"], next: ["~next"] },
        more: ["~more"],
        headers: [
          ["~next", "X-Next"],
          ["~more", "X-More"],
        ],
      },
      "The next page is asked for by `cursor`, which takes the header `X-Next` of the page before, until the header `X-More` is false.",
    ],
    [
      { by: "id", param: ["after"], id: ["id"], previous: ["before"] },
      "The next page is asked for by `after`, which takes the `id` of the last item, until a page is empty. With `before` the pages go backward, by the first item.",
    ],
    [
      { by: "url", next: ["links", "next"] },
      "The next page is asked for by the link in `links.next`, until there is none.",
    ],
    [
      { by: "url" },
      "The next page is asked for by the link in the header `Link`, until there is none.",
    ],
    [{ by: "single" }, "There is one page."],
  ])("%j", (paging, want) => {
    expect(sentence(paging)).toBe(want);
  });

  it("stands in the section of the operation", async () => {
    const page = await emitted(
      `paths:
  /things:
    get:
      tags: [Things]
      parameters: [{ in: query, name: offset, schema: { type: integer } }]
      responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } } }`,
      "docs/things.md",
    );
    expect(page).toContain(
      "`for await` iterates over the items of all pages. The next page is asked for by the number of the items before it, `offset`, until a page is empty.",
    );
  });
});
