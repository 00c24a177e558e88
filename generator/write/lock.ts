/**
 * `sdkwright.lock`: what was written the last time, and from what.
 *
 * It distinguishes our files from others, a hand edit from an old file, and nothing to do from
 * something to do; and it keeps the names that were once published. It is committed, so it is
 * sorted, free of dates and machine paths, and the same for the same input.
 */
import { readFileSync } from "node:fs";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { OperationCount } from "../sdk/output.js";
import type { OutputDirectory } from "./directory.js";
import { isPackagePath, lockName } from "./package-path.js";

/** Raised when an older sdkwright could misread the file. */
const lockVersion = 1;

/** Hashes of what decides the output. */
export interface Inputs {
  readonly generator: string;
  readonly options: string;
  /** By path, relative to the directory of the root document. */
  readonly document: ReadonlyMap<string, string>;
  /** Names are input too: those of the last run are kept. */
  readonly names: string;
}

export interface LockedFile {
  /** Hash of the text on disk. */
  readonly formatted: string;
  /** Hash of the text before formatting. */
  readonly unformatted: string;
}

export interface Lock {
  /** Version of sdkwright. */
  readonly version: string;
  readonly formatter: string;
  readonly inputs: Inputs;
  readonly operations: OperationCount;
  /** How many warnings the document got, so that `--strict` need not find them again. */
  readonly warnings: number;
  readonly files: ReadonlyMap<string, LockedFile>;
  /** Scaffolded files, written once and the owner's since then, whether they still exist or not. */
  readonly scaffolded: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/** The text of the lock file. Its field names are its format's: older ones stay readable. */
export const printLock = (lock: Lock): string =>
  JSON.stringify(
    {
      lockVersion,
      sdkwright: lock.version,
      formatter: lock.formatter,
      inputs: {
        generator: lock.inputs.generator,
        options: lock.inputs.options,
        names: lock.inputs.names,
        document: toObject(lock.inputs.document),
      },
      operations: {
        total: lock.operations.total,
        generated: lock.operations.generated,
        leftOut: lock.operations.excluded,
        webhooks: lock.operations.webhooks,
      },
      warnings: lock.warnings,
      files: toObject(lock.files),
      made: [...lock.scaffolded].sort(),
      names: toObject(lock.names),
    },
    undefined,
    2,
  ).replace(invisible, escape) + "\n";

/** What a reader of the file would not see, or see in another order: names are a document's. */
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

const escape = (characters: string): string =>
  characters
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

const toObject = (map: ReadonlyMap<string, unknown>): object =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * Reads a lock file. Merges and people change such files, so nothing in it is taken on trust.
 *
 * @param file the lock as shown in messages
 * @returns undefined when there is none, or when it cannot be used, which is reported
 */
export const readLock = (
  directory: OutputDirectory,
  file: string,
  diagnostics: Diagnostics,
): Lock | undefined => {
  const reportBroken = (reason: string, line?: number): undefined => {
    const place = line === undefined ? line : { file, line, column: 1 };
    diagnostics.report("lock-broken", { file, reason }, place);
  };
  // An obstacle in its place is reported when the lock is to be written.
  if (directory.state(lockName).kind !== "file") return undefined;
  const text = readFileSync(directory.resolve(lockName), "utf8");
  const conflict = text.search(/^<{7}/m);
  if (conflict !== -1) {
    const line = text.slice(0, conflict).split("\n").length;
    diagnostics.sources.add(file, text);
    return reportBroken("it has merge conflicts", line);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return reportBroken("it is not JSON");
  }
  const version = field(value, "lockVersion");
  if (typeof version === "number" && version > lockVersion) {
    const writer = String(field(value, "sdkwright"));
    diagnostics.report("lock-newer", { file, version: writer });
    return undefined;
  }
  try {
    return toLock(value);
  } catch (error) {
    if (!(error instanceof MalformedLock)) throw error;
    return reportBroken("it is not a lock file of sdkwright");
  }
};

class MalformedLock extends Error {}

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** @throws MalformedLock */
const toLock = (value: unknown): Lock => {
  const inputs = field(value, "inputs");
  const operations = field(value, "operations");
  const excluded = field(operations, "leftOut");
  const webhooks = field(operations, "webhooks");
  const files = toMap(field(value, "files"), (file) => ({
    formatted: toString(field(file, "formatted")),
    unformatted: toString(field(file, "unformatted")),
  }));
  if (![...files.keys()].every(isPackagePath)) throw new MalformedLock();
  return {
    version: toString(field(value, "sdkwright")),
    formatter: toString(field(value, "formatter")),
    inputs: {
      generator: toString(field(inputs, "generator")),
      options: toString(field(inputs, "options")),
      names: toString(field(inputs, "names")),
      document: toMap(field(inputs, "document"), toString),
    },
    operations: {
      total: toNumber(field(operations, "total")),
      generated: toNumber(field(operations, "generated")),
      ...(typeof excluded === "number" && { excluded }),
      ...(typeof webhooks === "number" && { webhooks }),
    },
    warnings: toNumber(field(value, "warnings")),
    files,
    scaffolded: toPaths(field(value, "made")),
    names: toMap(field(value, "names"), toString),
  };
};

const toString = (value: unknown): string => {
  if (typeof value !== "string") throw new MalformedLock();
  return value;
};

const toNumber = (value: unknown): number => {
  if (typeof value !== "number") throw new MalformedLock();
  return value;
};

/** The first lock files had no such array. */
const toPaths = (value: unknown = []): readonly string[] => {
  if (!Array.isArray(value)) throw new MalformedLock();
  return value.map(toString);
};

const toMap = <T>(
  value: unknown,
  read: (item: unknown) => T,
): ReadonlyMap<string, T> => {
  if (typeof value !== "object" || value === null) throw new MalformedLock();
  return new Map(Object.entries(value).map(([key, item]) => [key, read(item)]));
};
