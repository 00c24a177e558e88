/** Pages that headers lead from, and lists that go backward. */
import { expect, it } from "vitest";
import { rawEvents } from "../../templates/runtime/events.js";
import { following } from "../../templates/runtime/redirects.js";
import { json } from "../../templates/runtime/body.js";
import type { Operation, Paging } from "../../templates/runtime/operation.js";
import { inDirection } from "../../templates/runtime/page-direction.js";
import { withHeaderMembers } from "../../templates/runtime/page-headers.js";
import { paginate } from "../../templates/runtime/pages.js";
import { clientOf, serve } from "./support/server.js";

const operation: Operation = {
  id: "list",
  path: "/items",
  query: ["cursor", "after", "before"],
};

interface Item {
  readonly id: string;
}

/** Reads a list from a server that answers with these pages, one after the other. */
const read = async (
  answers: readonly (readonly [
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ])[],
  of: Operation,
  params?: object,
) => {
  const server = await serve(({ index, json: send }) => {
    const [body, headers] = answers[index] ?? [];
    send(200, body, headers);
  });
  const ids: string[] = [];
  for await (const { id } of paginate<Item, unknown, never>(
    clientOf(server),
    of,
    params,
  ))
    ids.push(id);
  return [ids, ...server.requests.map(({ target }) => target)];
};

const headers = (
  paging: Paging,
  ...members: readonly (readonly [string, string])[]
): Operation => ({
  ...operation,
  paging,
  response: withHeaderMembers(members),
});

it("a cursor in a header leads on, also from a list without an object around it", async () => {
  const paging: Paging = {
    by: "cursor",
    param: "cursor",
    items: [],
    next: ["~next"],
  };
  const all = await read(
    [[[{ id: "a" }], { "x-next": "007" }], [[{ id: "b" }]]],
    headers(paging, ["~next", "X-Next"]),
  );
  expect(all).toEqual([["a", "b"], "/items", "/items?cursor=007"]);
});

it("a header says that there is no more, and how many there are", async () => {
  const paging: Paging = {
    by: "cursor",
    param: "cursor",
    items: ["data"],
    next: ["next"],
    more: ["~more"],
  };
  const page = (id: string) => ({ data: [{ id }], next: id });
  const more = ["~more", "X-More"] as const;
  expect(
    await read(
      [
        [page("a"), { "x-more": "true" }],
        [page("b"), { "x-more": "False" }],
      ],
      headers(paging, more),
    ),
  ).toEqual([["a", "b"], "/items", "/items?cursor=a"]);
  const numbered: Paging = {
    by: "offset",
    param: "after",
    items: ["data"],
    total: ["~total"],
  };
  const total = ["~total", "X-Total"] as const;
  expect(
    await read(
      [
        [page("a"), { "x-total": "2" }],
        [page("b"), { "x-total": "2" }],
      ],
      headers(numbered, total),
    ),
  ).toEqual([["a", "b"], "/items", "/items?after=1"]);
});

it("what is a header is no field of the page", async () => {
  const server = await serve(({ json: send }) => {
    send(200, { data: [] }, { "x-next": "n" });
  });
  const client = clientOf(server);
  const paging: Paging = { by: "single", items: ["data"] };
  const page = await paginate(client, headers(paging, ["~next", "X-Next"]));
  expect(JSON.stringify(page)).toBe('{"data":[]}');
  expect(Object.keys(page as object)).toEqual(["data"]);
});

it("other decoders go on as they are, and what is no object stays", async () => {
  const members = [["~next", "X-Next"]] as const;
  const decoder = following(json);
  expect(withHeaderMembers(members, decoder).transport).toBe(decoder.transport);
  expect(withHeaderMembers(members, rawEvents).transport).toBeUndefined();
  const server = await serve(({ json: send }) => {
    send(200, "text");
  });
  const list = headers({ by: "single", items: [] }, ["~next", "X-Next"]);
  expect(await paginate(clientOf(server), list)).toBe("text");
});

const byId: Operation = {
  ...operation,
  paging: {
    by: "id",
    param: "after",
    items: ["data"],
    id: ["id"],
    more: ["has_more"],
  },
};
const items = (...ids: readonly string[]) => ({
  data: ids.map((id) => ({ id })),
  has_more: true,
});

it("a list goes backward by the first item, where the page before is asked for", async () => {
  const params = { before: "e" };
  expect(
    await read(
      [[items("c", "d")], [{ ...items("a", "b"), has_more: false }]],
      inDirection(byId, params, ["before"]),
      params,
    ),
  ).toEqual([["c", "d", "a", "b"], "/items?before=e", "/items?before=c"]);
  expect(
    await read(
      [[items("a")], [items()]],
      inDirection(byId, params, ["before"]),
      params,
    ),
  ).toEqual([["a"], "/items?before=e", "/items?before=a"]);
});

it("an item without a field for it is the id itself", () => {
  const paging: Paging = { by: "id", param: "after", items: ["data"] };
  const list = inDirection({ ...operation, paging }, { before: "a" }, [
    "before",
  ]);
  expect(list.paging).toEqual({
    ...paging,
    by: "cursor",
    param: ["before"],
    next: ["data", "0"],
  });
});

it.each([undefined, {}, { before: undefined }, { before: null }])(
  "a list goes forward with %s",
  (params) => {
    expect(inDirection(byId, params, ["before"])).toBe(byId);
  },
);

it("what has no pages has no direction", () => {
  expect(inDirection(operation, { before: "a" }, ["before"])).toBe(operation);
});
