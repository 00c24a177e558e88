/** What an editor shows over calls and options: types as a person would write them. */
import { beforeAll, describe, expect, it } from "vitest";
import { hovers } from "../../support/hovers.js";

const pet = {
  description: "The pet.",
  content: {
    "application/json": { schema: { $ref: "#/components/schemas/Pet" } },
  },
};

const source = {
  info: { title: "Acme", version: "1.0.0" },
  servers: [{ url: "https://api.example.com" }],
  security: [{ token: [] }, { token: [], login: [] }, { key: [], login: [] }],
  paths: {
    "/pets/plain": {
      get: {
        operationId: "plain",
        tags: ["pets"],
        responses: { 200: pet },
      },
    },
    "/pets/typed": {
      get: {
        operationId: "typed",
        tags: ["pets"],
        responses: { 200: pet, 404: pet },
      },
    },
    "/pets/headers": {
      get: {
        operationId: "headers",
        tags: ["pets"],
        responses: {
          200: {
            ...pet,
            headers: { "X-Left": { schema: { type: "string" } } },
          },
        },
      },
    },
    "/pets": {
      get: {
        operationId: "list",
        tags: ["pets"],
        parameters: [
          { name: "page", in: "query", schema: { type: "integer" } },
        ],
        responses: {
          200: {
            description: "Pets.",
            headers: { "X-Left": { schema: { type: "string" } } },
            content: {
              "application/json": {
                schema: {
                  type: "array",
                  items: { $ref: "#/components/schemas/Pet" },
                },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Pet: { type: "object", properties: { id: { type: "string" } } },
    },
    securitySchemes: {
      token: { type: "http", scheme: "bearer" },
      key: { type: "apiKey", in: "header", name: "X-Key" },
      login: { type: "http", scheme: "basic" },
    },
  },
};

const code = `import { Acme, createClient } from "./src/index.js";
declare const client: Acme;
declare const ofClass: NonNullable<ConstructorParameters<typeof Acme>[0]>;
declare const ofFunction: Parameters<typeof createClient>[0];
export const classToken = ofClass.token;
export const functionToken = ofFunction.token;
if ("key" in ofFunction && ofFunction.key) void ofFunction.key;
export const plain = client.pets.plain();
export const typed = client.pets.typed();
export const withHeaders = client.pets.headers();
export const list = client.pets.list();
export const plainResponse = plain.withResponse();
export const raw = plain.asResponse();
export const headerResponse = withHeaders.withResponse();
export const listResponse = list.withResponse();
export const result = typed.result();
createClient({ headers: {} });
createClient({ token: "t" });
createClient({ key: "k", credentials: { username: "u", password: "p" } });
// @ts-expect-error: half of a set
createClient({ key: "k" });
// @ts-expect-error: nothing
createClient({ token: undefined });
// @ts-expect-error: no credential
createClient({ token: 1 });
`;

describe("an editor", () => {
  let shown: Awaited<ReturnType<typeof hovers>>;
  beforeAll(async () => {
    shown = await hovers(source, code);
  });

  it("finds no error in right calls", () => {
    expect(shown.errors).toEqual([]);
  });

  it.each([
    [
      "client.pets.plain",
      "(method) Pets.plain(options?: RequestOptions): APIPromise<Pet, PetsPlainError>",
    ],
    ["const plain", "const plain: APIPromise<Pet, PetsPlainError>"],
    [
      "client.pets.typed",
      "(method) Pets.typed(options?: RequestOptions): APIPromise<Pet, PetsTypedError>",
    ],
    ["const typed", "const typed: APIPromise<Pet, PetsTypedError>"],
    [
      "const withHeaders",
      'const withHeaders: APIPromiseWithHeaders<Pet, PetsHeadersError, "X-Left">',
    ],
    [
      "const list",
      'const list: PagePromiseWithHeaders<Pet, Pet[], ListPetsError, "X-Left">',
    ],
    ["const plainResponse", "const plainResponse: Promise<WithResponse<Pet>>"],
    ["const raw", "const raw: Promise<Response>"],
    [
      "const headerResponse",
      'const headerResponse: Promise<WithTypedResponse<Pet, "X-Left">>',
    ],
    [
      "const listResponse",
      'const listResponse: Promise<WithTypedResponse<Pet[], "X-Left">>',
    ],
    ["const result", "const result: Promise<Result<Pet, PetsTypedError>>"],
    ["const classToken", "const classToken: Credential | undefined"],
    ["const functionToken", "const functionToken: Credential | undefined"],
    ["void ofFunction.key", "(property) AcmeCoreOptions.key?: Credential"],
  ])("shows over %s", (text, signature) => {
    expect(shown.over(text)).toBe(signature);
  });
});
