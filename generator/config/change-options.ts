/**
 * The options about what changes for callers. They decide what reports say and what a release writes; in
 * the package, only which version drops old names.
 */
import { type Approval, isDay } from "../change/approvals.js";
import {
  type ChangeClass,
  changeClasses,
  type ChangeKind,
  changeKinds,
  type ChangePolicy,
  standardPolicy,
  type Strictness,
} from "../change/change.js";
import { parseVersion } from "../change/versions.js";
import { isRecord } from "../openapi/records.js";
import { arrayOf, mapOf, object, oneOf, type Rule, string } from "./rule.js";

/** What counts as breaking, and which breaks are intended. */
export interface ChangeConfig {
  /**
   * How much a minor release may ask of callers: `lenient` lets a server give new values, `strict` counts
   * what only a test or a log can notice. Default: `standard`.
   */
  readonly strictness?: Strictness;
  /** The class of a kind of change, instead of the usual one: `{ "result-added": "feature" }`. */
  readonly classes?: Readonly<Partial<Record<ChangeKind, ChangeClass>>>;
  /**
   * Levels of `x-stability-level` that promise nothing yet: what breaks only callers of such operations is a
   * feature, with a heading of its own; not where `strictness` is `strict`. Default: `["alpha", "beta"]`.
   */
  readonly unstable?: readonly string[];
  /** Breaks that are intended, one each; they no longer fail `--fail-on`. */
  readonly approve?: readonly Approval[];
}

/** What `sdkwright release` writes. */
export interface ReleaseConfig {
  /**
   * Where the changes go: nowhere (`print`), below `## [Unreleased]` of CHANGELOG.md (`unreleased`), into a
   * file of `.changeset/`, or into a commit message on standard output (`conventional`). Default: `print`.
   */
  readonly changelog?: "print" | "unreleased" | "changeset" | "conventional";
}

const kind: Rule = {
  expected: "a kind of change, such as `enum-value-added`: reports have them",
  accepts: (value) => changeKinds.some((one) => one === value),
  words: changeKinds,
};

const approvalFields = {
  kind,
  where: string("a place, such as `Pet.kind`: reports have them"),
  to: string(),
  id: string(
    "the id of a change, 12 digits: reports have them",
    /^[\da-f]{12}$/,
  ),
  reason: string(),
  issue: string(),
  until: {
    expected: "a version, such as `2.0.0`, or a day, such as `2027-01-31`",
    accepts: (value) =>
      typeof value === "string" &&
      (isDay(value) || parseVersion(value) !== undefined),
  },
  as: oneOf(...changeClasses),
} satisfies Record<keyof Approval, Rule>;

const isApproval = (value: unknown): boolean => {
  if (!isRecord(value)) return false;
  const has = (field: keyof Approval): boolean => value[field] !== undefined;
  return (
    has("reason") &&
    has("until") &&
    (has("id") || (has("kind") && has("where")))
  );
};

const approval: Rule = {
  expected: "an object with `kind` and `where` (or `id`), `reason` and `until`",
  accepts: isApproval,
  fields: approvalFields,
};

const changeFields = {
  strictness: oneOf("lenient", "standard", "strict"),
  classes: mapOf(oneOf(...changeClasses), kind),
  unstable: arrayOf(string()),
  approve: arrayOf(approval),
} satisfies Record<keyof ChangeConfig, Rule>;

const releaseFields = {
  changelog: oneOf("print", "unreleased", "changeset", "conventional"),
} satisfies Record<keyof ReleaseConfig, Rule>;

export const changeRule = object(changeFields);

export const releaseRule = object(releaseFields);

/**
 * What an SDK's owner counts as breaking.
 * @param options of one run, over those of the config
 */
export const policyOf = (
  { change: { strictness, classes, unstable } = {}, aliases }: JudgedConfig,
  options: Partial<Pick<ChangePolicy, "strictness" | "keepsAliases">> = {},
): ChangePolicy => ({
  ...standardPolicy,
  ...(strictness !== undefined && { strictness }),
  ...(classes && { classes }),
  ...(unstable && { unstable }),
  ...(aliases === false && { keepsAliases: false }),
  ...options,
});

/** The options of an SDK that say what a change is. */
interface JudgedConfig {
  readonly change?: ChangeConfig;
  /** False where no old name is kept. */
  readonly aliases?: unknown;
}

/** What of the options decides how long the package keeps old names: undefined where nothing does. */
export const judgingOptions = ({
  strictness,
  classes,
  unstable,
  approve = [],
}: ChangeConfig = {}): object | undefined => {
  const corrected = approve.filter(({ as }) => as !== undefined);
  return strictness === undefined &&
    !classes &&
    !unstable &&
    corrected.length === 0
    ? undefined
    : { strictness, classes, unstable, corrected };
};
