/**
 * What a side of a comparison is, by how the user named it.
 */
import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../config/usage-error.js";
import { displayPath, isUrl } from "../diagnostics/paths.js";
import { printable } from "../diagnostics/printable.js";
import { Git } from "../write/edits/git.js";

/** `source` is what reports call it, without secrets. */
export type ComparisonSide = { readonly source: string } & (
  | DocumentSide
  | PackageSide
  | NpmSide
  | RevisionSide
  /** What the config gives now. */
  | { readonly kind: "current" }
  /** The last release, as the package has it. */
  | { readonly kind: "baseline" }
);

export interface DocumentSide {
  readonly kind: "document";
  /** An absolute path or a URL. */
  readonly location: string;
}

export interface PackageSide {
  readonly kind: "package";
  /** Absolute. */
  readonly directory: string;
}

export interface NpmSide {
  readonly kind: "npm";
  /** `@acme/sdk@1.4.0` */
  readonly spec: string;
  /** `@acme/sdk` */
  readonly name: string;
}

export interface RevisionSide {
  readonly kind: "revision";
  /** As the user named it: `v1.2.0` */
  readonly revision: string;
  /** The document, absolute, as if it were there now; absent where the config says which. */
  readonly path?: string;
}

/**
 * Reads `openapi.yaml`, `https://…`, `sdk/`, `@acme/sdk@1.4.0`, `main:openapi.yaml` or `v1.2.0`.
 * @param cwd absolute
 * @throws UsageError of what is none of them
 */
export const parseSide = (text: string, cwd: string): ComparisonSide => {
  if (isUrl(text))
    return { kind: "document", location: text, source: displayPath(text) };
  const path = resolve(cwd, text);
  if (text !== "" && existsSync(path)) return onDisk(path);
  const side = npmSide(text) ?? revisionSide(text, cwd);
  if (side) return side;
  throw new UsageError(
    `there is no ${printable(text) || "side without a name"}: a side is a document (a path or a URL), the directory of a package, a version on npm (\`@acme/sdk@1.4.0\`), or a revision of Git (\`main:openapi.yaml\`, \`v1.2.0\`)`,
  );
};

const onDisk = (path: string): ComparisonSide =>
  statSync(path).isDirectory()
    ? { kind: "package", directory: path, source: displayPath(path) }
    : { kind: "document", location: path, source: displayPath(path) };

const packageName = String.raw`(?:@[a-z\d~-][\w.~-]*/)?[a-z\d~-][\w.~-]*`;
const npmForm = new RegExp(`^(${packageName})@([\\w.~+-]+)$`, "i");

const npmSide = (text: string): ComparisonSide | undefined => {
  const [, name] = npmForm.exec(text) ?? [];
  return name === undefined
    ? undefined
    : { kind: "npm", spec: text, name, source: text };
};

/** Of Git's own options none is a revision. */
const revisionForm = /^(?![-:])[^\s:]+$/;

const revisionSide = (
  text: string,
  cwd: string,
): ComparisonSide | undefined => {
  const [, revision = "", file] = /^([^:]*)(?::(.+))?$/s.exec(text) ?? [];
  const git = Git.open(cwd);
  if (!git || !revisionForm.test(revision)) return undefined;
  const common = { kind: "revision", revision, source: text } as const;
  if (file !== undefined)
    return { ...common, path: documentPath(git, file, cwd) };
  return git.resolve(revision) === undefined ? undefined : common;
};

/** As Git has it: from the root of the repository, or with `./` from here. */
const documentPath = ({ root }: Git, file: string, cwd: string): string =>
  /^\.{1,2}\//.test(file) ? resolve(cwd, file) : join(root, file);

/** A directory that is there, for what may have been elsewhere in the past. */
export const nearestDirectory = (path: string): string =>
  existsSync(path) && statSync(path).isDirectory()
    ? path
    : dirname(path) === path
      ? path
      : nearestDirectory(dirname(path));
