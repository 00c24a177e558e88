/**
 * What a plan means to someone who expected no change: which files drifted, and why.
 */
import type { Inputs, Lock } from "./lock.js";
import type { Plan, PlannedFile } from "./plan.js";

/** A file that is not what `generate` would leave. */
export interface Drift {
  /** Below the package's directory. */
  readonly path: string;
  readonly kind: Exclude<PlannedFile["kind"], "unchanged">;
  /** `is missing`, `was changed by hand`, `is out of date: the document changed (openapi.yaml)`. */
  readonly message: string;
  /** The path relative to the working directory. */
  readonly file?: string;
  /** What `generate` would change, as a unified diff; only where it was asked for. */
  readonly diff?: string;
}

/** @param previous the lock on disk; undefined when there is none */
export const findDrift = (
  { files, lock }: Plan,
  previous: Lock | undefined,
): readonly Drift[] => {
  const causes = previous === undefined ? "" : changedInputs(previous, lock);
  const because = causes === "" ? "" : `: ${causes}`;
  const messages = {
    missing: "is missing",
    outdated: `is out of date${because}`,
    edited: "was changed by hand",
    foreign: "was not written by sdkwright",
    obsolete: `is no longer generated${because}`,
    obsoleteEdited: "is no longer generated, and was changed by hand",
  };
  return files.flatMap((file): Drift | [] => {
    const { kind, path } = file;
    if (kind === "unchanged") return [];
    const message =
      kind === "blocked"
        ? `is in the way: it is ${file.obstacle}`
        : messages[kind];
    return { path, kind, message };
  });
};

/** Which inputs changed, in words; empty when none did. */
const changedInputs = (previous: Lock, current: Lock): string => {
  const causes: string[] = [];
  const files = changedFiles(previous.inputs, current.inputs);
  if (files.length > 0) {
    causes.push(`the document changed (${files.join(", ")})`);
  }
  if (previous.inputs.options !== current.inputs.options) {
    causes.push("the options changed");
  }
  if (previous.version !== current.version) {
    causes.push(
      `sdkwright changed (${previous.version} -> ${current.version})`,
    );
  } else if (previous.inputs.generator !== current.inputs.generator) {
    causes.push("the generator changed");
  }
  return causes.join(", ");
};

const changedFiles = (
  { document: previous }: Inputs,
  { document: current }: Inputs,
): readonly string[] =>
  [...new Set([...previous.keys(), ...current.keys()])]
    .filter((path) => previous.get(path) !== current.get(path))
    .sort();
