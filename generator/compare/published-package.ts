/**
 * The package whose callers are to be kept: a folder, or a version on npm, of which only the
 * declarations are read.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../config/usage-error.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { displayPath } from "../diagnostics/paths.js";
import { printable } from "../diagnostics/printable.js";
import { npmFiles } from "../diff/npm-package.js";
import { pathsOfTarball } from "../diff/tarball.js";
import { declarationEntry } from "./declaration-entry.js";

export interface PublishedPackage {
  /** As reports name it: `@acme/sdk@1.4.0`, or the folder. */
  readonly source: string;
  readonly name: string;
  readonly version: string | undefined;
  /** Absolute: the file that declares what the package exports. */
  readonly entry: string;
  /** Absolute: what is declared below is the package's own. */
  readonly directory: string;
  /** Removes what was written for it. */
  readonly close: () => void;
}

const npmForm = /^(?:@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*(?:@[\w.~+-]+)?$/i;

/**
 * Undefined where it cannot be had or has no types, which is reported.
 * @param text a folder, `@acme/sdk` or `@acme/sdk@1.4.0`
 * @throws UsageError of what is none of them
 */
export const openPublished = (
  text: string,
  cwd: string,
  diagnostics: Diagnostics,
): PublishedPackage | undefined => {
  const path = resolve(cwd, text);
  if (text !== "" && existsSync(path) && statSync(path).isDirectory())
    return describe(path, displayPath(path), diagnostics, () => undefined);
  if (!npmForm.test(text))
    throw new UsageError(
      `there is no package ${printable(text) || "without a name"}: name a folder, or a version on npm (\`@acme/sdk@1.4.0\`)`,
    );
  const files = npmFiles(
    text,
    (tarball) => pathsOfTarball(tarball, isDeclaration),
    diagnostics,
  );
  if (!files) return undefined;
  const directory = mkdtempSync(join(tmpdir(), "sdkwright-"));
  const close = (): void => rmSync(directory, { recursive: true, force: true });
  for (const [file, content] of files) {
    const target = join(directory, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return describe(directory, text, diagnostics, close);
};

const isDeclaration = (path: string): boolean =>
  path === "package.json" || /\.d\.[cm]?ts$/.test(path);

const describe = (
  directory: string,
  source: string,
  diagnostics: Diagnostics,
  close: () => void,
): PublishedPackage | undefined => {
  const manifest = readManifest(join(directory, "package.json"));
  const file = declarationEntry(manifest, (path) =>
    existsSync(join(directory, path)),
  );
  if (file === undefined) {
    close();
    diagnostics.report("published-without-types", { package: source });
    return undefined;
  }
  const { name, version } = manifest;
  return {
    source,
    directory,
    close,
    name: typeof name === "string" ? name : source,
    version: typeof version === "string" ? version : undefined,
    entry: join(directory, file),
  };
};

const readManifest = (path: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};
