/**
 * Lock files of version 1 were JSON, with hashes of every file. They are read once more: the next run
 * writes the file anew.
 */
import { isPackagePath } from "../package-path.js";
import type { Lock } from "./lock.js";

export interface FirstLock {
  readonly lock: Lock;
  /** What was written, by path: SHA-256 in hex. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** Undefined when the text is no such lock file. */
export const readFirstLock = (value: unknown): FirstLock | undefined => {
  const files = entries(value, "files");
  const names = entries(value, "names");
  const made = field(value, "made") ?? [];
  const version = field(value, "sdkwright");
  if (!files || !names || !Array.isArray(made)) return undefined;
  const hashes = new Map(
    files
      .filter(([path]) => isPackagePath(path))
      .map(([path, file]) => [path, String(field(file, "formatted"))]),
  );
  return {
    hashes,
    lock: {
      version: typeof version === "string" ? version : "1",
      files: new Set(hashes.keys()),
      once: new Set(made.map(String).filter(isPackagePath)),
      names: new Map(
        names.flatMap(([key, name]) =>
          typeof name === "string" ? [[key, name]] : [],
        ),
      ),
      aliases: new Map(),
      manifest: new Map(),
      regions: new Set(),
      ownRegions: new Set(),
    },
  };
};

export const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const entries = (
  value: unknown,
  name: string,
): readonly (readonly [string, unknown])[] | undefined => {
  const member = field(value, name);
  return typeof member === "object" && member !== null
    ? Object.entries(member)
    : undefined;
};
