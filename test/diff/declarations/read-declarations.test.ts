/**
 * Declarations as surfaces: the smallest package, one of another generator, and each form of types.
 */
import { describe, expect, it } from "vitest";
import { standardPolicy } from "../../../generator/change/change.js";
import { compareSurfaces } from "../../../generator/change/compare-surfaces.js";
import { printShape } from "../../../generator/surface/print-shape.js";
import type { Shape, ShapeProperty } from "../../../generator/surface/shape.js";
import { surfaceIn } from "./support.js";

const text: Shape = { kind: "keyword", keyword: "string" };

const property = (type: Shape, isOptional = false): ShapeProperty => ({
  ...{ type, isOptional, isDeprecated: false },
  ...{ constraints: [], isDeclared: true },
});

const runtime = `
export declare class APIError<Status extends number = number, Body = unknown> extends Error {
  readonly status: Status;
  readonly body: Body;
}
export declare class NotFoundError<Body = unknown> extends APIError<404, Body> {}
export type UnexpectedAPIError<Declared extends number = never> = APIError<never>;
export interface RequestOptions { timeout?: number | undefined }
export declare class APIPromise<T, E = Error> extends Promise<T> {
  result(): Promise<{ data: T } | { error: E }>;
}
`;

describe("a package of this generator", () => {
  const files = {
    "package.json": JSON.stringify({
      name: "zoo-sdk",
      version: "1.0.0",
      engines: { node: ">=20" },
      exports: {
        ".": { import: { types: "./dist/index.d.ts" } },
        "./extra": "./dist/extra.js",
        "./package.json": "./package.json",
      },
    }),
    "dist/core.d.ts": runtime,
    "dist/models.d.ts": `
      export interface Pet { id: string; kind: "cat" | "dog"; owner?: Owner | null }
      export interface Owner { name: string }
      export interface Unused { name: string }
    `,
    "dist/client.d.ts": `
      export interface ZooCoreOptions {
        /** Sent as a bearer token; a function is called before each attempt. */
        apiKey?: Credential | undefined;
      }
      export type ZooCredentials = { apiKey: {} } | { headers: object };
      export type Credential = string | (() => string);
      export declare class ZooCore {}
      export declare function createClient(options: ZooCoreOptions & ZooCredentials): ZooCore;
    `,
    "dist/pets.d.ts": `
      import type { ZooCore } from "./client.js";
      import type { APIPromise, NotFoundError, RequestOptions, UnexpectedAPIError } from "./core.js";
      import type { Owner, Pet } from "./models.js";
      export interface GetPetParams { expand?: "owner" | undefined }
      export type GetPetError = NotFoundError<Owner> | UnexpectedAPIError<404>;
      export declare const getPet: (client: ZooCore, petId: string, params?: GetPetParams, options?: RequestOptions) => APIPromise<Pet, GetPetError>;
      /**
       * @deprecated Use {@link getPet}. Removed in 2.0.0.
       */
      export declare const readPet: typeof getPet;
      export declare class Pets {
        #private;
        /**
         * One pet.
         *
         * \`GET /pets/{petId}\` - repeated if it fails
         */
        get(petId: string, params?: GetPetParams, options?: RequestOptions): APIPromise<Pet, GetPetError>;
        /** @deprecated Use \`client.pets.get\`. */
        read(petId: string, params?: GetPetParams, options?: RequestOptions): APIPromise<Pet, GetPetError>;
      }
    `,
    "dist/index.d.ts": `
      import type { ZooCore } from "./client.js";
      import type { Pets } from "./pets.js";
      import { ZooCore as Core } from "./client.js";
      /**
       * Every operation.
       *
       * Options that are left out are read from the environment: \`ZOO_API_KEY\`, \`ZOO_BASE_URL\`.
       */
      declare class Zoo extends Core { readonly pets: Pets; }
      export { Zoo, Zoo as default };
      export { createClient, ZooCore, type ZooCoreOptions, type ZooCredentials } from "./client.js";
      export * from "./pets.js";
      export type * from "./models.js";
      export { APIError as ZooError } from "./core.js";
    `,
  };

  it("has the elements of its surface", () => {
    expect(surfaceIn(files)).toEqual({
      package: { name: "zoo-sdk", exports: ["./extra"], node: ">=20" },
      client: {
        ...{ className: "Zoo", coreName: "ZooCore", errorName: "ZooError" },
        // Something that means nothing: there is a default, whatever it is.
        baseURL: "",
        serverVariables: new Map(),
        credentials: new Map([
          [
            "apiKey",
            {
              environment: "ZOO_API_KEY",
              ...{ kind: "bearer", sent: "header Authorization" },
            },
          ],
        ]),
        ...{ security: [["apiKey"]], parameters: new Map() },
        unknown: new Set(["server", "security"]),
      },
      operations: new Map([
        [
          "getPet",
          {
            ...{ id: "getPet", call: "client.pets.get" },
            ...{ method: "GET", path: "/pets/{petId}", isDeprecated: false },
            positional: [{ name: "petId", ...property(text), wire: "" }],
            params: {
              ...{ isOptional: true, mayBeOptions: false },
              fields: new Map([
                [
                  "expand",
                  {
                    ...property({ kind: "literal", value: "owner" }, true),
                    wire: "",
                  },
                ],
              ]),
            },
            result: {
              ...{ kind: "json", status: 0 },
              type: { kind: "model", name: "Pet" },
              alternatives: new Map(),
            },
            headers: [],
            errors: new Map([["404", { kind: "model", name: "Owner" }]]),
            unknown: new Set([
              ...["wire", "body", "status", "paging", "security", "server"],
            ]),
          },
        ],
      ]),
      models: new Map([
        ["Owner", { type: object({ name: property(text) }) }],
        [
          "Pet",
          {
            type: object({
              id: property(text),
              kind: property({
                kind: "union",
                members: [
                  { kind: "literal", value: "cat" },
                  { kind: "literal", value: "dog" },
                ],
              }),
              owner: property(
                {
                  kind: "union",
                  members: [
                    { kind: "model", name: "Owner" },
                    { kind: "keyword", keyword: "null" },
                  ],
                },
                true,
              ),
            }),
          },
        ],
        ["Unused", { type: object({ name: property(text) }) }],
      ]),
      webhooks: new Map(),
      isDeclared: true,
    });
  });
});

const object = (
  properties: Readonly<Record<string, ShapeProperty>>,
): Shape => ({
  kind: "object",
  properties: new Map(Object.entries(properties)),
});

describe("a package of another generator", () => {
  const version = (kinds: string, more = "") => ({
    "index.d.ts": `
      import * as API from "./resources/pets";
      import { APIClient } from "./core";
      export interface ClientOptions { apiKey?: string; timeout?: number }
      export declare class Zoo extends APIClient {
        constructor(options?: ClientOptions);
        private secret: string;
        pets: API.Pets;
      }
      export declare namespace Zoo {
        export { type Pet as Pet, type PetListParams as PetListParams } from "./resources/pets";
      }
      export default Zoo;
    `,
    "core.d.ts": `
      /// <reference types="node" />
      import type { Agent } from "node:http";
      import { Middleware } from "somewhere-else";
      export declare class APIClient {
        protected agent: Agent;
        middleware: Middleware;
        get<Body, Rsp>(path: string): APIPromise<Rsp>;
        post(path: string): APIPromise<unknown>;
      }
      export declare class APIResource { protected _client: APIClient }
      export interface RequestOptions { timeout?: number }
      export declare class APIPromise<T> extends Promise<T> { asResponse(): Promise<Response> }
      export declare class PagePromise<PageClass extends Page<Item>, Item = unknown> extends APIPromise<PageClass> {}
      export declare abstract class Page<Item> {
        #client;
        data: Array<Item>;
        next?: string | null;
        getNextPage(): Promise<this>;
      }
      export declare class Stream<Item> implements AsyncIterable<Item> { [Symbol.asyncIterator](): AsyncIterator<Item>; }
    `,
    "resources/pets.d.ts": `
      import { APIPromise, APIResource, Page, PagePromise, RequestOptions, Stream } from "../core";
      import * as Self from "./pets";
      export declare class Pets extends APIResource {
        walks: Walks;
        create(body: PetCreateParamsNonStreaming, options?: RequestOptions): APIPromise<Pet>;
        create(body: PetCreateParamsStreaming, options?: RequestOptions): APIPromise<Stream<Event>>;
        create(body: PetCreateParamsBase, options?: RequestOptions): APIPromise<Stream<Event> | Pet>;
        retrieve(petId: string, options?: RequestOptions): APIPromise<Pet>;
        list(query?: PetListParams, options?: RequestOptions): PagePromise<PetsPage, Pet>;
        list(options?: RequestOptions): PagePromise<PetsPage, Pet>;
        del(petId: string, options?: RequestOptions): APIPromise<void>;
        ${more}
      }
      export declare class Walks extends APIResource {
        retrieve(petId: string, walkId: string, options?: RequestOptions): APIPromise<Self.Pet>;
      }
      export declare class PetsPage extends Page<Pet> {}
      export interface Pet { id: string; kind: ${kinds}; parent?: Pet; file?: Blob; agent: import("node:http").Agent }
      interface Event { name: string }
      export interface PetListParams { limit?: number }
      export interface PetCreateParamsBase { kind: string; stream?: boolean | null }
      export interface PetCreateParamsNonStreaming extends PetCreateParamsBase { stream?: false | null }
      export interface PetCreateParamsStreaming extends PetCreateParamsBase { stream: true }
    `,
  });
  const kinds = `"cat" | "dog"`;

  it("has operations by the methods that call them", () => {
    const { operations, client, models } = surfaceIn(version(kinds));
    const shown = [...operations].map(([name, operation]) => [
      name,
      operation.positional.map(({ name: argument }) => argument).join(),
      [...(operation.params?.fields.keys() ?? [])].join(),
      printShape(operation.result.type),
    ]);
    expect(client.className).toBe("Zoo");
    expect(client.unknown).toContain("credentials");
    expect(shown).toEqual([
      ["client.pets.create", "", "kind,stream", "Pet"],
      ["client.pets.del", "petId", "", "undefined"],
      [
        "client.pets.list",
        ...["", "limit"],
        "{ data: Pet[]; next?: null | string }",
      ],
      ["client.pets.retrieve", "petId", "", "Pet"],
      ["client.pets.walks.retrieve", "petId,walkId", "", "Pet"],
    ]);
    expect(operations.get("client.pets.create")?.result.streaming).toEqual({
      key: "stream",
      item: object({ name: property(text) }),
    });
    expect(operations.get("client.pets.list")?.paging).toBeDefined();
    expect(
      [...models].map(([name, { type }]) => [name, printShape(type)]),
    ).toEqual([
      [
        "Pet",
        '{ agent: unresolved; file?: Blob; id: string; kind: "cat" | "dog"; parent?: Pet }',
      ],
    ]);
  });

  it("is compared with its next version", () => {
    const changes = compareSurfaces(
      surfaceIn(version(kinds)),
      surfaceIn(
        version(`${kinds} | "fish"`, "feed(petId: string): Promise<Pet>;"),
      ),
      standardPolicy,
    );
    expect(changes.map(({ kind, where }) => `${kind} ${where}`)).toEqual([
      "enum-value-added Pet.kind",
      "operation-added client.pets.feed",
    ]);
  });
});

describe("types", () => {
  it.each([
    ["string[]", "string[]"],
    ["readonly (string | null)[]", "(null | string)[]"],
    ["Array<number>", "number[]"],
    ["[string, number?, ...boolean[]]", "[string, number?, ...boolean[]]"],
    ["Record<string, Other>", "{ [key: string]: Other }"],
    ["{ [key: string]: number; a: 1 }", "{ a: 1; [key: string]: number }"],
    ['"a" | (string & {})', '"a" | (string & {})'],
    ["`a-${string}`", "string"],
    ["-1 | true | null", "-1 | null | true"],
    ["Omit<Other, 'a'>", "{ b?: string }"],
    ["Partial<Other>", "{ a?: number; b?: string }"],
    ["Required<Other>", "{ a: number; b: string }"],
    ["Other & { c: Date }", "{ a: number; b?: string; c: Date }"],
    ["Other & (Kind | { c: 1 })", "(Kind | { c: 1 }) & Other"],
    ["{ a: 1 } & { a: 2; b: 3 }", "{ a: 2; b: 3 }"],
    ["Other['b']", "string | undefined"],
    ["keyof Other", '"a" | "b"'],
    ["Box<Other>", "{ value: Other }"],
    ["Box<Box<string>>", "{ value: { value: string } }"],
    ["Box<string> extends { value: infer V } ? V : never", "string"],
    ["typeof kinds[number]", '"cat" | "dog"'],
    ["Kind", "Kind"],
    ["Nowhere", "Nowhere"],
    ["Missing", "unresolved"],
    ["Missing | null", "unresolved"],
    ["any", "unknown"],
    ["Loop", "{ inside: unresolved; name: string }"],
    ["AsyncIterable<string> | Iterable<string>", "AsyncIterable<string>"],
    ["Promise<string>", "Promise"],
  ])("%s", (written, expected) => {
    const { models } = surfaceIn({
      "index.d.ts": `
        import type { Missing } from "not-here";
        export type { A, Other, Kind } from "./models";
      `,
      "models.d.ts": `
        import type { Missing } from "not-here";
        export interface Other { a: number; b?: string }
        export enum Kind { Cat = "cat", Dog = "dog" }
        interface Box<T> { value: T }
        interface Loop { name: string; inside: Loop }
        declare const kinds: readonly ["cat", "dog"];
        export interface A { value: ${written} }
      `,
    });
    const type = models.get("A")?.type;
    const value =
      type?.kind === "object" ? type.properties.get("value") : undefined;
    expect(value && printShape(value.type)).toBe(expected);
  });
});
