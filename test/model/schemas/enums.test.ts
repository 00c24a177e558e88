/**
 * Names and words for the values of enums, and enums as constants.
 */
import { describe, expect, it } from "vitest";
import { declarations, emitted } from "../../support/pipeline.js";
import { typeErrors } from "../../support/type-errors.js";

const models = (schemas: string, options = {}): Promise<string> =>
  declarations(`components: { schemas: { ${schemas} } }`, options);

describe("words for values", () => {
  it("stand in the comment", async () => {
    expect(
      await models(
        'State: { type: integer, enum: [1, 2, 3], description: How it is., x-enum-varnames: [On, Off, "3"], x-enum-descriptions: [Runs., "", Broken.] }',
      ),
    ).toBe(`/**
 * How it is.
 *
 * - \`1\`: On: Runs.
 * - \`2\`: Off
 * - \`3\`: Broken.
 */
export type State = 1 | 2 | 3;
`);
  });

  it("may be given by value", async () => {
    expect(
      await models(
        "State: { enum: [a, b], x-enumDescriptions: { b: The second. } }",
      ),
    ).toBe(`/**
 * - \`b\`: The second.
 */
export type State = "a" | "b";
`);
  });
});

describe('enums: "const"', () => {
  const options = { enums: "const" } as const;

  it("declares a constant and its type", async () => {
    expect(
      await models(
        'State: { type: integer, enum: [1, 2], x-enumNames: [On, Off], x-enum-descriptions: [Runs.] }, Color: { type: string, enum: [red, light-blue, "", RED] }',
        options,
      ),
    ).toBe(`export const Color = {
  Red: "red",
  LightBlue: "light-blue",
  Empty: "",
  RED: "RED",
} as const;

export type Color = (typeof Color)[keyof typeof Color];

/**
 * - \`1\`: On: Runs.
 * - \`2\`: Off
 */
export const State = {
  /**
   * Runs.
   */
  On: 1,
  Off: 2,
} as const;

/**
 * - \`1\`: On: Runs.
 * - \`2\`: Off
 */
export type State = (typeof State)[keyof typeof State];
`);
  });

  it("leaves a union what has other values", async () => {
    expect(
      await models("A: { enum: [a, null] }, B: { enum: [true, x] }", options),
    ).toBe('export type A = "a" | null;\n\nexport type B = true | "x";\n');
  });

  it("names values that clash or are odd", async () => {
    const text = await models(
      "A: { enum: [a, A, 1.5, -1, __proto__, 猫, 1_0] }",
      options,
    );
    expect(
      typeErrors({
        "models.ts": text,
        "use.ts":
          'import { A } from "./models.js";\nexport const all: A[] = [A.A, A.A_2, A._1_5, A.__1];',
      }),
    ).toEqual([]);
  });

  it("exports the constants from the package", async () => {
    const source =
      "components: { schemas: { A: { type: string, enum: [a] } } }";
    expect(await emitted(source, "src/index.ts", options)).toContain(
      'export * from "./models.js";',
    );
    expect(await emitted(source, "src/index.ts")).toContain(
      'export type * from "./models.js";',
    );
  });
});
