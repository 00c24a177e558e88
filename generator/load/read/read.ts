/**
 * A file on disk becomes text. UTF-8 is checked strictly: a replacement character in a name would
 * travel silently into the package.
 */
import { readFile, stat } from "node:fs/promises";
import { nearestFile } from "../../config/nearest-file.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";

/** Limits of the loader; what exceeds one is reported, never cut. */
export const limits = {
  /** Bytes of one file. */
  fileBytes: 64 * 1024 * 1024,
  /** Objects and arrays inside one another. */
  depth: 500,
  /** Values that a YAML document may have once its aliases are written out. */
  expandedNodes: 1_000_000,
  /** `<<` keys of one YAML document. */
  mergeKeys: 1000,
  /** Objects and arrays of all files together. */
  bundledNodes: 5_000_000,
  /** References to other files that are replaced by what they lead to. */
  splices: 50_000,
  /** Files that a document may bring in. */
  files: 2000,
  /** Time for one file from another host, redirects included. */
  fetchMilliseconds: 30_000,
  /** Redirects on the way to one file. */
  redirects: 5,
  /** Operations of one document. */
  operations: 20_000,
} as const;

/** @param file the path as messages show it */
export const read = async (
  path: string,
  file: string,
  diagnostics: Diagnostics,
): Promise<string | undefined> => {
  let bytes: Buffer;
  diagnostics.sources.visit(path);
  try {
    const { size } = await stat(path);
    if (size > limits.fileBytes) {
      diagnostics.report("file-too-large", {
        file,
        megabytes: Math.ceil(size / 1024 / 1024),
        limit: limits.fileBytes / 1024 / 1024,
      });
      return undefined;
    }
    bytes = await readFile(path);
  } catch (error) {
    const reason = reasonOf(error);
    const hint = similarFile(path, file, reason) ?? checkPath;
    diagnostics.report("file-unreadable", { file, reason, hint });
    return undefined;
  }
  return decode(bytes, file, diagnostics);
};

const reasons: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is no such file"],
  ["ENOTDIR", "there is no such file"],
  ["EISDIR", "it is a directory"],
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["ELOOP", "too many symbolic links"],
  ["ENAMETOOLONG", "the name is too long"],
  ["ERR_INVALID_ARG_VALUE", "the path holds a NUL character"],
]);

export const checkPath = "Check the path and its permissions.";

/** What to do about a file that is not there, where another has nearly its name. */
export const similarFile = (
  path: string,
  shown: string,
  reason: string,
): string | undefined => {
  if (reason !== reasons.get("ENOENT")) return undefined;
  const similar = nearestFile(path, shown);
  return similar === undefined ? undefined : `Did you mean ${similar}?`;
};

/** System messages carry absolute paths; the code says enough. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return "unknown reason";
  const code = "code" in error ? String(error.code) : error.name;
  return reasons.get(code) ?? code;
};

/** A byte order mark is dropped; anything but UTF-8 is reported. */
export const decode = (
  bytes: Buffer,
  file: string,
  diagnostics: Diagnostics,
): string | undefined => {
  const encoding = otherEncoding(bytes);
  if (encoding !== undefined) {
    const start = { file, line: 1, column: 1 };
    diagnostics.report("file-encoding", { file, encoding }, start);
    return undefined;
  }
  try {
    // A byte order mark is dropped here.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const offset = firstInvalidByte(bytes);
    const before = bytes.subarray(0, offset).toString("utf8");
    const lineStart = before.lastIndexOf("\n") + 1;
    diagnostics.report(
      "file-not-utf8",
      { byte: hex(bytes[offset] ?? 0), offset },
      {
        file,
        line: before.split("\n").length,
        column: before.length - lineStart + 1,
      },
    );
    return undefined;
  }
};

const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, "0")}`;

/** UTF-32 before UTF-16: its little-endian mark begins with the other's. */
const marks: readonly (readonly [string, readonly number[]])[] = [
  ["UTF-32 little endian byte order mark", [0xff, 0xfe, 0, 0]],
  ["UTF-32 big endian byte order mark", [0, 0, 0xfe, 0xff]],
  ["UTF-16 little endian byte order mark", [0xff, 0xfe]],
  ["UTF-16 big endian byte order mark", [0xfe, 0xff]],
  ["gzip data", [0x1f, 0x8b]],
];

const otherEncoding = (bytes: Buffer): string | undefined => {
  const mark = marks.find(([, start]) =>
    start.every((byte, index) => bytes[index] === byte),
  );
  if (mark !== undefined) return mark[0];
  if (bytes.length > 3 && bytes[0] === 0 && bytes[1] !== 0) {
    return "UTF-16 big endian, it seems";
  }
  if (bytes.length > 3 && bytes[0] !== 0 && bytes[1] === 0) {
    return "UTF-16 little endian, it seems";
  }
  return undefined;
};

/** What decoding replaces differs when it is encoded again. */
const firstInvalidByte = (bytes: Buffer): number => {
  const again = Buffer.from(bytes.toString("utf8"));
  let offset = 0;
  while (offset < bytes.length && bytes[offset] === again[offset]) offset++;
  // The replacement character may share its first bytes with the bad sequence.
  while (offset > 0 && ((again[offset] ?? 0) & 0xc0) === 0x80) offset--;
  return offset;
};
