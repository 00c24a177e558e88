/**
 * What the config says of every call: servers by name, the header of idempotency keys, binary results.
 */
import { describe, expect, it } from "vitest";
import { codesOf, sdkOf } from "../../support/pipeline.js";
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
