/**
 * Reads a lock file. Merges and people change such files, so nothing in it is taken on trust: what
 * cannot be used is reported, and the run goes on as if there were no lock or stops, as asked.
 */
import { readFileSync } from "node:fs";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Folder } from "./folder.js";
import { isPackagePath, lockName, lockVersion } from "./lock.js";
import type { Lock, LockedFile } from "./lock.js";

/** The lock, or undefined when there is none or it cannot be used, which is then reported. */
export const readLock = (
  folder: Folder,
  shown: string,
  diagnostics: Diagnostics,
): Lock | undefined => {
  const state = folder.state(lockName);
  // What is in its way is found again, and told, when the lock is to be written.
  if (state.kind !== "file") return undefined;
  const text = readFileSync(folder.resolve(lockName), "utf8");
  const conflict = text.search(/^<{7}/m);
  if (conflict !== -1) {
    const line = text.slice(0, conflict).split("\n").length;
    diagnostics.addSource(shown, text);
    diagnostics.report(
      "lock-broken",
      { file: shown, reason: "it has merge conflicts" },
      { file: shown, line, column: 1 },
    );
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    diagnostics.report("lock-broken", {
      file: shown,
      reason: "it is not JSON",
    });
    return undefined;
  }
  const version = field(value, "lockVersion");
  if (typeof version === "number" && version > lockVersion) {
    const writer = String(field(value, "sdkwright"));
    diagnostics.report("lock-newer", { file: shown, version: writer });
    return undefined;
  }
  const lock = toLock(value);
  if (lock === undefined) {
    diagnostics.report("lock-broken", {
      file: shown,
      reason: "it is not a lock file of sdkwright",
    });
  }
  return lock;
};

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const toLock = (value: unknown): Lock | undefined => {
  const inputs = field(value, "inputs");
  const operations = field(value, "operations");
  const read = {
    version: text(field(value, "sdkwright")),
    formatter: text(field(value, "formatter")),
    warnings: count(field(value, "warnings")),
    total: count(field(operations, "total")),
    generated: count(field(operations, "generated")),
    generator: text(field(inputs, "generator")),
    options: text(field(inputs, "options")),
    namesHash: text(field(inputs, "names")),
    document: toMap(field(inputs, "document"), text),
    files: toMap(field(value, "files"), toLockedFile),
    names: toMap(field(value, "names"), text),
    made: toPaths(field(value, "made")),
  };
  if (!isComplete(read)) return undefined;
  const leftOut = count(field(operations, "leftOut"));
  if ([...read.files.keys()].some((path) => !isPackagePath(path))) {
    return undefined;
  }
  return {
    version: read.version,
    formatter: read.formatter,
    inputs: {
      generator: read.generator,
      options: read.options,
      names: read.namesHash,
      document: read.document,
    },
    operations: {
      total: read.total,
      generated: read.generated,
      ...(leftOut !== undefined && { leftOut }),
    },
    warnings: read.warnings,
    files: read.files,
    made: read.made,
    names: read.names,
  };
};

type Complete<T> = { [K in keyof T]: Exclude<T[K], undefined> };

const isComplete = <T extends object>(value: T): value is T & Complete<T> =>
  Object.values(value).every((item) => item !== undefined);

const text = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

const count = (value: unknown): number | undefined =>
  typeof value === "number" ? value : undefined;

const toLockedFile = (value: unknown): LockedFile | undefined => {
  const formatted = text(field(value, "formatted"));
  const unformatted = text(field(value, "unformatted"));
  return formatted === undefined || unformatted === undefined
    ? undefined
    : { formatted, unformatted };
};

/** Lock files had no such list at first. */
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
