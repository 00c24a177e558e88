/**
 * What the config says of every call: servers by name, the header of idempotency keys, binary results.
 */
import { describe, expect, it } from "vitest";
import { codesOf, emitted, sdkOf } from "../../support/pipeline.js";
import { ran } from "../../support/ran.js";

const document = `
info: { title: Acme, version: 1.0.0 }
servers: [{ url: "https://{region}.api.example", variables: { region: { default: eu, enum: [eu, us] } } }]
paths:
  /pets:
    post:
      operationId: addPet
      tags: [pets]
      parameters: [{ name: X-Request-Key, in: header, schema: { type: string } }]
      responses: { "204": { description: Done. } }
    put: { operationId: putPet, tags: [pets], responses: { "204": { description: Done. } } }
  /files/{id}:
    get:
      operationId: getFile
      tags: [files]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: Bytes., content: { application/octet-stream: {} } } }
`;

describe("servers", () => {
  it("take the place of the document's", async () => {
    const servers = {
      production: "https://api.acme.example/v2/",
      sandbox: "https://{region}.sandbox.example",
    };
    const { client } = await sdkOf(document, { servers });
    expect(client.baseURL).toBe("https://api.acme.example/v2");
    expect(client.servers?.urls.map(({ name, url }) => [name, url])).toEqual([
      ["production", "https://api.acme.example/v2"],
      ["sandbox", "https://{region}.sandbox.example"],
    ]);
    const { errors, result } = await ran(
      document,
      `import { Acme } from "./src/index.js";
export const run = async () => {
  const urls: string[] = [];
  const fetch = (url: string | URL | Request) => {
    urls.push(String(url));
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  await new Acme({ fetch }).pets.put();
  await new Acme({ fetch, server: "sandbox", serverVariables: { region: "us" } }).pets.put();
  return urls;
};
`,
      { servers, methods: { putPet: "put" } },
    );
    expect(errors).toEqual([]);
    expect(result).toEqual([
      "https://api.acme.example/v2/pets",
      "https://us.sandbox.example/pets",
    ]);
  });

  it("have variables of the document alone", async () => {
    expect(
      await codesOf(document, { servers: { a: "https://{zone}.example" } }),
    ).toContain("server-variable-unknown");
  });
});

describe("idempotency", () => {
  it("sends a key with every POST, the same again in a retry", async () => {
    const { errors, received } = await ran(
      document,
      `import { Acme } from "./src/index.js";
export const run = async (baseURL: string) => {
  const { pets } = new Acme({ baseURL });
  await pets.add();
  await pets.add({ idempotencyKey: "mine" });
  await pets.put();
};
`,
      {
        idempotency: "X-Request-Key",
        methods: { addPet: "add", putPet: "put" },
        handler: (_, response, count) => {
          response.writeHead(count === 1 ? 503 : 204, { "retry-after": "0" });
          response.end();
        },
      },
    );
    expect(errors).toEqual([]);
    const [first, again, mine, put] = received.map(
      ({ headers }) => headers["x-request-key"],
    );
    expect(first).toMatch(/^[\da-f-]{36}$/);
    expect([again, mine, put]).toEqual([first, "mine", undefined]);
  });
});

describe("binary", () => {
  it("is the response, whose body the caller reads", async () => {
    const { errors, result } = await ran(
      document,
      `import { Acme } from "./src/index.js";
export const run = async (baseURL: string) => {
  const response: Response = await new Acme({ baseURL }).files.get("a");
  return [response.headers.get("content-type"), await response.text()];
};
`,
      {
        binary: "Response",
        handler: (_, response) => {
          response.writeHead(200, { "content-type": "image/png" });
          response.end("ab");
        },
      },
    );
    expect(errors).toEqual([]);
    expect(result).toEqual(["image/png", "ab"]);
  });
});

describe("downloads", () => {
  const withFiles = `
servers: [{ url: "https://api.example" }]
paths:
${Object.entries({
  text: `"200": { description: It., content: { application/json: { schema: { type: string } } } }`,
  zip: `"200": { description: It., content: { application/json: { schema: { type: string } }, application/zip: {} } }`,
  csv: `"200": { description: It., content: { text/csv: { schema: { type: string } } } }`,
  speech: `"200": { description: It., content: { audio/mpeg: {}, text/event-stream: {} } }`,
  media: `"200": { description: It., content: { video/mp4: {}, image/webp: {} } }`,
  bare: `"200": { description: It. }`,
  failing: `"404": { description: None. }`,
  moved: `"302": { description: It is there. }`,
})
  .map(
    ([name, responses]) =>
      `  /${name}: { get: { operationId: ${name}, tags: [files], responses: { ${responses} } } }`,
  )
  .join("\n")}
  /head: { head: { operationId: head, tags: [files], responses: { "200": { description: It. } } } }
`;
  const names = ["text", "zip", "csv", "speech", "media", "bare", "failing"];

  it.each(["Blob", "Response"] as const)(
    "answer with a %s, whatever the document says",
    async (binary) => {
      const { errors, received, result } = await ran(
        withFiles,
        `import { Acme } from "./src/index.js";
export const run = async (baseURL: string) => {
  const { files } = new Acme({ baseURL });
  const given: ${binary}[] = [
    ${[...names, "moved"].map((name) => `await files.${name}(),`).join("\n    ")}
  ];
  const nothing: void = await files.head();
  return [nothing, ...(await Promise.all(given.map((one) => one.text())))];
};
`,
        {
          binary,
          clientName: "Acme",
          downloads: ["*"],
          methods: Object.fromEntries(
            [...names, "moved", "head"].map((name) => [name, name]),
          ),
          handler: ({ url }, response) => {
            const isMoved = url === "/moved";
            response.writeHead(isMoved ? 302 : 200, {
              "content-type": "application/json",
              ...(isMoved && { location: "/there" }),
            });
            response.end(url);
          },
        },
      );
      expect(errors).toEqual([]);
      expect(result).toEqual([
        undefined,
        ...names.map((name) => `/${name}`),
        "/there",
      ]);
      expect(
        received.map(({ url, headers }) => [url, headers.accept]),
      ).toMatchObject([
        ["/text", "*/*"],
        ["/zip", "application/zip, */*;q=0.8"],
        ["/csv", "text/csv, */*;q=0.8"],
        ["/speech", "audio/mpeg, */*;q=0.8"],
        ["/media", "video/mp4, */*;q=0.8"],
        ["/bare", "*/*"],
        ["/failing", "*/*"],
        ["/moved", "*/*"],
        ["/there", "*/*"],
        ["/head", expect.anything()],
      ]);
    },
  );

  it("are operations of the document", async () => {
    expect(await codesOf(document, { downloads: ["getFile"] })).not.toContain(
      "downloads-unknown",
    );
    expect(await codesOf(document, { downloads: ["getFiles"] })).toContain(
      "downloads-unknown",
    );
  });
});

describe("defaults", () => {
  it("hold where a call and the client say nothing else", async () => {
    const { errors, received } = await ran(
      document,
      `import { Acme } from "./src/index.js";
export const run = async (baseURL: string) => {
  const client = new Acme({ baseURL, timeout: undefined });
  await client.pets.put().catch(() => undefined);
  await client.pets.put({ headers: { "x-version": "2" }, query: { lang: "fr" } }).catch(() => undefined);
  await client.pets.add().catch(() => undefined);
  await client.with({ maxRetries: 1 }).pets.put().catch(() => undefined);
};
`,
      {
        methods: { addPet: "add", putPet: "put" },
        defaults: {
          timeout: 30_000,
          maxRetries: 0,
          retry: "all",
          headers: { "x-version": "1" },
          query: { lang: "en" },
          operations: { "POST /*": { maxRetries: 2, query: { own: "yes" } } },
        },
        handler: (_, response) => {
          response.writeHead(503, { "retry-after": "0" });
          response.end();
        },
      },
    );
    expect(errors).toEqual([]);
    expect(
      received.map(
        ({ method, url, headers }) =>
          `${method} ${url} ${String(headers["x-version"])}`,
      ),
    ).toEqual([
      "PUT /pets?lang=en 1",
      "PUT /pets?lang=fr 2",
      ...Array<string>(3).fill("POST /pets?lang=en&own=yes 1"),
      ...Array<string>(2).fill("PUT /pets?lang=en 1"),
    ]);
  });

  it("are told with the options, and reported where they name nothing", async () => {
    const text = await emitted(document, "src/client.ts", {
      defaults: { timeout: 600_000 },
    });
    expect(text).toContain("   * @default 600000\n   */\n  timeout?: number");
    expect(
      await codesOf(document, { defaults: { operations: { none: {} } } }),
    ).toContain("defaults-unknown");
  });
});

describe("clientParameters", () => {
  const withParameters = document.replace(
    "parameters: [{ name: X-Request-Key, in: header, schema: { type: string } }]",
    "parameters: [{ name: x-tenant, in: header, required: true, schema: { type: string } }, { name: version, in: query, required: true, schema: { type: string } }]",
  );

  it("go with every request, unless a call has one of its own", async () => {
    const { errors, received } = await ran(
      withParameters,
      `import { Acme } from "./src/index.js";
export const run = async (baseURL: string) => {
  const { env } = (globalThis as unknown as { process: { env: Record<string, string> } }).process;
  env["THE_TENANT"] = "env";
  await new Acme({ baseURL }).pets.put();
  delete env["THE_TENANT"];
  const { pets } = new Acme({ baseURL, tenant: "t", version: "2", session: "s 1" });
  await pets.add();
  await pets.add({ "x-tenant": "own", version: "3" });
};
`,
      {
        methods: { addPet: "add", putPet: "put" },
        clientParameters: [
          {
            ...{ name: "X-Tenant", in: "header" },
            ...{ option: "tenant", env: "THE_TENANT" },
          },
          { name: "version", in: "query", default: "1" },
          { name: "session", in: "cookie" },
        ],
      },
    );
    expect(errors).toEqual([]);
    expect(
      received.map(({ method, url, headers: { cookie, ...headers } }) =>
        [method, url, headers["x-tenant"], cookie].join(" "),
      ),
    ).toEqual([
      "PUT /pets?version=1 env ",
      "POST /pets?version=2 t session=s%201",
      "POST /pets?version=3 own session=s%201",
    ]);
  });

  it("of a path may have another option and a default", async () => {
    const { errors, requests } = await ran(
      document,
      `import { Acme } from "./src/index.js";
export const run = async (baseURL: string) => {
  await new Acme({ baseURL }).files.get();
  await new Acme({ baseURL, fileKey: "k" }).files.get();
  await new Acme({ baseURL }).files.get({ id: "own" });
};
`,
      {
        methods: { getFile: "get" },
        clientParameters: [
          { name: "id", in: "path", option: "fileKey", default: "main" },
        ],
      },
    );
    expect(errors).toEqual([]);
    expect(requests).toEqual([
      ...["GET /files/main", "GET /files/k", "GET /files/own"],
    ]);
  });

  it("of the client are its properties, and are sent nowhere", async () => {
    const { errors, received, result } = await ran(
      document,
      `import { Acme, createClient } from "./src/index.js";
export const run = async (baseURL: string) => {
  const { env } = (globalThis as unknown as { process: { env: Record<string, string> } }).process;
  const refused = await Promise.resolve().then(() => new Acme({ baseURL })).catch(String);
  env["ACME_TEAM"] = "env";
  env["ACME_LIMIT"] = "7";
  env["ACME_IS_BETA"] = "false";
  const client = new Acme({ baseURL, team: undefined });
  await client.pets.put();
  const { team, region, limit, isBeta, note } = client;
  const typed: [string, string, number | undefined, boolean, string | undefined] = [team, region, limit, isBeta, note];
  const other = client.with({ region: "us", limit: 0 });
  env["ACME_LIMIT"] = "many";
  const wrong = await Promise.resolve().then(() => new Acme({ baseURL })).catch(String);
  const small = createClient({ baseURL, team: "t", isBeta: false });
  return [refused, wrong, typed, [other.team, other.region, other.limit], [small.team, small.region, small.isBeta]];
};
`,
      {
        methods: { putPet: "put" },
        clientParameters: [
          { name: "team", in: "client", required: true },
          { name: "region", in: "client", default: "eu" },
          { name: "limit", in: "client", type: "number" },
          {
            ...{ name: "is_beta", in: "client" },
            ...{ type: "boolean", default: true },
          },
          { name: "note", in: "client", description: "Of yours." },
        ],
      },
    );
    expect(errors).toEqual([]);
    expect(result).toEqual([
      "ConfigError: Pass team, or set ACME_TEAM.",
      "ConfigError: ACME_LIMIT is not a number",
      ["env", "eu", 7, false, undefined],
      ["env", "us", 0],
      ["t", "eu", false],
    ]);
    expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "PUT /pets",
    ]);
    const client = await emitted(document, "src/client.ts", {
      clientParameters: [
        { name: "note", in: "client", description: "Of yours." },
      ],
    });
    expect(client).toContain(`  /** Of yours. */
  get note(): string | undefined {
    return this.#note;
  }
`);
    expect(client).toContain(`  /**
   * Of yours.
   *
   * A property of the client, sent nowhere.
   */
  note?: string | undefined;
`);
  });

  it("of the client have names that no resource has", async () => {
    const hidden = { name: "pets", in: "client" as const };
    expect(await codesOf(document, { clientParameters: [hidden] })).toContain(
      "client-parameter-hidden",
    );
    expect(
      await codesOf(document, {
        clientParameters: [{ ...hidden, option: "animals" }],
      }),
    ).not.toContain("client-parameter-hidden");
  });
});
