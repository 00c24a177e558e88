/**
 * Real folders under the system's temporary one, removed after each test.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach } from "vitest";

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A new folder with these files; names end in `/` for empty folders. */
export const makeFolder = (
  files: Readonly<Record<string, string>> = {},
): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "sdkwright test #")));
  made.push(folder);
  writeFiles(folder, files);
  return folder;
};

export const writeFiles = (
  folder: string,
  files: Readonly<Record<string, string>>,
): void => {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(path.endsWith("/") ? file : dirname(file), { recursive: true });
    if (!path.endsWith("/")) writeFileSync(file, text);
  }
};

/** Every file below a folder with its text, links as `-> target` left out. */
export const readFolder = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      // Of the cache, and whether it is there, no package has to know.
      .filter(({ parentPath }) => !parentPath.includes(".sdkwright-cache"))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), readFileSync(file, "utf8")]),
  );

/** When every file was last written, in nanoseconds. */
export const readTimes = (folder: string): Record<string, bigint> =>
  Object.fromEntries(
    Object.keys(readFolder(folder)).map((path) => [
      path,
      statSync(join(folder, path), { bigint: true }).mtimeNs,
    ]),
  );
