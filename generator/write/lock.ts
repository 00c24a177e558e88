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
      },
      warnings: lock.warnings,
      files: toObject(
        new Map(
          [...lock.files].map(([path, { formatted, unformatted }]) => [
            path,
            { formatted, unformatted },
          ]),
        ),
      ),
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
  return toLock(value) ?? reportBroken("it is not a lock file of sdkwright");
};

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const toLock = (value: unknown): Lock | undefined => {
  const inputs = field(value, "inputs");
  const operations = field(value, "operations");
  const fields = {
    version: toString(field(value, "sdkwright")),
    formatter: toString(field(value, "formatter")),
    warnings: toNumber(field(value, "warnings")),
    total: toNumber(field(operations, "total")),
    generated: toNumber(field(operations, "generated")),
    generator: toString(field(inputs, "generator")),
    options: toString(field(inputs, "options")),
    namesHash: toString(field(inputs, "names")),
    document: toMap(field(inputs, "document"), toString),
    files: toMap(field(value, "files"), toLockedFile),
    names: toMap(field(value, "names"), toString),
    scaffolded: toPaths(field(value, "made")),
  };
  if (!isComplete(fields)) return undefined;
  const { version, formatter, warnings, files, scaffolded, names } = fields;
  const { total, generated, generator, options, namesHash, document } = fields;
  const excluded = toNumber(field(operations, "leftOut"));
  if ([...files.keys()].some((path) => !isPackagePath(path))) return undefined;
  return {
    ...{ version, formatter, warnings, files, scaffolded, names },
    inputs: { generator, options, names: namesHash, document },
    operations: {
      ...{ total, generated },
      ...(excluded !== undefined && { excluded }),
    },
  };
};

type Complete<T> = { [K in keyof T]: Exclude<T[K], undefined> };

const isComplete = <T extends object>(value: T): value is T & Complete<T> =>
  Object.values(value).every((item) => item !== undefined);

const toString = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

const toNumber = (value: unknown): number | undefined =>
  typeof value === "number" ? value : undefined;

const toLockedFile = (value: unknown): LockedFile | undefined => {
  const formatted = toString(field(value, "formatted"));
  const unformatted = toString(field(value, "unformatted"));
  return formatted === undefined || unformatted === undefined
    ? undefined
    : { formatted, unformatted };
};

/** The first lock files had no such array. */
const toPaths = (value: unknown): readonly string[] | undefined => {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return undefined;
  return value.every((path): path is string => typeof path === "string")
    ? value
    : undefined;
};

const toMap = <T>(
  value: unknown,
  read: (item: unknown) => T | undefined,
): ReadonlyMap<string, T> | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  const map = new Map<string, T>();
  for (const [key, item] of Object.entries(value)) {
    const result = read(item);
    if (result === undefined) return undefined;
    map.set(key, result);
  }
  return map;
};
