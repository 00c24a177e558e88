/**
 * The pipeline: one document becomes one package, `load -> model -> emit -> write`.
 *
 * The stages are imported when they are reached: a run that finds nothing to do loads none of them.
 */
import {
  documentOf,
  isDecidedByFiles,
  loadOptions,
  outputOptions,
  packageLocation,
} from "./config/target-options.js";
import { locationOf } from "./config/document-input.js";
import type { Target } from "./config/targets.js";
import { Diagnostics, isAboutOutput } from "./diagnostics/diagnostics.js";
import { displayPath, isUrl } from "./diagnostics/paths.js";
import { withFrames } from "./diagnostics/printer.js";
import { StageTimer } from "./diagnostics/timings.js";
import { isStopped, reasonOf, shownDrift } from "./report.js";
import type { SdkNames, SdkReport } from "./report.js";
import { countOperations } from "./sdk/operation-count.js";
import type { OperationCount } from "./sdk/output.js";
import type { Document } from "./openapi/document.js";
import type { Sdk } from "./sdk/sdk.js";
import { reportLicense } from "./write/license-report.js";
import { PackageWriter, type WriterOptions } from "./write/package-writer.js";
import { boundNames, isReleased } from "./write/released.js";

/** Generates one package, or compares it with the one on disk, as the options say. */
const runPipeline = async (
  target: Target,
  options: RunOptions,
  observers: Observers,
): Promise<PipelineResult> => {
  const { diagnostics, timer } = observers;
  const texts = new Map<string, string>();
  const writer = PackageWriter.open(
    {
      location: packageLocation(target),
      document: documentOf(target),
      outputOptions: outputOptions(target),
      ...options,
      ...(options.diff && { onText: (path, text) => texts.set(path, text) }),
    },
    diagnostics,
  );
  if (!writer) return {};
  const { rename } = options;
  const current =
    isDecidedByFiles(target) && !options.isFresh && rename === undefined
      ? writer.upToDateLock()
      : undefined;
  timer.lap("lock");
  if (current) {
    const { operations, warnings, files } = current;
    return { upToDate: true, operations, warnings, unchanged: files.size + 1 };
  }
  try {
    const before = writer.lock?.names;
    const bound = boundNames(target.output, before);
    const input = {
      ...{ target, names: bound },
      ...(rename !== undefined && { rename }),
    };
    const built = await buildSdk(input, observers, () => {
      writer.prepare();
    });
    if (!built) return {};
    const { sdk, operations } = built;
    reportLicense(sdk.package, target.output, diagnostics);
    if (isStopped(diagnostics, options)) return { operations };
    const { emitFiles } = await import("./emit/emit.js");
    const { nameChanges } = await import("./names/name-changes.js");
    const files = timer.through("emit", emitFiles(sdk));
    const output = { files, names: sdk.names };
    const isNew = options.mode === "write" && writer.lock === undefined;
    const result = await writer.write(output, operations);
    const common = {
      operations,
      changes: nameChanges(sdk, bound),
      ...(isNew && { isNew }),
      ...result,
      ...(result.drift && { drift: shownDrift(result.drift, target, texts) }),
    };
    if (rename === undefined) return common;
    const { changedNames } = await import("./model/names/changed-names.js");
    const renamed = changedNames(before ?? new Map(), sdk.names).map(
      ({ before: name, now }) => ({ before: name, now }),
    );
    return { ...common, renamed };
  } finally {
    timer.lap("write");
    writer.close();
  }
};

/**
 * The first half of the pipeline, `load -> model`: a document becomes the representation of its SDK.
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

/** Every public name of an SDK, as a run would give it: those of the lock file are kept. Writes nothing. */
export const listTarget = async (target: Target): Promise<SdkNames> => {
  const diagnostics = new Diagnostics();
  const timer = new StageTimer();
  const hasOutput = target.config.output !== "";
  const built = await buildSdk(
    { target, names: hasOutput ? namesOnDisk(target, diagnostics) : new Map() },
    { diagnostics, timer },
  );
  const { listNames } = await import("./names/list-names.js");
  return {
    ok: !diagnostics.hasErrors,
    input: inputsOf(target),
    ...(hasOutput && { output: displayPath(target.output) }),
    diagnostics: withFrames(diagnostics),
    ...(built && { names: listNames(built.sdk, built.document) }),
  };
};

const namesOnDisk = (
  target: Target,
  diagnostics: Diagnostics,
): ReadonlyMap<string, string> => {
  const writer = PackageWriter.open(
    {
      location: packageLocation(target),
      document: documentOf(target),
      outputOptions: outputOptions(target),
      ...{ mode: "compare", strict: false, force: false },
    },
    diagnostics,
  );
  writer?.close();
  return boundNames(target.output, writer?.lock?.names);
};

const inputsOf = ({ inputs }: Target): string =>
  inputs.map((input) => displayPath(locationOf(input))).join(", ");

/**
 * Runs the pipeline and reports: problems of the document are in the report, bugs are thrown.
 * @param diagnostics what the run found and read, for those who want to know more than the report
 */
export const runTarget = async (
  target: Target,
  options: RunOptions,
  diagnostics = new Diagnostics(),
): Promise<SdkReport> => {
  const timer = new StageTimer();
  const result = await runPipeline(target, options, { diagnostics, timer });
  const { drift = [] } = result;
  const reason = reasonOf(diagnostics, options, drift);
  const isComparison = options.mode === "compare";
  return {
    ok: reason === undefined,
    ...(reason !== undefined && { reason }),
    input: inputsOf(target),
    output: displayPath(target.output),
    ...(target.configFile !== undefined && {
      config: displayPath(target.configFile),
    }),
    upToDate: false,
    warnings: diagnostics.warningCount,
    written: [],
    removed: [],
    unchanged: 0,
    changes: [],
    ...result,
    drift,
    released: isReleased(target.output),
    diagnostics: withFrames(diagnostics).filter(
      ({ code, severity }) =>
        !isComparison ||
        options.strict ||
        severity === "error" ||
        isAboutOutput(code),
    ),
    ...(options.timings && { timings: timer.timings }),
  };
};

export interface RunOptions extends Pick<
  WriterOptions,
  "mode" | "strict" | "force"
> {
  /** Report how long each stage took. */
  readonly timings: boolean;
  /** Gives these names anew, or all of them, instead of keeping them. */
  readonly rename?: BuildInput["rename"];
  /** Report what differs of each file that drifted. */
  readonly diff?: boolean;
  /** Run every stage though nothing has changed, to know what is read and what the warnings are. */
  readonly isFresh?: boolean;
}

/** A document with the options of its SDK. */
export interface BuildInput {
  readonly target: Target;
  /** Public names that were published before, as the lock file has them. */
  readonly names: ReadonlyMap<string, string>;
  /** Those of them to give anew: as `listTarget` has them, or `GET /path`; `true` for all. */
  readonly rename?: true | readonly string[];
}

export interface BuildResult {
  readonly sdk: Sdk;
  readonly document: Document;
  readonly operations: OperationCount;
}

/** What the stages of a run report to. */
export interface Observers {
  readonly diagnostics: Diagnostics;
  readonly timer: StageTimer;
}

type PipelineResult = Partial<Omit<SdkReport, "ok" | "diagnostics">>;
