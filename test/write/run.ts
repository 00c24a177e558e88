/**
 * The write stage as the pipeline runs it, on outputs made by hand.
 */
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import type { OutputFile, TextFile } from "../../generator/sdk/output.js";
import { matchKept } from "../../generator/config/path-pattern.js";
import { applyPlan } from "../../generator/write/apply-plan.js";
import {
  printCache,
  readCache,
  type Cache,
} from "../../generator/write/cache.js";
import { writeCacheFile } from "../../generator/write/cache-file.js";
import { findDrift } from "../../generator/write/drift.js";
import { OutputDirectory } from "../../generator/write/directory.js";
import {
  Bases,
  type RegenerateAtCommit,
} from "../../generator/write/edits/bases.js";
import { formatFile } from "../../generator/write/format.js";
import { hashText } from "../../generator/write/hash.js";
import { KnownFiles } from "../../generator/write/known-files.js";
import { printLock, type Lock } from "../../generator/write/lock/lock.js";
import { readLock } from "../../generator/write/lock/read-lock.js";
import { cachePath, lockName } from "../../generator/write/package-path.js";
import { planWrite } from "../../generator/write/plan/plan.js";
import {
  noEditRequests,
  type EditRequests,
} from "../../generator/write/plan/planned-file.js";
import { Staging } from "../../generator/write/staging.js";

export interface Given {
  /**
   * Text by path: source files, verbatim where the text starts with `=`, scaffolds with `+`, pages of
   * regions with `#regions`; an object is a manifest.
   */
  readonly files: Readonly<Record<string, string | object>>;
  readonly names?: Readonly<Record<string, string>>;
  readonly version?: string;
  readonly formatter?: string;
  readonly inputs?: Partial<Cache["inputs"]>;
  readonly keep?: readonly string[];
  readonly reset?: readonly string[];
  readonly merge?: EditRequests["merge"];
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  /** Without the cache of earlier runs. */
  readonly isFresh?: boolean;
  readonly past?: RegenerateAtCommit;
}

const kinds = new Map<string, TextFile["kind"]>([
  ["=", "verbatim"],
  ["+", "scaffold"],
]);

const pageStart = "#regions\n";

const toFile = ([path, given]: [string, string | object]): OutputFile => {
  if (typeof given === "object")
    return { path, kind: "manifest", fields: given as Record<string, string> };
  if (given.startsWith(pageStart)) {
    const text = given.slice(pageStart.length);
    return { path, kind: "regions", text, isFormatted: true };
  }
  const kind = kinds.get(given.charAt(0));
  return kind
    ? { path, text: given.slice(1), kind }
    : { path, text: given, kind: "source" };
};

export const outputFiles = (files: Given["files"]): readonly OutputFile[] =>
  Object.entries(files).map(toFile);

const defaultInputs: Cache["inputs"] = {
  generator: "g1",
  options: "o1",
  reporting: "r1",
  document: new Map([["openapi.yaml", hashText("d1")]]),
  lib: "",
};

interface Run {
  readonly diagnostics: Diagnostics;
  readonly staging?: Staging | undefined;
  readonly isComparison?: boolean;
}

const plan = async (
  root: string,
  given: Given,
  { diagnostics, staging, isComparison = false }: Run,
) => {
  const directory = new OutputDirectory(root);
  const { lock, hashes } = readLock(directory, lockName, diagnostics);
  const { version = "1.0.0", formatter = "prettier 3" } = given;
  const cache = given.isFresh ? undefined : readCache(directory);
  const names = new Map(Object.entries(given.names ?? {}));
  const { reset = [], merge = noEditRequests.merge } = given;
  const result = await planWrite({
    output: { files: outputFiles(given.files), names },
    ...{ directory, lock, version, isComparison },
    known: new KnownFiles(directory, cache, hashes),
    bases: new Bases({
      ...{ directory, version, format: formatFile },
      regenerateAtCommit: given.past ?? (() => Promise.resolve(undefined)),
    }),
    isKept: matchKept(given.keep),
    requests: { reset: new Set(reset), merge },
    formatter: { format: formatFile },
    formatterName: formatter,
    stage: (path, text) => staging?.put(path, text),
  });
  const nextCache: Cache = {
    formatter,
    inputs: { ...defaultInputs, ...given.inputs },
    lock: hashText(printLock(result.lock)),
    operations: { generated: 1, total: 1 },
    ...{ warnings: 0, isSettled: true },
    ...{ edits: result.edits, files: result.cached },
  };
  return { lock, plan: result, cache: nextCache };
};

/** What was written and removed, or what was reported. */
export const write = async (root: string, given: Given) => {
  const diagnostics = new Diagnostics();
  const { dryRun = false, strict = false } = given;
  const directory = new OutputDirectory(root);
  const staging = dryRun ? undefined : new Staging(directory);
  staging?.removeLeftovers();
  const { plan: planned, cache } = await plan(root, given, {
    ...{ diagnostics, staging },
  });
  const result = applyPlan(
    planned,
    { strict, staging, displayPath: (path) => path },
    diagnostics,
  );
  if (result && staging)
    writeCacheFile(new OutputDirectory(root), cachePath, printCache(cache));
  staging?.close();
  const said = planned.remarks.map(
    ({ path, message }) => `${path}: ${message}`,
  );
  return {
    ...result,
    ...(result && said.length > 0 && { said }),
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
  const { lock, plan: planned } = await plan(root, given, {
    diagnostics: new Diagnostics(),
    isComparison: true,
  });
  return findDrift(planned, lock).map(
    ({ path, message }) => `${path} ${message}`,
  );
};

export const lockOf = (root: string): Lock => {
  const diagnostics = new Diagnostics();
  const directory = new OutputDirectory(root);
  const { lock } = readLock(directory, lockName, diagnostics);
  if (lock === undefined) throw new Error("no lock");
  return lock;
};
