/**
 * Types that callers of an earlier SDK rely on.
 */
import { describe, expect, it } from "vitest";
import type { SdkConfig } from "../../../generator/config/config.js";
import { declarations } from "../../support/pipeline.js";

const compatible: Pick<SdkConfig, "compatibility"> = {
  compatibility: "stainless",
};

/** `src/models.ts` without its head. */
const typesOf = async (
  schemas: string,
  options: Pick<SdkConfig, "compatibility"> = compatible,
): Promise<string> => {
  const text = await declarations(
    `components:\n  schemas:\n${schemas}`,
    options,
  );
  return text.slice(text.indexOf("export "));
};

const unknownObjects = `
    Free: { type: object }
    Tool:
      type: object
      properties:
        a: { $ref: "#/components/schemas/Free" }
        b: { type: [object, "null"], properties: {}, required: [], description: Any. }
        c: { type: object, additionalProperties: true }
        d: { type: object, additionalProperties: { type: string } }
`;

describe("an object of which nothing is said", () => {
  it("is any value", async () => {
    expect(await typesOf(unknownObjects)).toBe(`export type Free = unknown;

export interface Tool {
  a?: Free;
  /** Any. */
  b?: unknown;
  c?: Record<string, unknown>;
  d?: Record<string, string>;
}
`);
  });

  it("is one of any keys without the option", async () => {
    const text = await typesOf(unknownObjects, {});
    expect(text).toContain("export type Free = Record<string, unknown>;");
  });
});

it("takes no notice of alternatives that only say what is required", async () => {
  expect(
    await typesOf(`
    Store:
      type: object
      properties:
        a: { type: string }
        b: { type: string }
      oneOf:
        - required: [a]
        - { type: object, required: [b], title: B }
`),
  ).toBe(`export interface Store {
  a?: string;
  b?: string;
}
`);
});

it("lets callers leave out what is required and not declared", async () => {
  expect(
    await typesOf(`
    Call: { type: object, required: [id, output], properties: { output: { type: string } } }
`),
  ).toBe(`export interface Call {
  output: string;
  id?: unknown;
}
`);
});

it("has any value in the place of a recursive reference", async () => {
  expect(
    await typesOf(`
    Filter:
      $recursiveAnchor: true
      type: object
      required: [all]
      properties:
        all: { type: array, items: { $recursiveRef: "#" } }
`),
  ).toBe(`export interface Filter {
  all: unknown[];
}
`);
});

describe("a property that parts of allOf declare", () => {
  it("may be null where one of them says so", async () => {
    expect(
      await typesOf(`
    Base:
      type: object
      properties:
        top: { anyOf: [{ type: integer }, { type: "null" }] }
        only: { type: [string, "null"] }
        never: { type: string }
    Request:
      allOf:
        - $ref: "#/components/schemas/Base"
        - type: object
          properties:
            top: { type: integer, description: At most. }
`),
    ).toContain(`extends Base {
  /** At most. */
  top?: number | null;
}
`);
  });

  it("is looked for once in schemas that contain themselves", async () => {
    expect(
      await typesOf(`
    A:
      allOf:
        - $ref: "#/components/schemas/B"
        - { type: object, properties: { a: { type: string } } }
    B:
      type: object
      properties:
        a: { type: [string, "null"] }
        b: { $ref: "#/components/schemas/A" }
`),
    ).toContain("a?: string | null");
  });
});
