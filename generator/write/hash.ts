/**
 * SHA-256 of texts, in hex.
 */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { isUrl } from "../diagnostics/paths.js";

export const hashText = (text: string | Uint8Array): string =>
  createHash("sha256").update(text).digest("hex");

/** The hash of a document does not depend on how its line ends and byte order mark are checked out. */
export const hashDocument = (text: string): string =>
  hashText(text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"));

/**
 * The hash of each file that was read, by its path from the directory of the root document: the same
 * on every machine.
 * @param input the root document: an absolute path or a URL
 */
export const hashSources = (
  input: string,
  sources: ReadonlyMap<string, { readonly text: string }>,
): ReadonlyMap<string, string> =>
  new Map(
    [...sources].map(([file, { text }]) => [
      isUrl(file)
        ? file
        : relative(dirname(input), resolve(file)).replaceAll(sep, "/"),
      hashDocument(text),
    ]),
  );

/** Most files are hashed as they are, without decoding them. */
const hashDocumentBytes = (bytes: Buffer): string =>
  bytes.includes("\r\n") || bytes.includes("\uFEFF")
    ? hashDocument(bytes.toString("utf8"))
    : hashText(bytes);

/** The size of the largest file that `load` reads, in bytes. */
const maxSize = 64 * 1024 * 1024;

/**
 * Undefined if the file cannot be read, which `load` reports, or cannot have been a document: the
 * path comes from the lock file, and may lead to a pipe or to an endless device.
 */
export const hashDocumentFile = (path: string): string | undefined => {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > maxSize) return undefined;
    return hashDocumentBytes(readFileSync(path));
  } catch {
    return undefined;
  }
};

/** The same hash for the same JSON, whatever the order of its keys. */
export const hashJson = (value: unknown): string =>
  hashText(JSON.stringify(sorted(value)));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
};
