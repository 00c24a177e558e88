/**
 * What a run leaves for the next one beside the package: the document, so that the next run can see
 * which operations have changed since. It belongs to this machine alone, and may be missing: without
 * it everything is made anew, with the same result.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { Diagnostic } from "../diagnostics.js";
import type { Folder } from "./folder.js";
import { hashDocumentBytes, hashText } from "./hash.js";
import { type Lock, printLock } from "./lock.js";

export interface LastRun {
  /** The document. */
  readonly text: string;
  readonly about: AboutRun;
}

export interface AboutRun {
  /** Hash of the lock file that it wrote. */
  readonly lock: string;
  readonly warnings: readonly Diagnostic[];
  /** The operations that the README shows, as the lock file calls them: `GET /pets`. */
  readonly shown: readonly string[];
}

const path = ".sdkwright-cache/last-run";

/** Nothing that is kept is larger than a document may be. */
const largest = 64 * 1024 * 1024;

export const hasLastRun = (folder: Folder): boolean =>
  existsSync(folder.resolve(path));

/** Undefined where there is none, or none of the run that the lock file is of. */
export const readLastRun = (
  folder: Folder,
  lock: Lock,
): LastRun | undefined => {
  const [hash, ...others] = lock.inputs.document.values();
  if (folder.state(path).kind !== "file" || others.length > 0) return undefined;
  try {
    const kept = readFileSync(folder.resolve(path));
    const end = kept.indexOf("\n");
    const about: unknown = JSON.parse(kept.toString("utf8", 0, end));
    if (!isAboutRun(about) || about.lock !== hashText(printLock(lock)))
      return undefined;
    const bytes = brotliDecompressSync(kept.subarray(end + 1), {
      maxOutputLength: largest,
    });
    return hashDocumentBytes(bytes) === hash
      ? { about, text: bytes.toString("utf8") }
      : undefined;
  } catch {
    return undefined;
  }
};

/** The file may have been written by another sdkwright, or by anybody. */
const isAboutRun = (value: unknown): value is AboutRun => {
  if (typeof value !== "object" || value === null) return false;
  const { warnings, shown } = value as Partial<Record<string, unknown>>;
  return (
    Array.isArray(shown) &&
    shown.every((key) => typeof key === "string") &&
    Array.isArray(warnings) &&
    warnings.every(isWarning)
  );
};

const isWarning = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return false;
  const warning = value as Partial<Record<string, unknown>>;
  const { code, severity, message, help, position, related = [] } = warning;
  return (
    severity === "warning" &&
    [code, message, help].every(isPrintable) &&
    (position === undefined || isPosition(position)) &&
    Array.isArray(related) &&
    related.every(isPosition)
  );
};

/** Messages go to the terminal. */
const isPrintable = (text: unknown): boolean =>
  typeof text === "string" && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(text);

const isPosition = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return false;
  const { line, column } = value as Partial<Record<string, unknown>>;
  return [line, column].every(
    (number) => Number.isInteger(number) && Number(number) > 0,
  );
};

/** Of a text, what `keepLastRun` takes: a tenth of it, made in some ten milliseconds. */
export const packDocument = (text: string): Buffer =>
  brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  });

interface Kept {
  readonly folder: Folder;
  /** As it was written. */
  readonly lock: Lock;
  readonly about: Omit<AboutRun, "lock">;
}

/** It is no harm when nothing can be kept. */
export const keepLastRun = (
  { folder, lock, about }: Kept,
  document: Buffer,
): void => {
  if (folder.state(path).kind === "blocked") return;
  const file = folder.resolve(path);
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    // One that was interrupted may have had the same number.
    rmSync(unfinished, { recursive: true, force: true });
    const line = Buffer.from(
      `${JSON.stringify({ ...about, lock: hashText(printLock(lock)) })}\n`,
    );
    writeFileSync(unfinished, Buffer.concat([line, document]), { flag: "wx" });
    renameSync(unfinished, file);
  } catch {
    // The next run makes everything anew.
  }
};

/** Removes what the next run has no use for; where it may not, it stays. */
export const dropLastRun = (folder: Folder): void => {
  if (folder.state(path).kind !== "file") return;
  try {
    rmSync(dirname(folder.resolve(path)), { recursive: true, force: true });
  } catch {
    // It is of another run, and is not used.
  }
};
