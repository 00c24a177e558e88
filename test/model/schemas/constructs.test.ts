/**
 * What each construct of JSON Schema and OpenAPI means in TypeScript: the exact type, values that it
 * takes and values that it refuses. All constructs are one document and one run of the compiler.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { emit } from "../../support/emit.js";
import { sdkOf } from "../../support/pipeline.js";
import { typeErrors } from "../../support/type-errors.js";
import { constructs } from "./constructs.js";
import { printed } from "../../support/printed.js";

const all = Object.entries(constructs);

describe("constructs", () => {
  let errors: readonly string[] = [];
  const diagnostics = new Diagnostics();

  beforeAll(async () => {
    const lines = all.flatMap(([, { schemas }]) =>
      schemas.split("\n").map((line) => `    ${line}`),
    );
    const sdk = await sdkOf(
      ["components:\n  schemas:", ...lines].join("\n"),
      {},
      diagnostics,
    );
    const models = emit(sdk).files.find(({ path }) => path === "src/models.ts");
    if (!models) throw new Error("no models");
    errors = typeErrors({
      "models.ts": printed(models),
      "equal.ts": equal,
      ...Object.fromEntries(
        all.map(([, construct], index) => [
          `${index}.ts`,
          checkOf(construct, index),
        ]),
      ),
    });
  });

  it("are many", () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
  });

  it("give declarations without errors", () => {
    expect(errors.filter((error) => error.startsWith("models.ts"))).toEqual([]);
  });

  for (const [index, [name]] of all.entries())
    it(name, () => {
      expect(errors.filter((error) => error.startsWith(`${index}.ts`))).toEqual(
        [],
      );
    });
});

const equal = `
export type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
`;

/** A module in which every line must compile, but the ones that are expected not to. */
const checkOf = (
  { is, takes, refuses }: (typeof constructs)[string],
  index: number,
): string =>
  [
    'import type * as m from "./models.js";',
    'import type { Equal } from "./equal.js";',
    ...Object.entries(is).map(
      ([name, type], at) =>
        `export const is${at}: Equal<m.${name}, ${type.replaceAll("$", "m.")}> = true;`,
    ),
    ...takes.map((value, at) => `export const yes${at}: m.${value};`),
    ...refuses.flatMap((value, at) => [
      "// @ts-expect-error: not one of its values",
      `export const no${at}: m.${value};`,
    ]),
    `export const number = ${index};`,
  ].join("\n");
