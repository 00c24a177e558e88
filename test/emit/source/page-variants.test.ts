/** Pages that the config describes by headers, and lists that go backward: from a config to a server. */
import { expect, it } from "vitest";
import { answer } from "../../packages/support/loopback.js";
import { emitted } from "../../support/pipeline.js";
import { ran } from "../../support/ran.js";

const item = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string" } },
};
const list = (schema: object, ...names: readonly string[]) => ({
  tags: ["items"],
  parameters: names.map((name) => ({
    name,
    in: "query",
    schema: { type: "string" },
  })),
  responses: {
    200: { description: "", content: { "application/json": { schema } } },
  },
});
const source = {
  servers: [{ url: "https://api.example.com" }],
  paths: {
    "/raw": {
      get: {
        ...list({ type: "array", items: item }, "cur"),
        operationId: "listRaw",
      },
    },
    "/items": {
      get: {
        ...list(
          {
            type: "object",
            properties: { data: { type: "array", items: item } },
          },
          "after",
          "before",
        ),
        operationId: "listItems",
      },
    },
  },
};
const pagination = {
  raw: {
    by: "cursor",
    param: "cur",
    items: "",
    headers: { next: "X-Next" },
    operations: ["listRaw"],
  },
  ids: { by: "id", param: "after", items: "data", previous: "before" },
} as const;

it.each([{}, { compatibility: "stainless" as const }])(
  "goes by headers, and backward, with %s",
  async (options) => {
    const { errors, requests, result } = await ran(
      source,
      `import { Test } from "./src/index.js";
export const run = async (baseURL: string) => {
  const { items } = new Test({ baseURL });
  const ids: string[] = [];
  for await (const { id } of items.listRaw()) ids.push(id);
  for await (const { id } of items.list({ before: "e" })) ids.push(id);
  for await (const { id } of items.list({ after: "e" })) ids.push(id);
  return ids;
};
`,
      {
        ...options,
        pagination,
        methods: { listRaw: "items.listRaw", listItems: "items.list" },
        handler: ({ url }, response) => {
          const page = (...ids: readonly string[]) =>
            answer(response, 200, { data: ids.map((id) => ({ id })) });
          switch (url) {
            case "/raw":
              response.setHeader("x-next", "n1");
              return answer(response, 200, [{ id: "r1" }]);
            case "/raw?cur=n1":
              return answer(response, 200, [{ id: "r2" }]);
            case "/items?before=e":
              return page("c", "d");
            case "/items?before=c":
              return page("a", "b");
            case "/items?after=e":
              return page("f");
            default:
              return page();
          }
        },
      },
    );
    expect(errors).toEqual([]);
    expect(requests).toEqual([
      ...["GET /raw", "GET /raw?cur=n1"],
      ...["GET /items?before=e", "GET /items?before=c", "GET /items?before=a"],
      ...["GET /items?after=e", "GET /items?after=f"],
    ]);
    expect(result).toEqual(["r1", "r2", "c", "d", "a", "b", "f"]);
  },
);

it("writes what decides into the function, not into what describes the pages", async () => {
  const text = await emitted(source, "src/resources/items.ts", { pagination });
  expect(text).toContain('response: withHeaderMembers([["~next", "X-Next"]]),');
  expect(text).toContain(
    'paging: { by: "id", param: "after", items: ["data"], id: ["id"] },',
  );
  expect(text).toMatch(/inDirection\(\n[^]*?params,\n\s+\["before"\],\n/);
});
