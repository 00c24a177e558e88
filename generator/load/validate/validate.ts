/**
 * Holds the document against the official JSON Schema of its version, for what `check/` does not
 * look at. Every finding is a warning: what makes an SDK impossible, `check/` knows and explains
 * better.
 *
 * The schemas were compiled to plain JavaScript when sdkwright was built.
 */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import { ownFile } from "../../own-files/own-file.js";
import type { Position } from "../../openapi/document.js";
import { unescapeToken } from "../../openapi/pointers.js";
import type { FieldType } from "../../openapi/grammar.js";
import { type Violation, explain } from "./explain.js";
import type { JsonObject } from "../../openapi/records.js";

/** As ajv reports it. */
interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<JsonObject>;
  /** What fails is the name of this member. */
  readonly propertyName?: string;
}

type Validator = ((value: unknown) => boolean) & {
  readonly errors?: readonly SchemaError[] | null;
};

export interface Validation {
  readonly root: unknown;
  readonly content: FieldType;
  /** As declared: `3.1.0`. */
  readonly version: string;
  readonly locate: (pointer: readonly string[]) => Position;
}

/**
 * Finds the violations; the result reports them, once `check` has run, except where it reported
 * something at the same position.
 */
export const validate = ({
  root,
  content,
  version,
  locate,
}: Validation): ((diagnostics: Diagnostics) => void) => {
  const validator = validatorOf(version);
  if (validator(root)) return () => undefined;
  const violations = (validator.errors ?? []).flatMap(
    ({ keyword, instancePath, params, propertyName }): Violation | [] => {
      // A name that `propertyNames` refuses is reported under that keyword; its pattern explains less.
      if (propertyName !== undefined && keyword === "pattern") return [];
      const pointer = instancePath.split("/").slice(1).map(unescapeToken);
      return explain({ keyword, params, pointer, content }) ?? [];
    },
  );
  return (diagnostics) => {
    const reported = new Set(
      diagnostics.all().map(({ position }) => placeOf(position)),
    );
    for (const { code, details, pointer } of violations) {
      const position = locate(pointer);
      if (reported.has(placeOf(position))) continue;
      reported.add(placeOf(position));
      diagnostics.report(code, details, position);
    }
  };
};

const placeOf = (position: Position | undefined): string =>
  position ? `${position.file}:${position.line}:${position.column}` : "";

const require = createRequire(import.meta.url);

const validatorOf = (version: string): Validator => {
  const family = /^\d+\.\d+/.exec(version)?.[0] ?? "3.1";
  const file = ownFile(`dist/validators/v${family}.cjs`);
  return require(fileURLToPath(file)) as Validator;
};
