/**
 * What the package is to be: its folder, name and license.
 */
import type { Surroundings } from "./surroundings.js";
import type { RemoteRepository } from "./find-repository.js";
import {
  isWorkspace,
  pnpmWorkspacesOf,
  readManifest,
  workspacesOf,
} from "./root-manifest.js";

/** What a repository may hold besides the document, when the package is the repository. */
const besides =
  /^(?:\..*|readme.*|licen[cs]e.*|changelog.*|contributing.*|security.*|node_modules\/)$/i;

/** `.` where the repository holds the document and nothing else. */
export const findFolder = (
  surroundings: Surroundings,
  document: string,
): string => {
  const globs =
    pnpmWorkspacesOf(surroundings) ?? workspacesOf(readManifest(surroundings));
  if (globs.length > 0)
    return isWorkspace(globs, "packages/sdk") ? "packages/sdk" : "sdk";
  const [first = ""] = document.split("/");
  const others = surroundings
    .list(".")
    .filter((name) => !besides.test(name))
    .filter((name) => name !== first && name !== `${first}/`);
  const isRoot =
    surroundings.git?.prefix === "" &&
    others.length === 0 &&
    surroundings.list(".").length > 0;
  return isRoot && !/^https?:/i.test(document) ? "." : "sdk";
};

const scopeForm = /^[a-z0-9~-][a-z0-9._~-]*$/;

/**
 * `@acme/sdk`, where a scope is known: of the manifest, or the owner of the repository.
 * @param unscoped the name that the title gives
 */
export const findName = (
  surroundings: Surroundings,
  repository: RemoteRepository | undefined,
  unscoped: string,
): string => {
  const { name = "" } = readManifest(surroundings) ?? {};
  const [, own] =
    /^@([^/]+)\//.exec(typeof name === "string" ? name : "") ?? [];
  const [owner = ""] = (repository?.path ?? "").split("/");
  const scope = [own ?? "", owner.toLowerCase()].find((word) =>
    scopeForm.test(word),
  );
  return scope === undefined ? unscoped : `@${scope}/sdk`;
};

export interface LicenseFinding {
  readonly license: string;
  /** True for the license of the API, which need not be that of the package. */
  readonly isOfDocument?: boolean;
}

/** A phrase that only this license has. */
const phrases: readonly (readonly [string, RegExp])[] = [
  ["Apache-2.0", /Apache License\s+Version 2\.0/],
  ["MIT", /Permission is hereby granted, free of charge, to any person/],
  [
    "ISC",
    /Permission to use, copy, modify, and(?:\/or)? distribute this software/,
  ],
  ["BSD-3-Clause", /Neither the name of[\s\S]+may be used to endorse/],
];

interface InfoLicense {
  readonly name?: unknown;
  readonly identifier?: unknown;
}

export const findLicense = (
  surroundings: Surroundings,
  ofDocument: InfoLicense = {},
): LicenseFinding | undefined => {
  const { license } = readManifest(surroundings) ?? {};
  if (typeof license === "string" && /\S/.test(license)) return { license };
  const file = surroundings
    .list(".")
    .find((name) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(name));
  const text = file === undefined ? "" : (surroundings.read(file) ?? "");
  const found = phrases.find(([, phrase]) => phrase.test(text));
  if (found) return { license: found[0] };
  const identifier = spdxOf(ofDocument);
  return identifier === undefined
    ? undefined
    : { license: identifier, isOfDocument: true };
};

/** Names that documents use for the licenses whose text there is. */
const spdxNames: readonly (readonly [string, RegExp])[] = [
  ["Apache-2.0", /^apache(?:[ -]license)?,?[ -]*(?:version )?v?2(?:\.0)?$/i],
  ["MIT", /^(?:the )?mit(?: license)?$/i],
  ["ISC", /^isc(?: license)?$/i],
  ["BSD-3-Clause", /^bsd[ -]3[ -]clause(?: license)?$/i],
];

const spdxOf = ({ name, identifier }: InfoLicense): string | undefined => {
  if (typeof identifier === "string" && /^[\w.+() -]+$/.test(identifier.trim()))
    return identifier.trim();
  return typeof name === "string"
    ? spdxNames.find(([, form]) => form.test(name.trim()))?.[0]
    : undefined;
};
