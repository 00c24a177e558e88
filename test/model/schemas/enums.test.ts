/**
 * Names and words for the values of enums, and enums as constants.
 */
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { declarations, emitted, sdkOf } from "../../support/pipeline.js";
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
  /** Runs. */
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

  it("leaves a union what has other values, and says so", async () => {
    const diagnostics = new Diagnostics();
    const { models: declared } = await sdkOf(
      "components: { schemas: { A: { enum: [a, [1]] }, B: { enum: [true, x] }, C: { enum: [null] } } }",
      options,
      diagnostics,
    );
    expect(
      declared.map(({ name, declaration }) => [name, "members" in declaration]),
    ).toEqual([
      ["A", false],
      ["B", false],
      ["C", false],
    ]);
    expect(
      diagnostics.all().map(({ code, message }) => `${code}: ${message}`),
    ).toEqual(
      ["A", "B"].map(
        (name) =>
          `enum-no-constant: ${name} lists values that are neither text nor numbers, and has a type but no constant`,
      ),
    );
  });

  it("keeps null beside the constant", async () => {
    const text = await models("A: { enum: [a, null] }", options);
    expect(text).toBe(`export const A = {
  A: "a",
} as const;

export type A = (typeof A)[keyof typeof A] | null;
`);
    expect(typeErrors({ "models.ts": text })).toEqual([]);
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
          'import { A } from "./models.js";\nexport const all: A[] = [A.A, A.A2, A._1_5, A.Minus1];',
      }),
    ).toEqual([]);
  });

  const namesOf = async (
    values: string,
    names = new Map<string, string>(),
  ): Promise<Record<string, unknown>> => {
    const { models: declared } = await sdkOf(
      `components: { schemas: { Grade: { enum: [${values}] } } }`,
      { ...options, names },
    );
    const [only] = declared;
    return Object.fromEntries(
      only?.declaration.kind === "alias"
        ? (only.declaration.members ?? []).map(({ name, value }) => [
            name,
            value,
          ])
        : [],
    );
  };

  it("spells signs out that are no seams", async () => {
    expect(
      await namesOf(
        '"A+", A, "A-", date, "-date", "+1", "-1", ">=", "*", light-blue, a/b, "!x"',
      ),
    ).toEqual({
      A: "A",
      APlus: "A+",
      AMinus: "A-",
      Date: "date",
      MinusDate: "-date",
      Plus1: "+1",
      Minus1: "-1",
      GreaterEqual: ">=",
      Star: "*",
      LightBlue: "light-blue",
      AB: "a/b",
      NotX: "!x",
    });
  });

  it("gives a name to the value that is spelled so, in whatever order", async () => {
    const want = { Open: "Open", Open2: "open" };
    expect(await namesOf("open, Open")).toEqual(want);
    expect(await namesOf("Open, open")).toEqual(want);
  });

  it("keeps the names of earlier runs when values are added", async () => {
    const { names } = await sdkOf(
      "components: { schemas: { Grade: { enum: [open] } } }",
      options,
    );
    expect(names.get('member Grade "open"')).toBe("Open");
    expect(await namesOf("Open, open", new Map(names))).toEqual({
      Open: "open",
      Open2: "Open",
    });
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
