/**
 * The load stage: a file becomes one checked `Document` in the 3.1 dialect.
 *
 * read, with overlays -> version -> bundle -> Swagger 2 to 3 -> filter -> checks -> inline ->
 * `$dynamicRef` -> upgrade to 3.1. Everything that is wrong is reported before the
 * stage gives up, so that one run shows it all.
 */
import { basename, dirname, resolve as resolvePath } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { isUrl } from "../diagnostics/paths.js";
import type { Document, OpenApi } from "../openapi/document.js";
import { check } from "./check/check.js";
import { SourceLocations } from "./read/source-locations.js";
import { applyFixes } from "./check/dangling.js";
import { FixQueue } from "./check/fixes.js";
import { bundle } from "./bundle/bundle.js";
import { declareRequired } from "./convert/required-properties.js";
import { absoluteServers } from "./convert/absolute-servers.js";
import { resolveDynamic } from "./convert/dynamic.js";
import { leaveOutOperations, type Filters } from "./filter/filter.js";
import { openapiRoot, swaggerRoot } from "../openapi/grammar.js";
import { inlineReferences } from "./convert/inline.js";
import { DocumentFiles } from "./read/document-files.js";
import { LocalFiles } from "./read/local.js";
import { expandHeaders } from "./remote/headers.js";
import { Remote, type RemoteOptions } from "./remote/remote.js";
import {
  isRecord,
  type JsonObject,
  recordOrEmpty,
} from "../openapi/records.js";
import { Resolver } from "./bundle/resolver.js";
import { fromSwagger2 } from "./convert/swagger2/swagger2.js";
import { validate } from "./validate/validate.js";
import { upgrade } from "./convert/upgrade.js";
import { versionOf } from "./read/version.js";

export interface LoadOptions extends Filters, RemoteOptions {
  /** What relative paths start from. Default: the current directory. */
  readonly cwd?: string;
  /** The directory that references may not leave. Default: that of the document. */
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
  const files = documentFilesFor(input, options, diagnostics);
  if (files === undefined) return undefined;
  const overlays = (options.overlays ?? []).map((shown) => ({
    path: resolvePath(options.cwd ?? ".", shown),
    shown,
  }));
  const file = await files.openRoot(overlays);
  if (file === undefined) return undefined;
  diagnostics.locateWith(file.locator.locate.bind(file.locator));
  const version = versionOf(
    file.value,
    file.locator.spelling.bind(file.locator),
    diagnostics,
  );
  if (version === undefined) return undefined;
  const content = version.family === "2.0" ? swaggerRoot : openapiRoot;
  const bundled = await bundle(file, content, files, diagnostics);
  if (!isRecord(bundled.root)) return undefined;
  const validation = {
    root: bundled.root,
    content,
    version: version.text,
    locate: bundled.locations.locate,
  };
  // Swagger is validated as the user wrote it, before it is converted.
  const reportSwaggerViolations =
    version.family === "2.0" ? validate(validation) : undefined;
  const { root, locations } =
    version.family === "2.0"
      ? fromSwagger2(bundled.root, bundled.locations, diagnostics)
      : { root: bundled.root, locations: bundled.locations };
  diagnostics.locateWith(locations.locate);
  const leftOut = leaveOutOperations(root, options, locations, diagnostics);
  const reportViolations = reportSwaggerViolations ?? validate(validation);
  const finalLocations = new SourceLocations(locations);
  const resolver = new Resolver(root);
  const fixes = new FixQueue(root, finalLocations);
  const fileTitle = titleOf(input);
  const schemas = check({
    root,
    resolver,
    diagnostics,
    fixes,
    locations,
    fileTitle,
  });
  reportViolations(diagnostics);
  if (diagnostics.hasErrors) return undefined;
  const hadPaths = hasPaths(root);
  applyFixes({ root, fixes });
  if (hadPaths && !hasPaths(root)) {
    diagnostics.report("nothing-left");
    return undefined;
  }
  inlineReferences(root, finalLocations);
  resolveDynamic(root, schemas, diagnostics);
  upgrade(root, schemas);
  declareRequired(schemas);
  diagnostics.locateWith(finalLocations.locate);
  absoluteServers(root, isUrl(input) ? input : undefined, diagnostics);
  return {
    root: root as OpenApi,
    sourceVersion: version.text,
    file: file.source.file,
    leftOut,
    resolve: new Resolver(root).resolve,
    locate: finalLocations.locate,
  };
};

const hasPaths = ({ paths }: JsonObject): boolean =>
  Object.keys(recordOrEmpty(paths)).length > 0;

/** `specs/pet-store.v2.yaml` -> `pet-store.v2`. */
const titleOf = (input: string): string =>
  basename(input.replace(/[?#].*/s, "")).replace(/\.(?:ya?ml|json)$/i, "") ||
  "API";

const documentFilesFor = (
  input: string,
  options: LoadOptions,
  diagnostics: Diagnostics,
): DocumentFiles | undefined => {
  const { cwd = ".", refRoot, headers = {}, allowRefOrigins = [] } = options;
  if (isUrl(input)) {
    const url = readUrl(input, diagnostics);
    const expanded = expandHeaders(headers, process.env, diagnostics);
    if (url === undefined || expanded === undefined) return undefined;
    const remote = new Remote(url, { headers: expanded, allowRefOrigins });
    return new DocumentFiles(undefined, remote, diagnostics);
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
  return new DocumentFiles(local, remote, diagnostics);
};

const readUrl = (input: string, diagnostics: Diagnostics): URL | undefined => {
  try {
    const url = new URL(input);
    url.hash = "";
    if (url.username === "" && url.password === "") return url;
  } catch {
    // Reported below.
  }
  diagnostics.report("input-url");
  return undefined;
};
