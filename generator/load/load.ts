/**
 * The load stage: a file becomes one checked `Document` in the 3.1 dialect.
 *
 * read -> parse -> version -> checks -> upgrade. Everything that is wrong is reported before the
 * stage gives up, so that one run shows it all.
 */
import { dirname, resolve as resolvePath } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Document, OpenApi } from "../openapi/document.js";
import { check } from "./check/check.js";
import { Origins } from "./read/origins.js";
import { Repairs } from "./check/repairs.js";
import { bundle } from "./bundle/bundle.js";
import { resolveDynamic } from "./convert/dynamic.js";
import { filter, type Filters } from "./filter/filter.js";
import { openapiRoot, swaggerRoot } from "../openapi/grammar.js";
import { inline } from "./convert/inline.js";
import { Library } from "./read/library.js";
import { LocalFiles } from "./read/local.js";
import { expandHeaders } from "./remote/headers.js";
import { Remote, type RemoteOptions } from "./remote/remote.js";
import { isRecord } from "../openapi/records.js";
import { Resolver } from "./bundle/resolver.js";
import { fromSwagger2 } from "./convert/swagger2/swagger2.js";
import { validate } from "./validate/validate.js";
import { upgrade } from "./convert/upgrade.js";
import { versionOf } from "./read/version.js";

export interface LoadOptions extends Filters, RemoteOptions {
  /** What relative paths start from. Default: the current folder. */
  readonly cwd?: string;
  /** The folder that references may not leave. Default: the folder of the document. */
  readonly refRoot?: string;
  /** Overlays that are applied to the document, in order. */
  readonly overlays?: readonly string[];
}

/** Undefined when errors make the document useless; all of them are reported. */
export const load = async (
  input: string,
  options: LoadOptions,
  diagnostics: Diagnostics,
): Promise<Document | undefined> => {
  const library = libraryFor(input, options, diagnostics);
  if (library === undefined) return undefined;
  const overlays = (options.overlays ?? []).map((shown) => ({
    path: resolvePath(options.cwd ?? ".", shown),
    shown,
  }));
  const file = await library.openRoot(overlays);
  if (file === undefined) return undefined;
  diagnostics.locateWith(file.places.locate.bind(file.places));
  const version = versionOf(
    file.value,
    file.places.spelling.bind(file.places),
    diagnostics,
  );
  if (version === undefined) return undefined;
  const content = version.family === "2.0" ? swaggerRoot : openapiRoot;
  const bundled = await bundle(file, content, library, diagnostics);
  if (!isRecord(bundled.root)) return undefined;
  const validation = {
    root: bundled.root,
    content,
    version: version.text,
    locate: bundled.origins.locate,
  };
  // Before it is converted: that is what the user wrote.
  const tellSwagger =
    version.family === "2.0" ? validate(validation) : undefined;
  const { root, origins } =
    version.family === "2.0"
      ? fromSwagger2(bundled.root, bundled.origins)
      : { root: bundled.root, origins: bundled.origins };
  diagnostics.locateWith(origins.locate);
  const leftOut = filter(root, options, origins, diagnostics);
  const tell = tellSwagger ?? validate(validation);
  const repaired = new Origins(origins);
  const resolver = new Resolver(root);
  const repairs = new Repairs(root, repaired);
  const checking = { root, resolver, diagnostics, repairs, origins };
  const schemas = check(checking, openapiRoot);
  tell(diagnostics);
  if (diagnostics.hasErrors) return undefined;
  repairs.apply();
  inline(root, repaired);
  if (!resolveDynamic(root, schemas, diagnostics)) return undefined;
  upgrade(root, schemas);
  diagnostics.locateWith(repaired.locate);
  return {
    root: root as OpenApi,
    sourceVersion: version.text,
    file: file.source.file,
    leftOut,
    resolve: new Resolver(root).resolve,
    locate: repaired.locate,
  };
};

const libraryFor = (
  input: string,
  options: LoadOptions,
  diagnostics: Diagnostics,
): Library | undefined => {
  const { cwd = ".", refRoot, headers = {}, allowRefOrigins = [] } = options;
  if (/^https?:\/\//i.test(input)) {
    const url = readUrl(input, diagnostics);
    const expanded = expandHeaders(headers, process.env, diagnostics);
    if (url === undefined || expanded === undefined) return undefined;
    const remote = new Remote(url, { headers: expanded, allowRefOrigins });
    return new Library(undefined, remote, diagnostics);
  }
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(input)) {
    diagnostics.report("input-url");
    return undefined;
  }
  const path = resolvePath(cwd, input);
  const allowed =
    refRoot === undefined ? dirname(path) : resolvePath(cwd, refRoot);
  const local = new LocalFiles({ path, shown: input }, allowed);
  const remote = new Remote(undefined, { allowRefOrigins });
  return new Library(local, remote, diagnostics);
};

const readUrl = (input: string, diagnostics: Diagnostics): URL | undefined => {
  try {
    const url = new URL(input);
    url.hash = "";
    if (url.username === "" && url.password === "") return url;
  } catch {
    // It is no URL.
  }
  diagnostics.report("input-url");
  return undefined;
};
