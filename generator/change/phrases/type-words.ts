/**
 * What is said of types: what is asked for, accepted, given.
 */
import type { ChangeKind } from "../change.js";
import { code, isInput, isSent, type Words } from "./words.js";

const openEnums =
  '`enums: "open"` in the config makes additions like this features; setting it breaks callers once';

/** A value or a variant that is gone. */
const withoutValue: Words["phrase"] = (finding) =>
  isInput(finding)
    ? `no longer accepts ${code(finding.value)}`
    : `is never ${code(finding.value)} now`;

export const typeWords = {
  "property-added": {
    phrase: (finding) =>
      finding.degree === "required"
        ? isSent(finding)
          ? "is required now"
          : "is new, and always there"
        : "is new",
    migration: (_, name) => `Pass ${code(name)}.`,
  },
  "property-removed": {
    phrase: (finding) =>
      isInput(finding) ? "is no longer accepted" : "is no longer there",
    migration: (finding, name) =>
      isInput(finding)
        ? `Leave ${code(name)} out.`
        : `Do without ${code(name)}.`,
  },
  "property-required": {
    phrase: (finding) =>
      isSent(finding) ? "is required now" : "is always there now",
    migration: (_, name) => `Pass ${code(name)}.`,
  },
  "property-optional": {
    phrase: (finding) =>
      isInput(finding) ? "can be left out now" : "may now be missing",
    migration: (_, name) => `Handle a missing ${code(name)}.`,
  },
  "property-read-only": {
    phrase: () => "is no longer accepted; only the server sets it",
    migration: (_, name) => `Leave ${code(name)} out of what is sent.`,
  },
  "property-write-only": {
    phrase: () => "is no longer given back",
    migration: (_, name) => `Do without ${code(name)} in results.`,
  },
  "property-deprecated": { phrase: () => "is deprecated" },
  "null-added": {
    phrase: (finding) =>
      isInput(finding) ? "also accepts `null`" : "may now be `null`",
    migration: () => "Handle `null`.",
  },
  "null-removed": {
    phrase: (finding) =>
      isSent(finding) ? "no longer accepts `null`" : "is never `null` now",
    migration: (_, name) => `Leave ${code(name)} out in place of \`null\`.`,
  },
  "enum-value-added": {
    phrase: (finding) =>
      isInput(finding)
        ? `also accepts ${code(finding.value)}`
        : `may now be ${code(finding.value)}${finding.degree === "open" ? "" : "; a switch over all values no longer covers it"}`,
    migration: ({ value }) => `Handle ${code(value)}, or add a default branch.`,
    help: openEnums,
  },
  "enum-value-removed": {
    phrase: withoutValue,
    migration: (finding) =>
      isInput(finding)
        ? `Pass another value than ${code(finding.value)}.`
        : `Remove comparisons with ${code(finding.value)}.`,
  },
  "enum-member-added": { phrase: () => "is a new name of a value" },
  "enum-member-removed": {
    phrase: ({ value }) =>
      `is gone; ${code(value)} is no longer declared as a value`,
    migration: ({ value }) => `Write ${code(value)} where it is still needed.`,
  },
  "enum-member-renamed": {
    phrase: ({ to, value }) =>
      `is called ${code(to)} now; the value is ${code(value)} as before`,
    migration: ({ to }) => `Write ${code(to)}.`,
    help: "the `x-enum-varnames` of the document name the members",
  },
  "variant-added": {
    phrase: (finding) =>
      isInput(finding)
        ? `also accepts ${code(finding.value)}`
        : `may now be ${code(finding.value)}`,
    migration: ({ value }) => `Handle ${code(value)}, or add a default branch.`,
  },
  "variant-removed": {
    phrase: withoutValue,
    migration: (finding) =>
      isInput(finding)
        ? `Pass another value than ${code(finding.value)}.`
        : `Remove what handles ${code(finding.value)}.`,
  },
  "type-widened": {
    phrase: (finding) =>
      isInput(finding)
        ? `accepts ${code(finding.new)} now, not only ${code(finding.old)}`
        : `may now be ${code(finding.new)}, not only ${code(finding.old)}`,
    migration: (finding) => `Handle ${code(finding.new)}.`,
  },
  "type-narrowed": {
    phrase: (finding) =>
      isSent(finding)
        ? `accepts only ${code(finding.new)} now, not any ${code(finding.old)}`
        : `is always ${code(finding.new)} now, not any ${code(finding.old)}`,
    migration: (finding) => `Pass ${code(finding.new)}.`,
  },
  "type-changed": {
    phrase: (finding) =>
      `is ${code(finding.new)} now (${code(finding.old)} before)${finding.undecided ? "; whether one fits the other could not be decided" : ""}`,
    migration: (finding) =>
      isInput(finding)
        ? `Pass ${code(finding.new)}.`
        : `Handle ${code(finding.new)}.`,
  },
  "index-added": {
    phrase: (finding) =>
      isSent(finding)
        ? "takes any other key too, which a value typed by an interface does not have"
        : "may have any other key too",
    migration: () =>
      "Type such values by a type alias, or pass them as a literal.",
  },
  "index-removed": {
    phrase: (finding) =>
      isInput(finding)
        ? "no longer takes keys that are not declared"
        : "no longer has keys that are not declared",
    migration: () => "Use declared keys alone.",
  },
  "constraint-changed": {
    phrase: ({ old, new: now }) =>
      `${limits(old, now)}; the server decides, no release needed`,
  },
  "default-changed": {
    phrase: ({ old, new: now }) =>
      now === ""
        ? `no longer has a default on the server (${code(old)} before)`
        : `defaults to ${code(now)} on the server now${old === "" ? "" : ` (${code(old)} before)`}`,
  },
} satisfies Partial<Record<ChangeKind, Words>>;

const limits = (old = "", now = ""): string =>
  now === ""
    ? `has no limits any more (was ${old})`
    : old === ""
      ? `has limits now: ${now}`
      : `has other limits: ${now} (was ${old})`;
