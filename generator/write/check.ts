/**
 * What a plan means to someone who expected no change: which files drifted, and why.
 */
import type { Inputs, Lock } from "./lock.js";
import type { Entry, Plan } from "./plan.js";

export interface Drift {
  /** Below the package's folder. */
  readonly path: string;
  readonly kind: Exclude<Entry["kind"], "unchanged">;
  /** `is missing`, `was changed by hand`, `is out of date: the document changed (openapi.yaml)`. */
  readonly message: string;
}

export const findDrift = (
  { entries, lock }: Plan,
  before: Lock | undefined,
): readonly Drift[] => {
  const cause = before === undefined ? "" : explain(before, lock);
  const because = cause === "" ? "" : `: ${cause}`;
  return entries.flatMap((entry): Drift | [] => {
    const { kind, path } = entry;
    switch (kind) {
      case "unchanged":
        return [];
      case "missing":
        return { path, kind, message: "is missing" };
      case "outdated":
        return { path, kind, message: `is out of date${because}` };
      case "edited":
        return { path, kind, message: "was changed by hand" };
      case "foreign":
        return { path, kind, message: "was not written by sdkwright" };
      case "obsolete":
        return { path, kind, message: `is no longer generated${because}` };
      case "obsoleteEdited":
        return {
          path,
          kind,
          message: `is no longer generated, and was changed by hand`,
        };
      case "blocked":
        return { path, kind, message: `is in the way: it is ${entry.found}` };
    }
  });
};

/** Which inputs changed, in words; empty when none did. */
const explain = (before: Lock, now: Lock): string => {
  const causes: string[] = [];
  const files = changedFiles(before.inputs, now.inputs);
  if (files.length > 0) {
    causes.push(`the document changed (${files.join(", ")})`);
  }
  if (before.inputs.options !== now.inputs.options) {
    causes.push("the options changed");
  }
  if (before.version !== now.version) {
    causes.push(`sdkwright changed (${before.version} -> ${now.version})`);
  } else if (before.inputs.generator !== now.inputs.generator) {
    causes.push("the generator changed");
  }
  return causes.join(", ");
};

const changedFiles = (before: Inputs, now: Inputs): readonly string[] => {
  const paths = new Set([...before.document.keys(), ...now.document.keys()]);
  return [...paths]
    .filter((path) => before.document.get(path) !== now.document.get(path))
    .sort();
};
