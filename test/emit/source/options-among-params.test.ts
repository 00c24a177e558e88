/** Options that a caller in JavaScript passes where params are expected. */
import { expect, it } from "vitest";
import { answer, serve } from "../../packages/support/loopback.js";
import { built } from "../../support/built.js";

const source = {
  info: { title: "Acme", version: "1.0.0" },
  servers: [{ url: "https://api.example.com" }],
  paths: {
    "/rooms/{id}": {
      get: {
        operationId: "getRoom",
        tags: ["rooms"],
        parameters: [
          {
            name: "id",
            in: "path",
            required: true,
            schema: { type: "string" },
          },
          { name: "expand", in: "query", schema: { type: "string" } },
        ],
        responses: { 204: { description: "Done." } },
      },
    },
    "/hooks": {
      post: {
        operationId: "createHook",
        tags: ["hooks"],
        requestBody: {
          content: Object.fromEntries(
            ["application/json", "application/x-www-form-urlencoded"].map(
              (type) => [
                type,
                {
                  schema: {
                    type: "object",
                    properties: { timeout: { type: "integer" } },
                  },
                },
              ],
            ),
          ),
        },
        responses: { 204: { description: "Done." } },
      },
    },
  },
};

const code = `import { Acme } from "./src/index.js";
export const ways = [
  (baseURL: string) => new Acme({ baseURL }).rooms.get("a", { signal: new AbortController().signal } as object),
  (baseURL: string) => new Acme({ baseURL }).with({ maxRetries: 0 }).rooms.get("a", { expand: "b", timeout: 5 } as object),
  (baseURL: string) => new Acme({ baseURL }).rooms.get("a", { expand: "b" }, { timeout: 5000 }),
  (baseURL: string) => new Acme({ baseURL }).hooks.create({ timeout: 5 }),
];
`;

it("are refused before anything is sent, where the operation has no such param", async () => {
  const { exports, errors } = await built(source, code);
  expect(errors).toEqual([]);
  const { ways } = exports as {
    ways: readonly ((baseURL: string) => Promise<unknown>)[];
  };
  const { url, received } = await serve((_, response) => {
    answer(response, 204, undefined);
  });
  const outcomes: string[] = [];
  for (const way of ways)
    outcomes.push(await way(url).then(() => "sent", String));
  const refused = (name: string): string =>
    `ConfigError: ${name} is an option: pass it after the params (GET /rooms/{id})`;
  expect(outcomes).toEqual([
    refused("signal"),
    refused("timeout"),
    "sent",
    "sent",
  ]);
  expect(received.map(({ url: path }) => path)).toEqual([
    "/rooms/a?expand=b",
    "/hooks",
  ]);
});
