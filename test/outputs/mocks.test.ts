/** The mocks of a package: built as its owner would, alone, in its own contract test, and under MSW. */
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { typeErrors } from "../support/type-errors.js";
import { builtPackage, keys, packageOf } from "./support.js";

/** With XML, which is neither read nor written. */
const reports = keys.replace(
  "components:\n",
  `  /keys/{id}/report:
    get:
      operationId: getReport
      tags: [Keys]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200": { description: A report., content: { application/xml: { schema: { $ref: "#/components/schemas/Key" } } } }
components:
`,
);

let folder = "";
beforeAll(async () => {
  folder = await builtPackage({ mocks: true, otel: true }, reports);
});

/** What a program prints that is run in the package, as JSON. */
const printed = async (program: string): Promise<unknown> => {
  const path = join(folder, "use", "use.mjs");
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, program);
  const { stdout } = await promisify(execFile)(process.execPath, [path]);
  return JSON.parse(stdout);
};

const start = `
import { Keys, NotFoundError } from "../dist/esm/index.js";
import { mockFetch, mockPages, fixture } from "../dist/esm/mocks.js";
const clientOf = (fetch, options = {}) => new Keys({ apiKey: "key", fetch, ...options }).keys;
const print = (value) => console.log(JSON.stringify(value));
const failure = (promise) => promise.then(() => "none", ({ name, status, body }) => ({ name, status, body }));
`;

it("answer with examples, and with what a test gives", async () => {
  const found = await printed(
    `${start}
const fetch = mockFetch({
  getKey: (request, { id }) => id === "no" ? { status: 404 } : { data: { id, limits: { day: 1 } } },
  createKey: [503, { status: 422, body: { message: "No" } }, { status: 201 }],
  listKeys: mockPages([[{ id: "a" }, { id: "b" }], [{ id: "c" }], []]),
  watchKey: { events: [{ id: "x", name: "X" }, { id: "y", name: "Y" }] },
  getMyKey: { fail: "network" },
  deleteKey: { fail: "timeout" },
});
const keys = clientOf(fetch);
const ids = [];
for await (const { id } of keys.list()) ids.push(id);
const events = [];
for await (const { id } of await keys.watch("a")) events.push(id);
const broken = await failure((async () => {
  for await (const _ of await clientOf(mockFetch({ watchKey: { events: [1, 2].map(() => ({ id: "x", name: "" })), failAfter: 1 } })).watch("a"));
})());
print({
  got: await keys.get("a b/c"),
  none: await failure(keys.get("no")),
  created: [await failure(keys.create({ name: "a" }, { retry: "all" })), await keys.create({ name: "a" })],
  ids, events, broken: broken.name,
  network: (await failure(clientOf(mockFetch({ getMyKey: { fail: "network" } }), { maxRetries: 0 }).getMy())).name,
  timeout: (await failure(keys.delete("a", { timeout: 20, maxRetries: 0 }))).name,
  image: await (await keys.getImage("a")).text(),
  calls: fetch.calls.slice(0, 3).map(({ operation, params, request }) => [operation, params, new URL(request.url).pathname]),
  fixture: fixture("getMyKey"),
  literal: await clientOf(mockFetch()).getMy(),
  unknown: (await mockFetch()("https://api.acme.example/v1/nothing").catch((error) => error.name + ": " + error.message)),
  elsewhere: await clientOf(mockFetch({}, { baseURL: "http://localhost/proxy" }), { baseURL: "http://localhost/proxy" }).getMy(),
});`,
  );
  expect(found).toEqual({
    got: {
      ...{ id: "a b/c", name: "First" },
      limits: { day: 1, month: 50 },
    },
    none: {
      ...{ name: "NotFoundError", status: 404 },
      body: { message: "Something is wrong" },
    },
    created: [
      {
        ...{ name: "UnprocessableEntityError", status: 422 },
        body: { message: "No" },
      },
      { id: "key_1", name: "First", limits: { day: 5, month: 50 } },
    ],
    ids: ["a", "b", "c"],
    events: ["x", "y"],
    broken: "ConnectionError",
    network: "ConnectionError",
    timeout: "TimeoutError",
    image: "text",
    calls: [
      ["listKeys", {}, "/v1/keys"],
      ["listKeys", {}, "/v1/keys"],
      ["listKeys", {}, "/v1/keys"],
    ],
    fixture: { id: "mine", name: "Mine", limits: { day: 1, month: 1 } },
    literal: { id: "mine", name: "Mine", limits: { day: 1, month: 1 } },
    unknown: "TypeError: no operation is GET /v1/nothing",
    elsewhere: { id: "mine", name: "Mine", limits: { day: 1, month: 1 } },
  });
});

it("pass the contract test of the package", async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--test", "--test-reporter=tap", "test/mocks.test.mjs"],
    { cwd: folder },
  );
  expect(stdout).toMatch(/^# fail 0$/m);
  // Eight operations, and three errors that they declare.
  expect(stdout).toMatch(/^# pass 11$/m);
});

it("answer under MSW 2, without a socket", async () => {
  const found = await printed(
    `${start}
import { http } from "msw";
import { setupServer } from "msw/node";
const mocked = mockFetch({ getKey: [{ status: 503, headers: { "retry-after": "0" } }, { data: { name: "Mocked" } }] });
const server = setupServer(http.all("https://api.acme.example/v1/*", ({ request }) => mocked(request)));
server.listen({ onUnhandledRequest: "error" });
const keys = clientOf(undefined);
const ids = [];
for await (const { id } of keys.list()) ids.push(id);
print({ got: await keys.get("a"), created: await keys.create({ name: "a" }), ids, calls: mocked.calls.length,
  sent: await mocked.calls.at(-1).request.clone().json() });
server.close();`,
  );
  expect(found).toEqual({
    got: { id: "key_1", name: "Mocked", limits: { day: 5, month: 50 } },
    created: { id: "key_1", name: "First", limits: { day: 5, month: 50 } },
    ...{ ids: ["key_1"], calls: 4, sent: { name: "a" } },
  });
});

it("are typed by the document", async () => {
  const { files } = await packageOf(reports, { mocks: true });
  const sources = Object.fromEntries(
    Object.entries(files).filter(([path]) => path.startsWith("src/")),
  );
  const use = `
import { Keys } from "./src/index.js";
import { fixture, mockFetch, mockPages, type Mocks } from "./src/mocks.js";
export const client: Keys = new Keys({ fetch: mockFetch({ getKey: { data: { limits: { day: 1 } } } }) });
export const name: string = fixture("getKey").name;
export const good: Mocks = {
  getKey: async (request, { id }) => (request.url === id ? 404 : { data: { name: "A" } }),
  listKeys: [mockPages([[{ id: "a", limits: { day: 1 } }]]), 503, () => mockPages([[]]), async () => mockPages([[{ name: "A" }]], { delay: 1 })],
  watchKey: { events: [fixture("watchKey")], failAfter: 1 },
  createKey: { status: 422, body: { message: "No" } },
};
export const wrong: Mocks[] = [
  // @ts-expect-error
  { getKey: { data: { nmae: "A" } } },
  // @ts-expect-error
  { getKey: { data: { name: 1 } } },
  // @ts-expect-error
  { createKey: { status: 418 } },
  // @ts-expect-error
  { createKey: { status: 422, body: { message: 1 } } },
  // @ts-expect-error
  { listKeys: mockPages([[{ nmae: "A" }]]) },
  // @ts-expect-error
  { listKeys: mockPages([[{ id: 1 }]]) },
  // @ts-expect-error
  { getKey: mockPages([[{ id: "A" }]]) },
  // @ts-expect-error
  { watchKey: { events: [{ id: 1 }] } },
  // @ts-expect-error
  { getNothing: {} },
];
// @ts-expect-error
fixture("getReport");
`;
  expect(typeErrors({ ...sources, "use.ts": use })).toEqual([]);
});
