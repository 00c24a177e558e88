/**
 * The first half of the pipeline, `load -> model`, for every command that asks about a document.
 */
import { loadOptions } from "./config/target-options.js";
import type { Target } from "./config/targets.js";
import { Diagnostics } from "./diagnostics/diagnostics.js";
import { displayPath, isUrl } from "./diagnostics/paths.js";
import type { Document } from "./openapi/document.js";
import type { BuildInput, BuildResult, Observers } from "./pipeline-options.js";
import { countOperations } from "./sdk/operation-count.js";
import type { Sdk } from "./sdk/sdk.js";

/**
 * A document becomes the representation of its SDK.
 *
 * @param onLoad called between the stages, when the size of the document is known
 * @returns undefined when the document has errors that make it useless; they are reported
 */
export const buildSdk = async (
  { target, names: bound, rename }: BuildInput,
  { diagnostics, timer }: Observers,
  onLoad: () => void = () => undefined,
): Promise<BuildResult | undefined> => {
  const document = await loadTarget(target, diagnostics);
  timer.lap("load");
  if (!document) return undefined;
  onLoad();
  const { buildModel } = await import("./model/build.js");
  const { reservedNames } = await import("./emit/reserved-names.js");
  const modelOf = (
    names: ReadonlyMap<string, string>,
    reports: Diagnostics,
  ): Sdk =>
    buildModel(
      document,
      { config: target.config, names, reserved: reservedNames },
      reports,
    );
  let names = bound;
  if (rename !== undefined) {
    const { withoutDropped } = await import("./model/names/dropped-names.js");
    const current = () => modelOf(bound, new Diagnostics()).names;
    const output = displayPath(target.output);
    names = withoutDropped(
      { wanted: rename, bound, current, output },
      diagnostics,
    );
  }
  const sdk = modelOf(names, diagnostics);
  timer.lap("model");
  return { sdk, document, operations: countOperations(sdk, document.leftOut) };
};

/** The document of a target; undefined when it has errors, which are reported. */
export const loadTarget = async (
  target: Target,
  diagnostics: Diagnostics,
): Promise<Document | undefined> => {
  const { inputs } = target;
  const { load } = await import("./load/load.js");
  return load(
    inputs.map((input) =>
      // A URL is requested with its query, which messages do not show.
      typeof input === "string" && !isUrl(input) ? displayPath(input) : input,
    ),
    loadOptions(target),
    diagnostics,
  );
};
