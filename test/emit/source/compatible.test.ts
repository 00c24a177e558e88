/**
 * A package that is to replace another SDK: programs that were written for that one compile, and do what
 * they did.
 */
import { expect, it } from "vitest";
import { answer, serve } from "../../packages/support/loopback.js";
import { built } from "../../support/built.js";
import {
  declarationsOf,
  errorsBeside,
} from "../../support/emitted-declarations.js";
import { emitted } from "../../support/pipeline.js";
import { ran } from "../../support/ran.js";
import { sourcesOf } from "../../support/sources.js";

const pet = { $ref: "#/components/schemas/Pet" };
const json = (schema: object) => ({
  200: { description: "OK.", content: { "application/json": { schema } } },
});

const source = {
  info: { title: "Acme", version: "1.0.0" },
  servers: [{ url: "https://api.example.com" }],
  security: [{ key: [] }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        tags: ["pets"],
        parameters: [
          { name: "after", in: "query", schema: { type: "string" } },
          { name: "kind", in: "query", schema: { type: "string" } },
        ],
        responses: json({
          type: "object",
          required: ["data", "next"],
          properties: {
            data: { type: "array", items: pet },
            next: { type: "string", nullable: true },
          },
        }),
      },
    },
    "/pets/{id}": {
      get: {
        operationId: "getPet",
        tags: ["pets"],
        parameters: [
          {
            name: "id",
            in: "path",
            required: true,
            schema: { type: "string" },
          },
        ],
        responses: json(pet),
      },
    },
    "/pets/watch": {
      get: {
        operationId: "watchPets",
        tags: ["pets"],
        responses: {
          200: {
            description: "OK.",
            content: { "text/event-stream": { schema: pet } },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      key: { type: "http", scheme: "bearer" },
    },
    schemas: {
      Pet: {
        type: "object",
        required: ["name"],
        properties: { name: { type: "string" } },
      },
    },
  },
};

const code = `import Acme, {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  type ClientOptions,
} from "./src/index.js";

const make = (baseURL: string, options: Partial<ClientOptions> = {}) =>
  new Acme({ baseURL, apiKey: "secret", maxRetries: 0, ...options });

export const options = (baseURL: string) =>
  make(baseURL, {
    defaultHeaders: { "x-team": "a", "x-none": null },
    defaultQuery: { trace: "on", kind: "dog" },
  }).pets.list({ kind: "cat" });

export const withOptions = (baseURL: string) =>
  make(baseURL, { defaultHeaders: { "x-team": "a" } })
    .withOptions({ defaultHeaders: { "x-team": "b" } })
    .pets.get("1");

export const inPlace = (baseURL: string) =>
  make(baseURL).pets.list({ headers: { "x-call": "1" } });

export const paths = async (baseURL: string) => {
  const acme = make(baseURL);
  await acme.get<Acme.Pet>("/other", { query: { a: [1, 2] } });
  await acme.post("other", { body: { name: "Tom" }, headers: { "x-call": "1" } });
  await acme.put("/other", { body: "text" });
  await acme.patch("/other");
  await acme.delete("/other");
};

export const pages = async (baseURL: string) => {
  const seen: unknown[] = [];
  let page = await make(baseURL).pets.list();
  const first = page;
  seen.push(JSON.stringify(page), Object.keys(page));
  for (;;) {
    const items: Acme.Pet[] = page.getPaginatedItems();
    seen.push(items.map(({ name }) => name), page.hasNextPage());
    if (!page.hasNextPage()) break;
    page = await page.getNextPage();
  }
  seen.push(await page.getNextPage().catch((error: unknown) => error instanceof Acme.AcmeError));
  for await (const each of first.iterPages()) seen.push(each.data.length);
  const names: string[] = [];
  for await (const each of first) names.push(each.name);
  for await (const each of make(baseURL).pets.list()) names.push(each.name);
  return [...seen, names];
};

export const errors = async (baseURL: string) => {
  const seen: unknown[] = [];
  try {
    await make(baseURL).pets.get("gone");
  } catch (error) {
    if (error instanceof Acme.APIError) seen.push(error.status, error.error, error.requestID);
    seen.push(error instanceof Acme.NotFoundError, error instanceof APIError);
  }
  const aborted = await make(baseURL).pets.get("1", { signal: AbortSignal.abort() }).catch(String);
  seen.push(aborted);
  const controller = new AbortController();
  controller.abort();
  seen.push(
    await make(baseURL).pets.get("1", { signal: controller.signal })
      .catch((error: unknown) => error instanceof APIUserAbortError && error instanceof Acme.APIUserAbortError),
    await make(baseURL).pets.get("slow", { timeout: 20 })
      .catch((error: unknown) => error instanceof APIConnectionTimeoutError && error instanceof APIConnectionError),
    await make("http://127.0.0.1:1").pets.get("1")
      .catch((error: unknown) => error instanceof Acme.APIConnectionError),
  );
  return seen;
};

export const response = async (baseURL: string) => {
  const { data, request_id } = await make(baseURL).pets.get("1").withResponse();
  const pet: Acme.Pets.Pet = data;
  const { _request_id } = await make(baseURL).pets.get("1");
  return [pet.name, request_id, _request_id];
};

export const streams = async (baseURL: string) => {
  const [one, other] = (await make(baseURL).pets.events.watch()).tee();
  const names: string[] = [];
  for await (const { name } of one) names.push(name);
  for await (const { name } of other) names.push(name);
  const stream = await make(baseURL).pets.events.watch();
  stream.controller.abort();
  for await (const { name } of stream) names.push(name);
  return [names, stream.controller.signal.aborted];
};

export const logged = async (baseURL: string) => {
  const lines: string[] = [];
  const add = (line: string) => void lines.push(line.replace(/\\d+ ms.*/, "…"));
  const logger = { error: add, warn: add, info: add, debug: add };
  for (const logLevel of ["off", "warn", "debug"] as const) {
    lines.push(logLevel);
    const acme = make(baseURL, { logger, logLevel });
    await acme.pets.get("1");
    await acme.pets.get("gone").catch(() => undefined);
  }
  return lines;
};

export const file = async () => (await Acme.toFile(new Uint8Array([1]), "a.txt")).name;

export const params: Acme.ListPetsParams = { kind: "cat" };
export const event: Acme.Pets.Events.Pet = { name: "Tom" };
`;

type Way = (baseURL: string) => Promise<unknown>;

const pages: Readonly<Record<string, unknown>> = {
  "": { data: [{ name: "a" }, { name: "b" }], next: "2" },
  2: { data: [{ name: "c" }], next: null },
};

it("does what programs that use it expect", async () => {
  const { exports, errors } = await built(source, code, {
    compatibility: "stainless",
    methods: { watchPets: "pets.events.watch" },
  });
  expect(errors).toEqual([]);
  const ways = exports as Readonly<Record<string, Way>>;
  const { url, received } = await serve(({ url: target }, response) => {
    const { pathname, searchParams } = new URL(target, "http://localhost");
    response.setHeader("x-request-id", "r1");
    if (pathname === "/pets/gone")
      return answer(response, 404, { message: "none" });
    if (pathname === "/pets/slow") return;
    if (pathname === "/pets")
      return answer(response, 200, pages[searchParams.get("after") ?? ""]);
    if (pathname !== "/pets/watch")
      return answer(response, 200, { name: "Tom" });
    response.setHeader("content-type", "text/event-stream");
    response.end('data: {"name":"x"}\n\ndata: {"name":"y"}\n\n');
  });
  const results: Record<string, unknown> = {};
  const requests: Record<string, unknown[]> = {};
  for (const [name, way] of Object.entries(ways)) {
    if (typeof way !== "function") continue;
    const before = received.length;
    results[name] = await way(url);
    requests[name] = received
      .slice(before)
      .map(({ method, url: target, headers, body }) => [
        ...[method, target],
        ...["x-team", "x-none", "x-call"].flatMap(
          (header) => headers[header] ?? [],
        ),
        ...(body.length > 0 ? [body] : []),
      ]);
  }
  expect(requests).toMatchObject({
    options: [["GET", "/pets?kind=cat&trace=on", "a"]],
    withOptions: [["GET", "/pets/1", "b"]],
    inPlace: [["GET", "/pets", "1"]],
    paths: [
      ["GET", "/other?a=1&a=2"],
      ["POST", "/other", "1", '{"name":"Tom"}'],
      ["PUT", "/other", '"text"'],
      ["PATCH", "/other"],
      ["DELETE", "/other"],
    ],
  });
  expect(results).toMatchObject({
    pages: [
      JSON.stringify(pages[""]),
      ["data", "next"],
      ...[["a", "b"], true, ["c"], false, true, 2, 1],
      ["a", "b", "c", "a", "b", "c"],
    ],
    errors: [
      ...[404, { message: "none" }, "r1", true, true],
      expect.stringContaining("AbortError"),
      ...[true, true, true],
    ],
    response: ["Tom", "r1", "r1"],
    streams: [["x", "y", "x", "y"], true],
    logged: [
      "off",
      "warn",
      expect.stringContaining("GET /pets/{id} 404"),
      "debug",
      expect.stringContaining("GET /pets/{id} 200"),
      expect.stringContaining("GET /pets/{id} 404"),
    ],
    file: "a.txt",
  });
});

it("has declarations by which streams and pages are used", async () => {
  const declarations = declarationsOf(
    await sourcesOf(source, {
      compatibility: "stainless",
      methods: { watchPets: "pets.events.watch" },
    }),
  );
  expect(
    errorsBeside(
      declarations,
      `import { Acme } from "./src/index.js";
export const names = async (client: Acme) => {
  await using stream = await client.pets.events.watch();
  stream.controller.abort();
  const names: string[] = [];
  for (const one of stream.tee()) for await (const { name } of one) names.push(name);
  const page = await client.pets.list();
  if (page.hasNextPage()) names.push(...page.getPaginatedItems().map(({ name }) => name));
  for await (const { name } of client.pets.list()) names.push(name);
  return names;
};
`,
    ),
  ).toEqual([]);
  const { "/pets": pets } = source.paths;
  const without = await sourcesOf(
    { ...source, paths: { "/pets": pets } },
    { compatibility: "stainless" },
  );
  const code = `export * from "./src/index.js";
`;
  expect(errorsBeside(declarationsOf(without), code)).toEqual([]);
});

it("has every type in the namespace of the class, and those of a resource in one inside", async () => {
  const text = await emitted(source, "src/acme.ts", {
    compatibility: "stainless",
    methods: { watchPets: "pets.events.watch" },
  });
  expect(text.slice(text.indexOf("export declare namespace")))
    .toBe(`export declare namespace Acme {
  export { type ListPetsParams, type ListPetsResponse, type Pet };

  export type ClientOptions = AcmeOptions;

  export type RequestOptions = CompatibleRequestOptions;

  export namespace Pets {
    export { type ListPetsParams, type ListPetsResponse, type Pet };

    export namespace Events {
      export { type Pet };
    }
  }
}
`);
});

it("has the types of a resource inside in the resource around it too", async () => {
  const text = await emitted(source, "src/acme.ts", {
    compatibility: "stainless",
    methods: {
      listPets: "shops.pets.list",
      getPet: "shops.pets.food.get",
      watchPets: "shops.watch",
    },
    models: { Pet: "Animal" },
  });
  expect(text.slice(text.indexOf("  export namespace Shops")))
    .toBe(`  export namespace Shops {
    export { type Animal, type ListShopPetsParams, type ListShopPetsResponse };

    export namespace Pets {
      export {
        type Animal,
        type ListShopPetsParams,
        type ListShopPetsResponse,
      };

      export namespace Food {
        export { type Animal };
      }
    }
  }
}
`);
});

it("takes the server by the earlier name of the option", async () => {
  const { exports, errors } = await built(
    source,
    `import Acme from "./src/index.js";

const fetch = (input: unknown) =>
  Promise.resolve(Response.json({ name: String(input) }));

export const called = async () => {
  const acme = new Acme({ apiKey: "secret", environment: "test", fetch });
  // @ts-expect-error: no server is called that
  void (() => new Acme({ apiKey: "secret", environment: "other" }));
  const others = [
    acme.withOptions({ environment: "live" }),
    new Acme({ apiKey: "secret", environment: "test", server: "live", fetch }),
    new Acme({ apiKey: "secret", fetch }),
  ];
  const pets = [acme, ...others].map((one) => one.pets.get("1"));
  return (await Promise.all(pets)).map(({ name }) => name);
};
`,
    {
      compatibility: "stainless",
      servers: { live: "https://live.example", test: "https://test.example" },
    },
  );
  expect(errors).toEqual([]);
  const { called } = exports as { called: () => Promise<unknown> };
  expect(await called()).toEqual([
    "https://test.example/pets/1",
    ...["1", "1", "1"].map((id) => `https://live.example/pets/${id}`),
  ]);
});

it("leaves a name to the API that needs it", async () => {
  const text = await emitted(source, "src/acme.ts", {
    compatibility: "stainless",
    resources: { pets: "get" },
    methods: {
      listPets: ["get.list", "post.list"],
      watchPets: "withOptions",
    },
  });
  const members = [...text.matchAll(/^ {2}(\w+)(?:<.*>)?\($/gm)];
  expect(members.map(([, name]) => name)).not.toContain("get");
  expect(text).toContain("put<T = unknown>(");
  expect(text).not.toContain("post<T = unknown>(");
  expect(text.match(/withOptions\(/g)).toHaveLength(1);
});

const tenant = {
  name: "X-Tenant",
  in: "header",
  option: "tenantID",
  env: "ACME_TENANT",
} as const;

it("takes headers in any form, and queries as the config has them written", async () => {
  const { errors, received } = await ran(
    source,
    `import Acme, { type RequestOptions } from "./src/index.js";

export const run = async (baseURL: string) => {
  const acme = new Acme({ baseURL, apiKey: "secret" });
  const headers = new Headers({ "x-call": "1" });
  await acme.pets.get("1", { headers });
  await acme.pets.list({ kind: "cat" }, { headers: [["x-call", "2"]] });
  await acme.pets.list({ headers: { "x-call": ["3", undefined, "4"] } });
  const options: RequestOptions = { headers, query: { a: { b: [1, 2] } } };
  await acme.pets.list(options);
  await acme.pets.get("1", options);
  await acme.get("/x", { query: { a: ["b", "c"], f: { g: 1 } }, headers });
  await acme.pets.get("1", { headers: null });
};
`,
    {
      compatibility: "stainless",
      query: { arrays: "brackets", objects: "brackets" },
    },
  );
  expect(errors).toEqual([]);
  expect(
    received.map(({ url, headers }) => [
      decodeURIComponent(url),
      headers["x-call"],
    ]),
  ).toEqual([
    ["/pets/1", "1"],
    ["/pets?kind=cat", "2"],
    ["/pets", "3, 4"],
    ["/pets?a[b][]=1&a[b][]=2", "1"],
    ["/pets/1?a[b][]=1&a[b][]=2", "1"],
    ["/x?a[]=b&a[]=c&f[g]=1", "1"],
    ["/pets/1", undefined],
  ]);
});

it("shows what it was given", async () => {
  const { exports, errors } = await built(
    source,
    `import Acme, { type Logger } from "./src/index.js";

export const seen = () => {
  const logger: Logger = { error() {}, warn() {}, info() {}, debug() {} };
  logger.info("ready");
  const acme = new Acme({ logger, apiKey: "secret", maxRetries: 0 });
  const key: string | null = acme.apiKey;
  const tenant: string | null = acme.tenantID;
  const { baseURL, timeout, maxRetries, logLevel } = acme.withOptions({
    baseURL: "https://other.example/",
    logLevel: "warn",
  });
  const supplied = new Acme({ apiKey: () => "secret", tenantID: "b" });
  return [key, tenant, baseURL, timeout, maxRetries, logLevel, supplied.apiKey, supplied.tenantID, Object.keys(acme), JSON.stringify(acme)];
};
`,
    { compatibility: "stainless", clientParameters: [tenant] },
  );
  expect(errors).toEqual([]);
  const { seen } = exports as { seen: () => unknown[] };
  expect(seen()).toEqual([
    ...["secret", null, "https://other.example", 60_000, 0, "warn"],
    ...[null, "b", ["pets"], '{"pets":{}}'],
  ]);
});

it("has a class of streams, which makes some", async () => {
  const { exports, errors } = await built(
    source,
    `import { Stream, Acme } from "./src/index.js";

export const read = async () => {
  const body = new Response('{"name":"a"}').body as ReadableStream;
  const file: File = await Acme.toFile(new Blob(["x"]));
  const stream: Stream<Acme.Pet> = Stream.fromReadableStream<Acme.Pet>(body, new AbortController());
  const names: string[] = [];
  for await (const { name } of stream) names.push(name);
  return [names, stream instanceof Stream, file.name];
};
`,
    { compatibility: "stainless" },
  );
  expect(errors).toEqual([]);
  const { read } = exports as { read: () => Promise<unknown> };
  expect(await read()).toEqual([["a"], true, "unknown_file"]);
});

it("has nothing of it without the option", async () => {
  const texts = Object.entries(await sourcesOf(source)).map(
    ([path, text]) => `${path}\n${text}`,
  );
  expect(texts.join("\n")).not.toMatch(/compat|APIConnectionError|namespace/);
});
