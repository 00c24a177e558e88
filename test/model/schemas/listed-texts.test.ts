/**
 * Listed texts beside any text: TypeScript would forget the list, so any text is `string & {}` there.
 */
import { expect, it } from "vitest";
import { emitted } from "../../support/pipeline.js";
import { describeTypes } from "./type-cases.js";

describeTypes("listed texts beside any text", [
  {
    name: "stay in the type",
    schemas: `
A: { anyOf: [{ type: string, enum: [a, b] }, { type: string }] }
B: { oneOf: [{ type: string }, { type: string, const: a }] }
C: { anyOf: [{ type: string }, { const: a }, { type: number }, { const: 1 }] }`,
    want: `
export type A = "a" | "b" | (string & {});

export type B = "a" | (string & {});

export type C = "a" | number | (string & {});`,
    takes: ['A = "a"', 'A = "z"', 'B = "z"', "C = 1", 'C = "z"'],
    refuses: ["A = 1", "B = null", "C = true"],
  },
  {
    name: "that may be null",
    schemas: `
A: { anyOf: [{ type: [string, "null"], enum: [a, null] }, { type: string }] }
B: { anyOf: [{ enum: [a] }, { type: [string, "null"] }] }
C: { type: [string, "null"], anyOf: [{ enum: [a, null] }, { pattern: ^x }] }`,
    want: `
export type A = "a" | (string & {}) | null;

export type B = "a" | (string & {}) | null;

export type C = "a" | (string & {}) | null;`,
    takes: ['A = "z"', "A = null", "B = null", 'C = "z"', "C = null"],
    refuses: ["A = 1", "B = undefined", "C = 1"],
  },
  {
    name: "have a name",
    schemas: `
Kind: { type: string, enum: [a, b] }
Any: { type: string }
Alias: { $ref: "#/components/schemas/Kind" }
A: { anyOf: [{ $ref: "#/components/schemas/Kind" }, { type: string }] }
B: { anyOf: [{ $ref: "#/components/schemas/Any" }, { $ref: "#/components/schemas/Alias" }] }
C: { type: object, properties: { kinds: { type: array, items: { anyOf: [{ type: string }, { $ref: "#/components/schemas/A" }] } } } }
D: { anyOf: [{ $ref: "#/components/schemas/Any" }, { type: number }] }`,
    want: `
export type A = Kind | (string & {});

export type Alias = Kind;

export type Any = string;

export type B = Alias | (string & {});

export interface C {
  kinds?: (A | (string & {}))[];
}

export type D = Any | number;

export type Kind = "a" | "b";`,
    takes: ['A = "a"', 'A = "z"', 'B = "z"', 'C = { kinds: ["a", "z"] }'],
    refuses: ["A = 1", "C = { kinds: [1] }"],
  },
  {
    name: "beside a type that says it of all alternatives",
    schemas: `
A: { type: string, anyOf: [{ enum: [a] }, { pattern: ^x }] }
B: { type: integer, oneOf: [{ const: 1 }, { minimum: 5 }] }`,
    want: `
export type A = "a" | (string & {});

export type B = number;`,
    takes: ['A = "z"', "B = 7"],
    refuses: ["A = 1", 'B = "a"'],
  },
  {
    name: "in a map with named members",
    schemas: `
A: { type: object, properties: { a: { anyOf: [{ const: a }, { type: string }] } }, additionalProperties: { type: string } }`,
    want: `
export interface A {
  a?: "a" | (string & {});
  [key: string]: string | undefined;
}`,
    takes: ['A = { a: "z", b: "c" }'],
    refuses: ["A = { b: 1 }"],
  },
  {
    name: "narrowed by another part",
    schemas: `
A: { allOf: [{ type: object, required: [k], properties: { k: { type: string } } }, { type: object, properties: { k: { anyOf: [{ const: a }, { type: string }] } } }] }`,
    want: `
export interface A {
  k: "a" | (string & {});
}`,
    takes: ['A = { k: "z" }'],
    refuses: ["A = { k: 1 }"],
  },
  {
    name: "beside a time",
    schemas: `
A: { anyOf: [{ const: now }, { type: string, format: date-time }] }`,
    want: `
export type A = "now" | (string & {});`,
    takes: ['A = "now"', 'A = "2020-01-01T00:00:00Z"'],
    refuses: ["A = 1"],
  },
]);

const list = `paths:
  /models:
    get:
      operationId: listModels
      parameters:
        - { name: kind, in: query, schema: { anyOf: [{ enum: [a, b] }, { type: string }] } }
        - { name: since, in: query, schema: { anyOf: [{ const: now }, { type: string, format: date-time }] } }
        - { name: after, in: query, schema: { anyOf: [{ const: "" }, { type: string }] } }
      responses:
        "200":
          description: Some.
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: { type: array, items: { type: object, properties: { id: { type: string } } } }
                  next: { anyOf: [{ const: "" }, { type: string }] }`;

it("in parameters are encoded as any text is", async () => {
  const text = await emitted(list, "src/resources/models.ts");
  expect(text).toContain('kind?: "a" | "b" | (string & {}) | undefined;');
  expect(text).toContain('query: ["kind", "since", "after"],');
  expect(text).toContain('paging: { by: "cursor", param: "after"');
  expect(text).toContain('since?: "now" | (string & {}) | Date | undefined;');
});
