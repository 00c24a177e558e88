/**
 * The write stage as the pipeline runs it, on outputs made by hand.
 */
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import type { OutputFile, TextFile } from "../../generator/sdk/output.js";
import { formatFile } from "../../generator/write/format.js";
import { findDrift } from "../../generator/write/drift.js";
import { OutputDirectory } from "../../generator/write/directory.js";
import { readLock } from "../../generator/write/lock.js";
import type { Lock } from "../../generator/write/lock.js";
import { lockName } from "../../generator/write/package-path.js";
import { planWrite } from "../../generator/write/plan.js";
import type { LockHead } from "../../generator/write/plan.js";
import { Staging } from "../../generator/write/staging.js";
import { applyPlan } from "../../generator/write/apply-plan.js";

export interface Given {
  /** Text by path: source files, verbatim where the text starts with `=`, scaffolds with `+`. */
  readonly files: Readonly<Record<string, string>>;
  readonly names?: Readonly<Record<string, string>>;
  readonly head?: Partial<LockHead>;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
}

const defaultHead: LockHead = {
  version: "1.0.0",
  formatter: "prettier 3",
  inputs: {
    generator: "g1",
    options: "o1",
    document: new Map([["openapi.yaml", "d1"]]),
  },
  operations: { generated: 1, total: 1 },
  warnings: 0,
};

const kinds = new Map<string, TextFile["kind"]>([
  ["=", "verbatim"],
  ["+", "scaffold"],
]);

const plan = async (
  root: string,
  given: Given,
  diagnostics: Diagnostics,
  staging?: Staging,
) => {
  const directory = new OutputDirectory(root);
  const lock = readLock(
    directory,
    lockName,
    given.force ? new Diagnostics() : diagnostics,
  );
  const files = Object.entries(given.files).map(([path, text]): OutputFile => {
    const kind = kinds.get(text.charAt(0));
    return kind
      ? { path, text: text.slice(1), kind }
      : { path, text, kind: "source" };
  });
  const names = new Map(Object.entries(given.names ?? {}));
  const head = { ...defaultHead, ...given.head };
  const result = await planWrite({
    output: { files, names },
    directory,
    lock,
    head,
    formatter: { format: formatFile },
    stage: (path, text) => staging?.put(path, text),
  });
  return { lock, plan: result };
};

/** What was written and removed, or what was reported. */
export const write = async (root: string, given: Given) => {
  const diagnostics = new Diagnostics();
  const { force = false, dryRun = false, strict = false } = given;
  const staging = dryRun ? undefined : new Staging(new OutputDirectory(root));
  staging?.removeLeftovers();
  const { plan: planned } = await plan(root, given, diagnostics, staging);
  const result = applyPlan(
    planned,
    { force, strict, staging, displayPath: (path) => path },
    diagnostics,
  );
  staging?.close();
  return {
    ...result,
    reported: diagnostics
      .all()
      .map(({ code, message }) => `${code}: ${message}`),
  };
};

/** `path message` for each file that drifted. */
export const check = async (
  root: string,
  given: Given,
): Promise<readonly string[]> => {
  const { lock, plan: planned } = await plan(root, given, new Diagnostics());
  return findDrift(planned, lock).map(
    ({ path, message }) => `${path} ${message}`,
  );
};

export const lockOf = (root: string): Lock => {
  const diagnostics = new Diagnostics();
  const lock = readLock(new OutputDirectory(root), lockName, diagnostics);
  if (lock === undefined) throw new Error("no lock");
  return lock;
};
