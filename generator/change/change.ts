/**
 * What a new state of a package means for those who call it, as data: the rules in this directory
 * find changes, `diff` prints them, approvals and overrides name them by kind and place.
 */
import type { Pointer, Position } from "../openapi/document.js";

/**
 * How heavy a change is, by what callers have to do: `breaking` code stops compiling or does something
 * else, `feature` new things can be done, `fix` other bytes are sent, `none` nobody can tell.
 */
export type ChangeClass = "breaking" | "feature" | "fix" | "none";

/** From the heaviest to the lightest. */
export const changeClasses: readonly ChangeClass[] = [
  "breaking",
  "feature",
  "fix",
  "none",
];

/** Every kind of change. A kind keeps its meaning: approvals and overrides in configs name it. */
export const changeKinds = [
  // Types, wherever they stand.
  "property-added",
  "property-removed",
  "property-required",
  "property-optional",
  "property-read-only",
  "property-write-only",
  "property-deprecated",
  "body-optional",
  "body-required",
  "null-added",
  "null-removed",
  "enum-value-added",
  "enum-value-removed",
  "enum-member-added",
  "enum-member-removed",
  "enum-member-renamed",
  "variant-added",
  "variant-removed",
  "type-widened",
  "type-narrowed",
  "type-changed",
  "index-added",
  "index-removed",
  "constraint-changed",
  "default-changed",
  // Arguments.
  "parameter-added",
  "parameter-removed",
  "parameter-required",
  "parameter-optional",
  "parameter-deprecated",
  "arguments-shifted",
  "arguments-changed",
  "idempotency-added",
  "idempotency-removed",
  "media-type-added",
  "media-type-removed",
  // Results and errors.
  "result-widened",
  "result-changed",
  "result-removed",
  "result-added",
  "status-changed",
  "paging-added",
  "paging-removed",
  "stream-added",
  "stream-removed",
  "header-added",
  "header-removed",
  "error-added",
  "error-removed",
  // Names.
  "operation-added",
  "operation-removed",
  "operation-deprecated",
  "operation-renamed",
  "method-renamed",
  "resource-renamed",
  "model-added",
  "model-removed",
  "model-renamed",
  "route-changed",
  "webhook-added",
  "webhook-removed",
  "webhook-method-added",
  "webhook-method-removed",
  "client-renamed",
  // The client and what it sends.
  "credential-required",
  "credential-optional",
  "credential-added",
  "credential-removed",
  "credential-renamed",
  "credential-wire-changed",
  "parameter-wire-changed",
  "request-encoding-changed",
  "base-url-changed",
  "base-path-changed",
  "base-url-required",
  "base-url-optional",
  "server-variable-added",
  "server-variable-removed",
  "environment-renamed",
  "package-renamed",
  "export-added",
  "export-removed",
  "engines-raised",
  "engines-lowered",
] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** One change, at one place. */
export interface Change {
  /**
   * 12 hex digits of a hash over kind, place, new name and the changed value: better wording does not
   * change it, so approvals stay.
   */
  readonly id: string;
  readonly kind: ChangeKind;
  readonly class: ChangeClass;
  /** In the words of the SDK: `getPet.params.expand`, `Pet.kind`, `client.options.apiKey`. */
  readonly where: string;
  /** The new name, of a renaming. */
  readonly to?: string;
  /** Whether callers pass the value or get it; absent where it is no value. */
  readonly position?: "input" | "output" | "both";
  /** The old type or value, as TypeScript. */
  readonly old?: string;
  readonly new?: string;
  /** The value that came or went: `"fish"`. */
  readonly value?: string;
  /** What it is about, in the words of callers: `client.pets.get` for `getPet.params.expand`. */
  readonly subject: string;
  /** What is said of the subject, with code between backticks: `` may now be `"fish"` ``. */
  readonly phrase: string;
  /** Both as one sentence: `` `Pet.kind` may now be `"fish"`. `` */
  readonly message: string;
  /** What callers do about it. */
  readonly migration?: string;
  /** A call as it was written and as it is now, where the change is about that. */
  readonly calls?: SampleCalls;
  /** What the owner of the document could do to avoid it. */
  readonly help?: string;
  /** Places that a change inside a model reaches: `getPet.result`, sorted. */
  readonly affects: readonly string[];
  readonly operations: readonly ChangedOperation[];
  /** It compiles, but some callers should look. */
  readonly isRisky: boolean;
  /** The rules could not decide, so it counts as breaking. */
  readonly isUndecided: boolean;
  /** It is about operations alone that the document calls alpha or beta. */
  readonly isUnstable: boolean;
  /** What goes was deprecated before. */
  readonly isAnnounced: boolean;
  /** The owner's config gave the class. */
  readonly isOverridden: boolean;
  /** Where the SDK keeps the old name: until which version, where one is set to drop it. */
  readonly alias?: { readonly until?: string };
  /** The id of the change that it follows from. */
  readonly cause?: string;
}

/** One call, as callers of both sides write it. */
export interface SampleCalls {
  readonly before: string;
  readonly after: string;
}

/** An operation that a change is about, or that it reaches. */
export interface ChangedOperation {
  /** The name of its function. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** `client.pets.get` */
  readonly call: string;
}

/** Where a change stands in a document. */
export interface ChangeLocation {
  readonly pointer: Pointer;
  readonly position?: Position;
}

/** What the owner counts as breaking. */
export type Strictness = "lenient" | "standard" | "strict";

export interface ChangePolicy {
  readonly strictness: Strictness;
  /** The class of whole kinds, in place of the rules'. */
  readonly classes: Readonly<Partial<Record<ChangeKind, ChangeClass>>>;
  /** False where the new package keeps no old names. */
  readonly keepsAliases: boolean;
  /** Levels of `x-stability-level` that promise nothing yet. */
  readonly unstable: readonly string[];
}

export const standardPolicy: ChangePolicy = {
  strictness: "standard",
  classes: {},
  keepsAliases: true,
  unstable: ["alpha", "beta"],
};

/** The heaviest class; `none` of no changes. */
export const heaviestClass = (
  changes: readonly Pick<Change, "class">[],
): ChangeClass =>
  changeClasses.find((one) => changes.some((change) => change.class === one)) ??
  "none";
