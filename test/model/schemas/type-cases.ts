/**
 * A schema of a few lines, the declaration that it becomes, and values that show what it means: the
 * compiler must take the first and refuse the others.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { declarations } from "../../support/pipeline.js";
import { typeErrors } from "../../support/type-errors.js";

export interface TypeCase {
  readonly name: string;
  /** Members of `components.schemas`, in YAML. */
  readonly schemas: string;
  /** The whole of `src/models.ts`, after a line break. */
  readonly want: string;
  /** `Pet = { name: "Rex" }` */
  readonly takes: readonly string[];
  readonly refuses: readonly string[];
}

export function describeTypes(title: string, cases: readonly TypeCase[]): void {
  describe(title, () => {
    /** All values in one run of the compiler: most of its time is for the library. */
    let errors: readonly string[] = [];
    beforeAll(() => {
      errors = typeErrors(
        Object.fromEntries(
          cases.flatMap((one, index) => [
            [`${index}/models.ts`, one.want],
            [`${index}/values.ts`, valuesOf(one)],
          ]),
        ),
      );
    });

    for (const [index, { name, schemas, want }] of cases.entries())
      it(name, async () => {
        const indented = schemas.replace(/^(?=.)/gm, "    ");
        const text = await declarations(`components:\n  schemas:${indented}`);
        expect("\n" + text.trimEnd()).toBe(want);
        expect(errors.filter((error) => error.startsWith(`${index}/`))).toEqual(
          [],
        );
      });
  });
}

const valuesOf = ({ takes, refuses }: TypeCase): string =>
  [
    'import type * as m from "./models.js";',
    ...takes.map((value, index) => declaration(`yes${index}`, value)),
    ...refuses.flatMap((value, index) => [
      "// @ts-expect-error: not one of its values",
      declaration(`no${index}`, value),
    ]),
  ].join("\n");

const declaration = (name: string, typeAndValue: string): string =>
  `export const ${name}: m.${typeAndValue};`;
