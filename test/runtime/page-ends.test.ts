/** What a body says about the end of a list: that is where a walk ends, and not one request later. */
import { describe, expect, it } from "vitest";
import type { SDKError } from "../../templates/runtime/errors.js";
import type { Paging } from "../../templates/runtime/operation.js";
import { hasNextPage, paginate } from "../../templates/runtime/pages.js";
import { clientOf, serve } from "./support/server.js";
import { pagesOf, upTo, walk, type Item } from "./support/walk.js";

const page: Paging = { by: "page", param: "page", items: ["data"] };
const offset: Paging = { by: "offset", param: "offset", items: ["data"] };

describe("the end that a body announces", () => {
  const signs: [
    string,
    Partial<Paging>,
    Parameters<typeof pagesOf>[1],
    Paging[],
  ][] = [
    [
      "next: null",
      { next: ["next"] },
      ({ isLast }) => ({
        next: isLast ? null : "http://elsewhere.example/?page=2",
      }),
      [page, offset],
    ],
    [
      "next: empty",
      { next: ["links", "next"] },
      ({ isLast }) => ({ links: { next: isLast ? "" : "x" } }),
      [page, offset],
    ],
    [
      "last: true",
      { last: ["last"] },
      ({ isLast }) => ({ last: isLast }),
      [page, offset],
    ],
    [
      "the number of pages",
      { pages: ["meta", "pages"] },
      () => ({ meta: { pages: 2 } }),
      [page],
    ],
    [
      "the number of items",
      { total: ["total"] },
      () => ({ total: 4 }),
      [page, offset],
    ],
    [
      "a count that is that of the list",
      { count: ["count"] },
      () => ({ count: 4 }),
      [page, offset],
    ],
  ];

  it.each(
    signs.flatMap(([name, paths, say, pagings]) =>
      pagings.map((paging) => [name, { ...paging, ...paths }, say] as const),
    ),
  )("%s is where a walk ends: %j", async (_, paging, say) => {
    const { ids, asked, error } = await walk(paging, pagesOf(4, say));
    expect([ids, error]).toEqual([upTo(4), undefined]);
    expect(asked).toEqual(["", paging.by === "page" ? "?page=2" : "?offset=2"]);
  });

  it("is counted from the first page, which may be 0", async () => {
    const paging = { ...page, first: 0, pages: ["pages"] };
    expect(
      await walk(
        paging,
        pagesOf(5, () => ({ pages: 3 }), 0),
      ),
    ).toEqual({
      ids: upTo(5),
      asked: ["", "?page=1", "?page=2"],
    });
  });

  it("is counted from the first item, which may be 1", async () => {
    const { asked, ids } = await walk(
      { ...offset, first: 1, total: ["total"] },
      ({ index, json }) => {
        json(200, {
          data: [{ id: 2 * index + 1 }, { id: 2 * index + 2 }],
          total: 4,
        });
      },
    );
    expect([ids, asked]).toEqual([upTo(4), ["", "?offset=3"]]);
  });

  it("is known to hasNextPage", async () => {
    const server = await serve(pagesOf(2, () => ({ total: 2 })));
    const { data } = await paginate<Item, object, SDKError>(clientOf(server), {
      id: "list",
      path: "/items",
      query: ["page"],
      paging: { ...page, total: ["total"] },
    }).withResponse();
    expect(hasNextPage(data)).toBe(false);
  });

  it("is where a header Link has no next page any more", async () => {
    const link = (index: number) =>
      index < 1
        ? '</items?page=2>; rel="next", </items?page=2>; rel="last"'
        : '</items>; rel="first", </items?page=1>; rel=prev';
    const { ids, asked } = await walk(
      { ...page, items: [] },
      ({ index, json }) => {
        json(200, [{ id: index }], { link: link(index) });
      },
    );
    expect([ids, asked]).toEqual([
      [0, 1],
      ["", "?page=2"],
    ]);
  });

  // JSON:API, HAL and RFC 8288 leave a link out that leads nowhere.
  it.each<
    [
      string,
      Partial<Paging>,
      (isLast: boolean) => object,
      Record<string, string>,
    ]
  >([
    [
      "a link in the body",
      { items: ["data"], next: ["_links", "next"] },
      (isLast) => ({
        _links: isLast ? {} : { next: { href: "/items?page=2" } },
      }),
      {},
    ],
    [
      "a number in the body",
      { items: ["data"], next: ["next_page"] },
      (isLast) => (isLast ? {} : { next_page: 2 }),
      {},
    ],
    [
      "a header Link",
      { items: ["data"] },
      () => ({}),
      { link: '</items?page=2>; rel="next"' },
    ],
  ])(
    "is where %s has led to the last page, which has none",
    async (_, paging, body, headers) => {
      const { ids, asked } = await walk(
        { ...page, ...paging },
        ({ index, json }) => {
          const isLast = index > 0;
          const data = [{ id: index }];
          json(200, { data, ...body(isLast) }, isLast ? {} : headers);
        },
      );
      expect([ids, asked]).toEqual([
        [0, 1],
        ["", "?page=2"],
      ]);
    },
  );

  it("is not where the flag that there is more has gone", async () => {
    const { ids, asked } = await walk(
      { ...page, items: ["data"], next: ["next"], more: ["more"] },
      ({ index, json }) => {
        const data = index < 2 ? [{ id: index }] : [];
        json(200, index < 1 ? { data, more: true } : { data });
      },
    );
    expect([ids, asked]).toEqual([
      [0, 1],
      ["", "?page=2", "?page=3"],
    ]);
  });

  it("is not known from links to other things", async () => {
    const { ids, asked } = await walk(
      { ...page, items: [] },
      ({ index, json }) => {
        json(200, index < 1 ? [{ id: index }] : [], {
          link: '</help>; rel="help"',
        });
      },
    );
    expect([ids, asked]).toEqual([[0], ["", "?page=2"]]);
  });
});

describe("no item is lost to", () => {
  it.each<[string, Partial<Paging>, object]>([
    ["a count of the page", { count: ["n"] }, { n: 2 }],
    ["a total of the server before it filtered", { total: ["n"] }, { n: 50 }],
    ["a total that is not counted", { total: ["n"] }, { n: 0 }],
    ["a total that is null", { total: ["n"] }, { n: null }],
    ["a total that is absent", { total: ["n"] }, {}],
    ["a number of pages that is not counted", { pages: ["n"] }, { n: 0 }],
    ["a next that is absent", { next: ["n"] }, {}],
    ["a last that is absent", { last: ["n"] }, {}],
  ])("%s", async (_, paths, said) => {
    for (const paging of [page, offset]) {
      const walked = await walk(
        { ...paging, ...paths },
        pagesOf(5, () => said),
      );
      expect([walked.ids, walked.error]).toEqual([upTo(5), undefined]);
      expect(walked.asked).toHaveLength(4);
    }
  });

  it("a total that says less than a server that has more", async () => {
    const paging = { ...page, total: ["total"], more: ["more"] };
    const { ids } = await walk(
      paging,
      pagesOf(5, ({ isLast }) => ({ total: 2, more: !isLast })),
    );
    expect(ids).toEqual(upTo(5));
  });

  it("pages that a filter made short or empty", async () => {
    const all = [[{ id: 1 }], [], [{ id: 2 }, { id: 3 }], [{ id: 4 }]];
    for (const said of ["more", "pages", "next"]) {
      const { ids, asked } = await walk(
        { ...page, [said]: [said] },
        ({ index, json }) => {
          const isLast = index === 3;
          json(200, {
            data: all[index],
            more: !isLast,
            pages: 4,
            next: isLast ? null : "x",
          });
        },
      );
      expect([ids, asked.length]).toEqual([upTo(4), 4]);
    }
  });

  it("a total that a later page changes", async () => {
    const { ids } = await walk(
      { ...page, total: ["total"] },
      pagesOf(5, ({ number }) => ({ total: number === 1 ? 7 : 5 })),
    );
    expect(ids).toEqual(upTo(5));
  });
});
