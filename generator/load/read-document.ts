/**
 * One document, with the files that it refers to, becomes one tree: read, customized, bundled, and
 * converted from Swagger 2.0.
 */
import { basename, dirname, resolve as resolvePath } from "node:path";
import type { DocumentInput } from "../config/document-input.js";
import { locationOf } from "../config/document-input.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { isUrl } from "../diagnostics/paths.js";
import { openapiRoot, swaggerRoot } from "../openapi/grammar.js";
import { isRecord, type JsonObject } from "../openapi/records.js";
import { bundle } from "./bundle/bundle.js";
import { fromSwagger2 } from "./convert/swagger2/swagger2.js";
import { type Customizations, customize } from "./customize.js";
import { DocumentFiles } from "./read/document-files.js";
import { LocalFiles } from "./read/local.js";
import type { SourceLocations } from "./read/source-locations.js";
import { type Version, versionOf } from "./read/version.js";
import { expandHeaders } from "./remote/headers.js";
import { Remote, type RemoteOptions } from "./remote/remote.js";
import { withWebhooks } from "./webhooks.js";
import { validate } from "./validate/validate.js";

export interface ReadOptions extends RemoteOptions {
  /** What relative paths start from. Default: the current directory. */
  readonly cwd?: string;
  /** The directory that references may not leave. Default: that of the document. */
  readonly refRoot?: string;
}

/** A document in a form of OpenAPI 3. */
export interface ReadDocument {
  readonly root: JsonObject;
  readonly locations: SourceLocations;
  /** As it was before it was converted. */
  readonly version: Version;
  /** The root file, as messages show it. */
  readonly file: string;
  /** The URL that it was read from; undefined for files, and for several documents. */
  readonly url?: string;
  /** Reports what breaks the rules of Swagger 2.0; undefined for other documents. */
  readonly reportViolations: ((diagnostics: Diagnostics) => void) | undefined;
}

export interface ReadContext {
  readonly diagnostics: Diagnostics;
  /** Absent where they are for several documents, once these are merged. */
  readonly customizations?: Customizations;
}

/** Undefined when an error was reported that makes it useless. */
export const readDocument = async (
  input: DocumentInput,
  options: ReadOptions,
  { diagnostics, customizations }: ReadContext,
): Promise<ReadDocument | undefined> => {
  const files = documentFilesFor(input, options, diagnostics);
  const opened = await files?.openRoot(async (document) => {
    const customized = customizations
      ? await customize(document, customizations, diagnostics)
      : document;
    return customized && withWebhooks(customized, diagnostics);
  });
  if (!files || !opened) return undefined;
  const { locator, value } = opened;
  diagnostics.locateWith(locator.locate.bind(locator));
  const version = versionOf(value, locator.spelling.bind(locator), diagnostics);
  if (version === undefined) return undefined;
  const isSwagger = version.family === "2.0";
  const content = isSwagger ? swaggerRoot : openapiRoot;
  const { root, locations } = await bundle(opened, content, files, diagnostics);
  if (!isRecord(root)) return undefined;
  const { file } = opened.source;
  const location = locationOf(input);
  const source = { version, file, ...(isUrl(location) && { url: location }) };
  if (!isSwagger)
    return { root, locations, ...source, reportViolations: undefined };
  // Swagger is validated as the user wrote it, before it is converted.
  const { locate } = locations;
  const reportViolations = validate({
    root,
    content,
    locate,
    version: version.text,
  });
  const converted = fromSwagger2(root, locations, diagnostics);
  return { ...converted, ...source, reportViolations };
};

const documentFilesFor = (
  input: DocumentInput,
  options: ReadOptions,
  diagnostics: Diagnostics,
): DocumentFiles | undefined => {
  const { cwd = ".", refRoot, headers = {}, allowRefOrigins = [] } = options;
  const location = locationOf(input);
  if (isUrl(location)) {
    const url = readUrl(location, diagnostics);
    const expanded = expandHeaders(headers, process.env, diagnostics);
    if (url === undefined || expanded === undefined) return undefined;
    const remote = new Remote(url, { headers: expanded, allowRefOrigins });
    return new DocumentFiles(undefined, remote, diagnostics);
  }
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(location)) {
    diagnostics.report("input-url");
    return undefined;
  }
  const path = resolvePath(cwd, location);
  const allowed =
    refRoot === undefined ? dirname(path) : resolvePath(cwd, refRoot);
  const root =
    typeof input === "string"
      ? { path, shown: input }
      : { path, shown: basename(path), text: input.text };
  const remote = new Remote(undefined, { allowRefOrigins });
  return new DocumentFiles(new LocalFiles(root, allowed), remote, diagnostics);
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
