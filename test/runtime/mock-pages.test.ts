/** Lists of mocks in pages, which the runtime itself walks over; by hand where a caller does. */
import { describe, expect, it } from "vitest";
import { extras } from "../../templates/runtime/extras.js";
import { form } from "../../templates/runtime/form.js";
import { json } from "../../templates/runtime/body.js";
import { mocked } from "../../templates/runtime/mocks.js";
import type { MockPaging } from "../../templates/runtime/mock-types.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { mockPages } from "../../templates/runtime/mock-pages.js";
import { paginate } from "../../templates/runtime/pages.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { clientOf } from "./support/server.js";

type Pages = readonly (readonly unknown[])[];

/** A mock of one list, whose example is `body`. */
const mockOf = (
  paging: MockPaging,
  pages: Pages,
  {
    method = "GET",
    body = { data: [{ id: 0, name: "A" }] },
  }: { readonly method?: string; readonly body?: unknown } = {},
) => {
  const answers = {
    ...{ kind: "json", status: 200, mediaType: "application/json" },
    ...{ body, errors: [], paging },
  };
  return mocked(
    {
      operations: [["list", method, "/items", "", JSON.stringify(answers)]],
      prefixes: [],
    },
    { list: mockPages(pages) },
  );
};

const query = ["after", "page", "offset"];

/** The items of all pages, and what asked for each. */
const walked = async (
  { asks, ...paging }: MockPaging,
  pages: Pages,
  operation: Partial<Operation> & { example?: unknown } = {},
) => {
  const { example, ...rest } = operation;
  const fetch = mockOf({ ...paging, ...(asks && { asks }) }, pages, {
    ...(rest.method && { method: rest.method }),
    ...(example !== undefined && { body: example }),
  });
  const param = asks?.slice(asks[0] === "body" ? 1 : -1);
  const list = paginate<{ id: number }, object, Error>(
    clientOf({ url: "https://api.example.com" }, { fetch }),
    {
      ...{ id: "list", method: "GET", path: "/items", query },
      ...(rest as object),
      paging: { ...paging, ...(param && { param }) },
    },
    {},
  );
  const ids: number[] = [];
  for await (const { id } of list) ids.push(id);
  return { ids, asked: fetch.calls.length, fetch };
};

const three: Pages = [[{ id: 1 }, { id: 2 }], [{ id: 3 }], [{ id: 4 }]];
const items = ["data"];
const all = [1, 2, 3, 4];

describe("pages of a mock", () => {
  it.each<[string, MockPaging, unknown?]>([
    [
      "a cursor that is text",
      { by: "cursor", items, asks: ["query", "after"], next: ["meta", "next"] },
      { data: [], meta: { next: "abc" } },
    ],
    [
      "a cursor that is a number",
      { by: "cursor", items, asks: ["query", "after"], next: ["next"] },
      { data: [], next: 7 },
    ],
    [
      "the id of the last item",
      {
        ...{ by: "id", items, asks: ["query", "after"] as const },
        ...{ id: ["id"], more: ["has_more"] },
      },
    ],
    [
      "the id of the last item, which the page has too",
      {
        ...{ by: "id", items, asks: ["query", "after"] as const },
        ...{ id: ["id"], next: ["last_id"], more: ["more"] },
      },
    ],
    [
      "the number of a page",
      { by: "page", items, asks: ["query", "page"], pages: ["pages"] },
    ],
    [
      "the number of a page that counts from zero",
      { by: "page", items, asks: ["query", "page"], first: 0, last: ["last"] },
    ],
    [
      "the number of a page, with a link",
      { by: "page", items, asks: ["query", "page"], next: ["next"] },
      { data: [], next: "https://api.example.com/items?page=2" },
    ],
    [
      "the number of a page, with that of the next one",
      { by: "page", items, asks: ["query", "page"], next: ["next"] },
    ],
    [
      "a page whose first number the body says",
      {
        ...{ by: "page", items, asks: ["query", "page"] as const },
        ...{ current: ["current"], more: ["more"] },
      },
    ],
    [
      "the number of the items before it",
      { by: "offset", items, asks: ["query", "offset"], total: ["total"] },
    ],
    [
      "an offset that counts from one",
      {
        ...{ by: "offset", items, asks: ["query", "offset"] as const },
        ...{ first: 1, total: ["total"], count: ["count"] },
      },
    ],
    ["a link in the header Link", { by: "url", items }],
    ["a link in the body", { by: "url", items, next: ["links", "next"] }],
    [
      "a link that is an object",
      { by: "url", items, next: ["links", "next"] },
      { data: [], links: { next: { href: "", type: "page" } } },
    ],
  ])("are found by %s", async (_, paging, example) => {
    const { ids, asked } = await walked(paging, three, { example });
    expect(ids).toEqual(all);
    expect(asked).toBe(3);
  });

  it("are asked for by a header", async () => {
    const paging: MockPaging = {
      ...{ by: "cursor", items, next: ["next"] },
      asks: ["header", "X-After"],
    };
    const { ids } = await walked(paging, three, {
      headers: ["X-After"],
      extras,
    });
    expect(ids).toEqual(all);
  });

  it.each([
    ["JSON", json, ["body", "page", "after"]],
    ["a form", form, ["body", "after"]],
  ] as const)("are asked for in %s", async (_, body, asks) => {
    const paging: MockPaging = { by: "cursor", items, asks, next: ["next"] };
    const { ids } = await walked(paging, three, {
      ...{ method: "POST", unsafe, body, query: [], fields: [asks[1]] },
    });
    expect(ids).toEqual(all);
  });

  it("have the example's other fields, and those of its items", async () => {
    const paging: MockPaging = {
      ...{ by: "page", items, asks: ["query", "page"] as const },
      ...{ current: ["page"], pages: ["of"], total: ["total"] },
    };
    const fetch = mockOf(paging, [[{ id: 1 }], [{ id: 2, name: "B" }]], {
      body: { data: [{ id: 0, name: "A" }], kind: "list" },
    });
    const bodies = [];
    for (const search of ["", "?page=2"])
      bodies.push(
        await (await fetch(`https://a.example/items${search}`)).json(),
      );
    const common = { kind: "list", of: 2, total: 2 };
    expect(bodies).toEqual([
      { ...common, data: [{ id: 1, name: "A" }], page: 1 },
      { ...common, data: [{ id: 2, name: "B" }], page: 2 },
    ]);
  });

  it("are a list alone where the body is one", async () => {
    const { ids } = await walked({ by: "url", items: [] }, three, {
      example: [{ id: 0 }],
    });
    expect(ids).toEqual(all);
  });

  it("are none without an example and without items", async () => {
    const paging: MockPaging = { by: "cursor", items, next: ["next"] };
    const answers = { kind: "json", status: 200, errors: [], paging };
    const fetch = mocked(
      {
        operations: [["list", "GET", "/items", "", JSON.stringify(answers)]],
        prefixes: [],
      },
      { list: mockPages([]) },
    );
    expect(await (await fetch("https://a.example/items")).json()).toEqual({
      ...{ data: [], next: null },
    });
  });

  const idPaging: MockPaging = {
    ...{ by: "id", items, asks: ["query", "after"] },
    ...{ id: ["id"], more: ["more"] },
  };
  const pagePaging: MockPaging = {
    ...{ by: "page", items, asks: ["query", "page"], more: ["more"] },
  };
  const offsetPaging: MockPaging = {
    ...{ by: "offset", items, asks: ["query", "offset"], more: ["more"] },
  };
  it.each<[string, MockPaging, string, number[], boolean]>([
    ["the first page of all", idPaging, "", [1, 2], true],
    ["an empty id", idPaging, "?after=", [1, 2], true],
    ["an id within a page", idPaging, "?after=1", [], false],
    ["an id that none has", idPaging, "?after=x", [], false],
    [
      "an id where items have none",
      { by: "id", items, asks: ["query", "after"], more: ["more"] },
      ...["?after=2", [], false],
    ] as never,
    ["a page past the end", pagePaging, "?page=4", [], false],
    ["a page that is no number", pagePaging, "?page=x", [], false],
    ["an offset within a page", offsetPaging, "?offset=1", [2], true],
    ["an offset in the last page", offsetPaging, "?offset=3", [4], false],
    ["an offset past the end", offsetPaging, "?offset=9", [], false],
    [
      "what is in the path",
      { by: "page", items, asks: ["path", "page"], more: ["more"] },
      ...["?page=2", [1, 2], true],
    ] as never,
  ])("answer to %s", async (_, paging, search, ids, more) => {
    const fetch = mockOf(paging, three);
    const response = await fetch(`https://a.example/items${search}`);
    const body = (await response.json()) as { data: { id: number }[] };
    expect(body.data.map(({ id }) => id)).toEqual(ids);
    expect(body).toMatchObject({ more });
  });

  it("has no token where items have no id", async () => {
    const fetch = mockOf({ by: "id", items, next: ["last_id"] }, three);
    const response = await fetch("https://a.example/items");
    expect(await response.json()).not.toHaveProperty("last_id");
  });
});
