/**
 * What becomes of every field and keyword: the promise that nothing of a document is lost in silence.
 *
 * A field is honoured, or not applicable to an SDK for the reason given, or reported when a document
 * has it. What stands in no table and does not begin with `x-` is reported as unknown.
 */
import type { Code } from "../../diagnostics/diagnostics.js";
import type { Kind } from "../../openapi/grammar.js";
import { objectCoverage } from "./objects.js";
import { schemaCoverage } from "./schemas.js";

export type Coverage =
  | { readonly kind: "honoured" }
  | { readonly kind: "notApplicable"; readonly why: string }
  | ({ readonly kind: "reported" } & Reported);

export interface Reported {
  /** `field-unsupported` is reported while loading; any other code by the stage that knows more. */
  readonly code: Code;
  /** What the SDK does without it. */
  readonly effect: string;
}

/** The fields of one kind of object. */
export interface Covered {
  /** Names, with spaces between them. */
  readonly honoured: string;
  readonly notApplicable?: Readonly<Record<string, string>>;
  readonly reported?: Readonly<Record<string, Reported>>;
}

const tables: Readonly<Partial<Record<Kind, Covered>>> = {
  ...objectCoverage,
  ...schemaCoverage,
};

const read = ({
  honoured,
  notApplicable = {},
  reported = {},
}: Covered): ReadonlyMap<string, Coverage> =>
  new Map<string, Coverage>([
    ...honoured
      .split(" ")
      .filter(Boolean)
      .map((field) => [field, { kind: "honoured" }] as const),
    ...Object.entries(notApplicable).map(
      ([field, why]) => [field, { kind: "notApplicable", why }] as const,
    ),
    ...Object.entries(reported).map(
      ([field, what]) => [field, { kind: "reported", ...what }] as const,
    ),
  ]);

const coverages = new Map(
  Object.entries(tables).map(([kind, covered]) => [kind, read(covered)]),
);

/** Empty for objects whose fields have no names of their own. */
export const coverageOf = (kind: Kind): ReadonlyMap<string, Coverage> =>
  coverages.get(kind) ?? new Map<string, Coverage>();
