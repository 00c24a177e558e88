/** How the next page is asked for, other than by a token or a number that is known. */
import { describe, expect, it } from "vitest";
import { json as jsonBody } from "../../templates/runtime/body.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import type { SDKError } from "../../templates/runtime/errors.js";
import type { Paging } from "../../templates/runtime/operation.js";
import { paginate } from "../../templates/runtime/pages.js";
import { clientOf, serve } from "./support/server.js";
import { pagesOf, upTo, walk, type Item } from "./support/walk.js";

const page: Paging = { by: "page", param: "page", items: ["data"] };

describe("the number of the first page", () => {
  it("is taken from the body where nothing declares it", async () => {
    const paging = { ...page, current: ["page"] };
    for (const first of [0, 1]) {
      const { ids, asked } = await walk(
        paging,
        pagesOf(5, ({ number }) => ({ page: number }), first),
      );
      expect(ids).toEqual(upTo(5));
      expect(asked[1]).toBe(`?page=${first + 1}`);
    }
  });

  it("is the caller's where one is given", async () => {
    const paging = { ...page, current: ["page"] };
    const { ids } = await walk(
      paging,
      pagesOf(5, () => ({ page: 1 })),
      { page: 2 },
    );
    expect(ids).toEqual([3, 4, 5]);
  });
});

describe("the last item", () => {
  const byId: Paging = {
    by: "id",
    param: "after",
    items: ["data"],
    id: ["id"],
    more: ["more"],
  };

  it("is where the next page begins", async () => {
    const { ids, asked } = await walk(
      byId,
      ({ request, json }) => {
        const after = Number(
          new URL(request.target, "http://x").searchParams.get("after") ?? 0,
        );
        json(200, {
          data: [{ id: after + 1 }, { id: after + 2 }],
          more: after < 2,
        });
      },
      { limit: 2 },
    );
    expect([ids, asked]).toEqual([upTo(4), ["?limit=2", "?after=2&limit=2"]]);
  });

  it("is the one that the body names", async () => {
    const { asked } = await walk(
      { ...byId, next: ["last_id"] },
      ({ index, json }) => {
        json(200, {
          data: [{ id: index + 1 }],
          last_id: index ? null : "x",
          more: index < 2,
        });
      },
    );
    expect(asked).toEqual(["", "?after=x", "?after=2"]);
  });

  it.each([
    ["no item", []],
    ["an item without id", [{ id: 1 }, {}]],
  ])("has to be there while there are more: %s", async (_, data) => {
    const walked = await walk(byId, ({ json }) => {
      json(200, { data, more: true });
    });
    expect(walked).toEqual({
      ids: data.map(({ id }: Item) => id),
      asked: [""],
      error: "there are more pages, but the last item has no id (GET /items)",
    });
  });

  it.each([undefined, null, false])(
    "of an empty page ends the list: %j",
    async (more) => {
      const { ids, asked } = await walk(byId, ({ index, json }) => {
        json(200, {
          data: index ? [] : [{ id: 1 }],
          more: index ? more : true,
        });
      });
      expect([ids, asked]).toEqual([[1], ["", "?after=1"]]);
    },
  );

  it("is needed where the body has no name for it", async () => {
    const { id: _, ...named } = byId;
    const { asked } = await walk(
      { ...named, next: ["last_id"] },
      ({ index, json }) => {
        json(200, { data: [{}], last_id: index ? undefined : "x" });
      },
    );
    expect(asked).toEqual(["", "?after=x"]);
  });
});

describe("other ways to go on", () => {
  it("a list that is one page asks for no other", async () => {
    const { ids, asked } = await walk(
      { by: "single", items: ["data"] },
      ({ json }) => {
        json(
          200,
          { data: [{ id: 1 }], next: "x" },
          { link: "</items?page=2>; rel=next" },
        );
      },
    );
    expect([ids, asked]).toEqual([[1], [""]]);
  });

  it("a link may be an object, or missing in it", async () => {
    for (const last of [null, {}, { href: 7 }, { href: "" }]) {
      const { asked } = await walk(
        { by: "url", items: ["data"], next: ["_links", "next"] },
        ({ index, json }) => {
          json(200, {
            data: [{ id: index }],
            _links: { next: index ? last : { href: "/items?page=2" } },
          });
        },
      );
      expect(asked).toEqual(["", "?page=2"]);
    }
  });

  it("what the document takes for a cursor may be a link", async () => {
    const paging: Paging = {
      by: "cursor",
      param: "after",
      items: ["data"],
      next: ["next"],
    };
    const { asked } = await walk(paging, ({ index, json, request }) => {
      json(200, {
        data: [{ id: index }],
        next: index
          ? null
          : `http://${request.headers["host"] ?? ""}/items?after=x&limit=1`,
      });
    });
    expect(asked).toEqual(["", "?after=x&limit=1"]);
  });

  it("a param may be inside of another", async () => {
    const sent: unknown[] = [];
    const server = await serve(({ index, json, request }) => {
      sent.push(JSON.parse(request.body));
      json(200, { data: [{ id: index }], next: index ? null : "c" });
    });
    const list = (params?: object) =>
      paginate<Item, object, SDKError>(
        clientOf(server),
        {
          id: "search",
          method: "POST",
          unsafe,
          path: "/search",
          body: jsonBody,
          fields: ["pagination", "query"],
          paging: {
            by: "cursor",
            param: ["pagination", "after"],
            items: ["data"],
            next: ["next"],
          },
        },
        params,
      ).all({ limit: 9 });
    await list({ query: "q", pagination: { size: 1 } });
    expect(sent).toEqual([
      { query: "q", pagination: { size: 1 } },
      { query: "q", pagination: { size: 1, after: "c" } },
    ]);
  });
});
