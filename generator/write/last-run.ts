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
import { hashDocumentBytes } from "./hash.js";
import type { Lock } from "./lock.js";

export interface LastRun {
  /** The document. */
  readonly text: string;
  readonly about: AboutRun;
}

export interface AboutRun {
  /** Hash of the sdkwright that it was. */
  readonly generator: string;
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
  { inputs }: Lock,
): LastRun | undefined => {
  const [hash, ...others] = inputs.document.values();
  if (folder.state(path).kind !== "file" || others.length > 0) return undefined;
  try {
    const kept = readFileSync(folder.resolve(path));
    const end = kept.indexOf("\n");
    const about = JSON.parse(kept.toString("utf8", 0, end)) as AboutRun;
    if (about.generator !== inputs.generator) return undefined;
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

/** Of a text, what `keepLastRun` takes: a tenth of it, made in some ten milliseconds. */
export const packDocument = (text: string): Buffer =>
  brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  });

/** It is no harm when nothing can be kept. */
export const keepLastRun = (
  folder: Folder,
  document: Buffer,
  about: AboutRun,
): void => {
  if (folder.state(path).kind === "blocked") return;
  const file = folder.resolve(path);
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const line = Buffer.from(`${JSON.stringify(about)}\n`);
    writeFileSync(unfinished, Buffer.concat([line, document]), { flag: "wx" });
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
  }
};

/** Removes what the next run has no use for. */
export const dropLastRun = (folder: Folder): void => {
  if (folder.state(path).kind === "file")
    rmSync(dirname(folder.resolve(path)), { recursive: true, force: true });
};
