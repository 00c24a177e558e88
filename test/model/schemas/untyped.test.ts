/**
 * Keywords that the types do not express are reported once each, at the first schema that has them.
 */
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { declarations, sdkOf } from "../../support/pipeline.js";

async function warningsOf(schemas: string): Promise<string[]> {
  const diagnostics = new Diagnostics();
  await sdkOf(
    `components:\n  schemas:\n${schemas.replace(/^(?=.)/gm, "    ")}`,
    {},
    diagnostics,
  );
  return diagnostics
    .all()
    .map(({ message, pointer }) => `${pointer ?? ""} ${message}`);
}

describe("reports as not expressed", () => {
  it.each([
    [
      "not, for a string without an enum",
      "A: { type: string, not: { enum: [a] } }",
      ['#/components/schemas/A/not the types do not express "not" here'],
    ],
    [
      "not, at any depth, once",
      "A: { type: object, properties: { b: { type: array, items: { not: { pattern: x } } } } }\nB: { not: { pattern: x } }",
      [
        '#/components/schemas/A/properties/b/items/not the types do not express "not" here (and 1 more)',
      ],
    ],
    [
      "if, with anything but constants",
      "A: { type: object, if: { required: [a] }, then: { required: [b] } }",
      ['#/components/schemas/A/if the types do not express "if" here'],
    ],
    [
      "if, where nothing is said of the other values",
      "A: { type: object, properties: { a: { type: string } }, if: { properties: { a: { const: x } } }, then: { required: [a] }, else: {} }",
      ['#/components/schemas/A/if the types do not express "if" here'],
    ],
    [
      "no if that says nothing",
      "A: { type: object, if: { required: [a] }, then: true, else: {} }",
      [],
    ],
    [
      "unevaluatedProperties beside a composition",
      "A: { allOf: [{ $ref: '#/components/schemas/B' }], unevaluatedProperties: { type: string } }\nB: { type: object, properties: { b: { type: number } } }",
      [
        '#/components/schemas/A/unevaluatedProperties the types do not express "unevaluatedProperties" here',
      ],
    ],
    [
      "no keyword that has a type",
      "A: { enum: [a, b], not: { const: a } }\nB: { type: object, properties: { not: { type: string }, if: { type: string } } }",
      [],
    ],
  ])("%s", async (_, schemas, want) => {
    expect(await warningsOf(schemas)).toEqual(want);
  });
});

describe("integers beyond 2^53", () => {
  it("are no literals", async () => {
    const text = await declarations(
      "components: { schemas: { A: { const: 9007199254740993 }, B: { type: integer, enum: [1, 9007199254740993] } } }",
    );
    expect(text).toBe("export type A = number;\n\nexport type B = number;\n");
  });

  const schema =
    "A: { type: object, properties: { n: { type: integer, default: 9007199254740993, minimum: 1, maximum: 18446744073709551615 } } }";

  it("are reported", async () => {
    expect(await warningsOf(schema)).toEqual([
      '#/components/schemas/A/properties/n/default "default" is an integer beyond 2^53',
    ]);
  });

  it("are in no comment", async () => {
    expect(await declarations(`components: { schemas: { ${schema} } }`))
      .toBe(`export interface A {
  /** At least 1. */
  n?: number;
}
`);
  });
});
