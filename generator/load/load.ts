/**
 * The load stage: a file, or several, become one checked `Document` in the 3.1 dialect.
 *
 * read (overlays, `transform`, bundle, Swagger 2 to 3) -> merge -> filter -> checks -> inline ->
 * `$dynamicRef` -> upgrade to 3.1. The checks report all their problems
 * before the stage stops, so that one run shows them all.
 */
import { basename, resolve as resolvePath } from "node:path";
import type { DocumentTransform } from "../config/config.js";
import type { DocumentInput } from "../config/document-input.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Document, OpenApi } from "../openapi/document.js";
import { openapiRoot } from "../openapi/grammar.js";
import {
  isRecord,
  type JsonObject,
  recordOrEmpty,
} from "../openapi/records.js";
import { Resolver } from "./bundle/resolver.js";
import { check } from "./check/check.js";
import { applyFixes } from "./check/dangling.js";
import { FixQueue } from "./check/fixes.js";
import { absoluteLinks } from "./convert/absolute-links.js";
import { readPlainForms } from "./check/plain-forms.js";
import { absoluteServers } from "./convert/absolute-servers.js";
import { resolveDynamic } from "./convert/dynamic.js";
import { inlineReferences } from "./convert/inline.js";
import { takeEarlierTypes } from "./convert/earlier-types.js";
import { declareRequired } from "./convert/required-properties.js";
import { upgrade } from "./convert/upgrade.js";
import { customize } from "./customize.js";
import { declareStreams, type Streaming } from "./declare-streams.js";
import { leaveOutOperations, type Filters } from "./filter/filter.js";
import { leaveOutParts } from "./filter/skipped.js";
import { nameSchemas, type SchemaNames } from "./name-schemas.js";
import {
  readDocument,
  type ReadDocument,
  type ReadOptions,
} from "./read-document.js";
import { SourceLocations } from "./read/source-locations.js";
import { validate } from "./validate/validate.js";

export interface LoadOptions extends Filters, ReadOptions {
  /** Overlays that are applied to the document, in order. */
  readonly overlays?: readonly string[];
  /** Changes the document after them. */
  readonly transform?: DocumentTransform;
  /** Names of schemas that are no components, by JSON Pointer. */
  readonly schemaNames?: SchemaNames;
  /** Operations that answer as a stream. */
  readonly streaming?: Streaming;
  /** Types are as loose as those of an earlier SDK. */
  readonly takesEarlierTypes?: boolean;
}

/**
 * @param inputs a document, or several that become one
 * @returns undefined when errors make it useless; all of them are reported
 */
export const load = async (
  inputs: DocumentInput | readonly DocumentInput[],
  options: LoadOptions,
  diagnostics: Diagnostics,
): Promise<Document | undefined> => {
  const document = await read([inputs].flat(), options, diagnostics);
  if (document === undefined) return undefined;
  const { root, locations, version, file } = document;
  diagnostics.locateWith(locations.locate);
  leaveOutParts(root, locations);
  const leftOut = leaveOutOperations(root, options, locations, diagnostics);
  const { schemaNames = {}, streaming = {} } = options;
  nameSchemas(root, schemaNames, locations, diagnostics);
  declareStreams(root, streaming, diagnostics);
  const reportViolations =
    document.reportViolations ??
    validate({
      root,
      content: openapiRoot,
      version: version.text,
      locate: locations.locate,
    });
  readPlainForms({ root, diagnostics, locations });
  const finalLocations = new SourceLocations(locations);
  const resolver = new Resolver(root);
  const fixes = new FixQueue(root, finalLocations);
  const fileTitle = titleOf(file);
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
    diagnostics.report("nothing-left", {}, locations.locate(["paths"]));
    return undefined;
  }
  inlineReferences(root, finalLocations);
  resolveDynamic(root, schemas, diagnostics);
  upgrade(root, schemas);
  const { takesEarlierTypes = false } = options;
  declareRequired(schemas, takesEarlierTypes);
  if (takesEarlierTypes) takeEarlierTypes(root, schemas);
  diagnostics.locateWith(finalLocations.locate);
  absoluteServers(root, document.url, diagnostics);
  absoluteLinks(root);
  return {
    root: root as OpenApi,
    sourceVersion: version.text,
    file,
    leftOut,
    resolve: new Resolver(root).resolve,
    locate: finalLocations.locate,
  };
};

/** One document, or several merged; customized as the options say. */
const read = async (
  inputs: readonly DocumentInput[],
  options: LoadOptions,
  diagnostics: Diagnostics,
): Promise<ReadDocument | undefined> => {
  const { overlays = [], transform, cwd = "." } = options;
  const customizations = {
    overlays: overlays.map((shown) => ({
      path: resolvePath(cwd, shown),
      shown,
    })),
    ...(transform && { transform }),
  };
  const [only, ...others] = inputs;
  if (only !== undefined && others.length === 0)
    return readDocument(only, options, { diagnostics, customizations });
  const { mergeDocuments } = await import("./merge/merge.js");
  const merged = await mergeDocuments(inputs, options, diagnostics);
  const customized =
    merged &&
    (await customize(
      { value: merged.root, locator: merged.locations },
      customizations,
      diagnostics,
    ));
  if (!merged || !isRecord(customized?.value)) return undefined;
  const locations = new SourceLocations(customized.locator);
  return { ...merged, root: customized.value, locations };
};

const hasPaths = ({ paths }: JsonObject): boolean =>
  Object.keys(recordOrEmpty(paths)).length > 0;

/** `specs/pet-store.v2.yaml` -> `pet-store.v2`. */
const titleOf = (input: string): string =>
  basename(input.replace(/[?#].*/s, "")).replace(/\.(?:ya?ml|json)$/i, "") ||
  "API";
