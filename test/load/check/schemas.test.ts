import { describe, expect, it } from "vitest";
import { head, loadYaml } from "../loading.js";

describe("schemas that contradict themselves", () => {
  it.each([
    ["type: string, enum: [a], default: a", []],
    ["type: string, enum: [a], default: null", []],
    [
      "type: string, enum: [a], default: b",
      [
        '7:34 warning default-not-in-enum: the default "b" is not a value of enum',
      ],
    ],
    [
      "type: integer, default: '0;x=1', minimum: '0', maxLength: [1], nullable: yes",
      [
        "7:24 warning default-type: the default is a string, the type is integer; it is ignored",
        "7:42 warning form-read: minimum must be a number, it is a string; it is read as 0",
        "7:56 error type-wrong: maxLength must be a non-negative integer, it is an array",
        "7:72 warning form-read: nullable must be a boolean, it is a string; it is read as true",
      ],
    ],
    ["pattern: '^[a-z\\-]+$'", []],
    ["pattern: '^\\p{L}+$'", []],
    [
      "pattern: '(?i)a('",
      [
        "7:9 warning pattern-syntax: the pattern (?i)a( is not a JavaScript regular expression",
      ],
    ],
    ["type: [string, integer], exclusiveMinimum: 1", []],
    ["exclusiveMinimum: true, minimum: 1", []],
    ["additionalProperties: false, not: true, items: {}", []],
    [
      "x-anything: { type: 1 }, unknownKeyword: { type: 1 }",
      [
        "7:34 warning keyword-unknown: unknownKeyword is not a schema keyword and is ignored",
      ],
    ],
    ["$recursiveAnchor: true, properties: { of: { $recursiveRef: '#' } }", []],
    [
      "properties: { $ref: { type: string }, x-a: { type: 1 } }",
      [
        "7:54 error type-wrong: type must be the name of a type or an array of such names, it is a number",
      ],
    ],
  ])("%s", async (schema, want) => {
    const { problems } = await loadYaml(
      `${head()}components:\n  schemas:\n    A: {}\n    S:\n      { ${schema} }\n`,
    );
    expect(problems).toEqual(want.map((line) => line));
  });
});

describe("discriminators", () => {
  it("map to references", async () => {
    const { document, problems } = await loadYaml(`${head()}components:
  schemas:
    Base:
      discriminator:
        propertyName: kind
        mapping:
          a: A
          b: "#/components/schemas/B"
          __proto__: A
          toString: toString
          gone: "#/components/schemas/Gone"
    A: {}
    B: {}
`);
    expect(problems).toEqual([
      "12:11 warning discriminator-mapping: toString, for the value toString, is not a schema of the document and is ignored",
      "13:11 warning discriminator-mapping: #/components/schemas/Gone, for the value gone, is not a schema of the document and is ignored",
    ]);
    const base = document?.root.components?.schemas?.["Base"];
    const mapping =
      typeof base === "object" ? base.discriminator?.mapping : undefined;
    expect(Object.entries(mapping ?? {})).toEqual([
      ["a", "#/components/schemas/A"],
      ["b", "#/components/schemas/B"],
      ["__proto__", "#/components/schemas/A"],
    ]);
  });

  it("need a property", async () => {
    const { problems } = await loadYaml(
      `${head()}components: { schemas: { A: { discriminator: {} } } }\n`,
    );
    expect(problems).toEqual([
      "3:31 warning field-needed: the discriminator has no propertyName; the discriminator is left out",
    ]);
  });
});

describe("methods of OpenAPI 3.2", () => {
  it("have names that HTTP allows", async () => {
    const { problems } = await loadYaml(`${head("3.2.0")}paths:
  /a:
    query: { operationId: q }
    additionalOperations: { LINK: { operationId: l }, "a b": {} }
`);
    expect(problems).toEqual([
      "6:55 error name-not-token: a b cannot be the name of a method",
    ]);
  });
});

describe("$recursiveRef", () => {
  it("leads to the schema around it that has $recursiveAnchor", async () => {
    const { document } = await loadYaml(
      `${head()}components:
  schemas:
    Filter:
      $recursiveAnchor: true
      properties:
        all: { items: { oneOf: [{ type: string }, { $recursiveRef: "#" }] } }
`,
    );
    const [, last] = (
      document?.root.components?.schemas as never as {
        Filter: { properties: { all: { items: { oneOf: unknown[] } } } };
      }
    ).Filter.properties.all.items.oneOf;
    expect(last).toEqual({
      $recursiveRef: "#",
      $ref: "#/components/schemas/Filter",
    });
  });
});
