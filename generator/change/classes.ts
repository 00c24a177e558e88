/**
 * How heavy each kind of change is, by where it stands and by what the owner counts as breaking.
 *
 * In `input` positions the new type must accept all that the old one did, in `output` positions it may
 * give only what the old one gave.
 */
import {
  changeClasses,
  type ChangeClass,
  type ChangeKind,
  type ChangePolicy,
  type Strictness,
} from "./change.js";
import type { Degree, Finding } from "./finding.js";

interface Row {
  readonly input: ChangeClass;
  readonly output: ChangeClass;
  /** Where an owner is less or more strict than usual. What is relaxed is risky unless it says otherwise. */
  readonly lenient?: Partial<Sides> & { readonly isRisky?: false };
  readonly strict?: Partial<Sides>;
  /** Code compiles, but some callers should look. */
  readonly isRisky?: boolean;
}

interface Sides {
  readonly input: ChangeClass;
  readonly output: ChangeClass;
}

type Policies = Pick<Row, "lenient" | "strict" | "isRisky">;

const always = (one: ChangeClass, policies: Policies = {}): Row => ({
  input: one,
  output: one,
  ...policies,
});

const by = (
  input: ChangeClass,
  output: ChangeClass,
  policies: Policies = {},
): Row => ({ input, output, ...policies });

const both = (one: ChangeClass): Sides => ({ input: one, output: one });

/** What most callers who get the value do not notice. */
const strictOutput: Policies = { strict: { output: "breaking" } };

/** Same code, other bytes: what breaks is in logs, mocks and metrics. Lenient owners do not look there. */
const wire: Policies = {
  isRisky: true,
  lenient: { ...both("fix"), isRisky: false },
  strict: both("breaking"),
};

const rows: Readonly<Record<ChangeKind, Row>> = {
  "property-added": always("feature"),
  "property-removed": always("breaking"),
  "property-required": by("breaking", "feature", strictOutput),
  "property-optional": by("feature", "breaking"),
  "property-read-only": by("breaking", "none"),
  "property-write-only": by("none", "breaking"),
  "property-deprecated": always("feature"),
  "body-optional": always("feature"),
  "body-required": always("breaking"),
  "null-added": by("feature", "breaking"),
  "null-removed": by("breaking", "feature"),
  "enum-value-added": by("feature", "breaking", {
    lenient: { output: "feature" },
  }),
  "enum-value-removed": always("breaking"),
  "enum-member-added": always("feature"),
  "enum-member-removed": always("breaking"),
  "enum-member-renamed": always("breaking"),
  "variant-added": by("feature", "breaking", {
    lenient: { output: "feature" },
  }),
  "variant-removed": always("breaking"),
  "type-widened": by("feature", "breaking"),
  "type-narrowed": by("breaking", "feature", strictOutput),
  "type-changed": always("breaking"),
  "index-added": by("breaking", "feature", { lenient: { input: "feature" } }),
  "index-removed": always("breaking"),
  "constraint-changed": always("none", { strict: { input: "fix" } }),
  "default-changed": always("none", { strict: { input: "fix" } }),
  "parameter-added": always("feature"),
  "parameter-removed": always("breaking"),
  "parameter-required": always("breaking"),
  "parameter-optional": always("feature"),
  "parameter-deprecated": always("feature"),
  "arguments-shifted": always("breaking"),
  "arguments-changed": always("breaking"),
  "idempotency-added": always("feature"),
  "idempotency-removed": always("breaking"),
  "media-type-added": always("feature"),
  "media-type-removed": always("breaking"),
  "result-widened": always("breaking"),
  "result-changed": always("breaking"),
  "result-removed": always("breaking"),
  "result-added": always("breaking", { lenient: both("feature") }),
  "status-changed": always("fix"),
  "paging-added": always("feature"),
  "paging-removed": always("breaking"),
  "stream-added": always("feature"),
  "stream-removed": always("breaking"),
  "header-added": always("feature"),
  "header-removed": always("fix", wire),
  "error-added": always("feature"),
  "error-removed": always("breaking"),
  "operation-added": always("feature"),
  "operation-removed": always("breaking"),
  "operation-deprecated": always("feature"),
  "operation-renamed": always("feature"),
  "method-renamed": always("feature"),
  "resource-renamed": always("feature"),
  "model-added": always("feature"),
  "model-removed": always("breaking"),
  "model-renamed": always("feature"),
  "route-changed": always("fix", wire),
  "webhook-added": always("feature"),
  "webhook-removed": always("breaking"),
  "webhook-method-added": always("feature"),
  "webhook-method-removed": always("breaking"),
  "client-renamed": always("breaking"),
  "credential-required": always("breaking"),
  "credential-optional": always("feature"),
  "credential-added": always("feature"),
  "credential-removed": always("breaking"),
  "credential-renamed": always("feature"),
  "credential-wire-changed": always("fix"),
  "parameter-wire-changed": always("fix", wire),
  "request-encoding-changed": always("fix"),
  "base-url-changed": always("breaking", { lenient: both("fix") }),
  "base-path-changed": always("fix", wire),
  "base-url-required": always("breaking"),
  "base-url-optional": always("feature"),
  "server-variable-added": always("feature"),
  "server-variable-removed": always("breaking"),
  "environment-renamed": always("breaking"),
  "package-renamed": always("breaking"),
  "export-added": always("feature"),
  "export-removed": always("breaking"),
  "engines-raised": always("breaking"),
  "engines-lowered": always("feature"),
};

/** Where a degree makes a difference. */
const degrees: Readonly<
  Partial<Record<Degree, Partial<Record<ChangeKind, Row>>>>
> = {
  required: {
    "property-added": by("breaking", "feature", strictOutput),
    "parameter-added": always("breaking"),
  },
  open: {
    "property-removed": by("none", "breaking"),
    "property-read-only": always("none"),
    "result-removed": always("none"),
    "error-removed": always("none"),
    "enum-value-added": always("feature", strictOutput),
    "enum-value-removed": always("fix", { isRisky: true }),
  },
  unasked: { "paging-added": always("none") },
  kept: { "export-removed": always("none") },
};

/** Kinds that an alias makes harmless. */
const aliased: ReadonlySet<ChangeKind> = new Set([
  ...(["operation-renamed", "method-renamed", "resource-renamed"] as const),
  ...(["model-renamed", "credential-renamed"] as const),
]);

export interface Verdict {
  readonly class: ChangeClass;
  readonly isRisky: boolean;
  /** The owner's config gave the class. */
  readonly isOverridden: boolean;
}

export const verdictOn = (finding: Finding, policy: ChangePolicy): Verdict => {
  const { kind, position = "input" } = finding;
  const isKept = finding.degree === "kept" && policy.keepsAliases;
  const degree =
    finding.degree !== "kept" || isKept ? finding.degree : undefined;
  const row = (degree && degrees[degree]?.[kind]) ?? rows[kind];
  const override = policy.classes[kind];
  if (override !== undefined)
    return { class: override, isRisky: false, isOverridden: true };
  const isBroken =
    aliased.has(kind) && (!policy.keepsAliases || degree === "collision");
  const found = isBroken
    ? "breaking"
    : position === "both"
      ? heavier(
          classIn(row, "input", policy.strictness),
          classIn(row, "output", policy.strictness),
        )
      : classIn(row, position, policy.strictness);
  const usual = position === "both" ? "output" : position;
  const { lenient } = policy.strictness === "lenient" ? row : {};
  const isRelaxed = lenient?.[usual] !== undefined;
  return {
    class: found,
    isRisky:
      finding.isRisky ??
      (found !== "breaking" &&
        lenient?.isRisky !== false &&
        (row.isRisky === true || isRelaxed)),
    isOverridden: false,
  };
};

const classIn = (
  row: Row,
  side: keyof Sides,
  strictness: Strictness,
): ChangeClass =>
  (strictness === "standard" ? undefined : row[strictness]?.[side]) ??
  row[side];

export const heavier = (a: ChangeClass, b: ChangeClass): ChangeClass =>
  changeClasses.indexOf(a) <= changeClasses.indexOf(b) ? a : b;
