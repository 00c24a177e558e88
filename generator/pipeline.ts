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
import { Diagnostics } from "./diagnostics/diagnostics.js";
import { displayPath, isUrl } from "./diagnostics/paths.js";
import { type FramedDiagnostic, withFrames } from "./diagnostics/printer.js";
import { StageTimer, type Timing } from "./diagnostics/timings.js";
import { countOperations } from "./sdk/operation-count.js";
import type { OperationCount } from "./sdk/output.js";
import type { PublicNames } from "./names/list-names.js";
import type { Document } from "./openapi/document.js";
import type { Sdk } from "./sdk/sdk.js";
import type { Drift } from "./write/drift.js";
import { reportLicense } from "./write/license-report.js";
import { PackageWriter, type WriterOptions } from "./write/package-writer.js";
import { boundNames, isReleased } from "./write/released.js";

export type { Drift, PublicNames };

/** Generates one package, or compares it with the one on disk, as the options say. */
const runPipeline = async (
  target: Target,
  options: RunOptions,
  observers: Observers,
): Promise<PipelineResult> => {
  const { diagnostics, timer } = observers;
  const writer = PackageWriter.open(
    {
      location: packageLocation(target),
      document: documentOf(target),
      outputOptions: outputOptions(target),
      ...options,
    },
    diagnostics,
  );
  if (!writer) return {};
  const { rename } = options;
  const current =
    isDecidedByFiles(target) && rename === undefined
      ? writer.upToDateLock()
      : undefined;
  timer.lap("lock");
  if (current) {
    const { operations, warnings, files } = current;
    return { upToDate: true, operations, warnings, unchanged: files.size + 1 };
  }
  try {
    const before = writer.lock?.names;
    const input = {
      ...{ target, names: boundNames(target.output, before) },
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
    const files = timer.through("emit", emitFiles(sdk));
    const output = { files, names: sdk.names };
    const written = await writer.write(output, operations);
    if (rename === undefined) return { operations, ...written };
    const { changedNames } = await import("./model/names/changed-names.js");
    const renamed = changedNames(before ?? new Map(), sdk.names).map(
      ({ before: name, now }) => ({ before: name, now }),
    );
    return { operations, ...written, renamed };
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
  const { inputs, config } = target;
  const { load } = await import("./load/load.js");
  const document = await load(
    inputs.map((input) =>
      // A URL is requested with its query, which messages do not show.
      typeof input === "string" && !isUrl(input) ? displayPath(input) : input,
    ),
    loadOptions(target),
    diagnostics,
  );
  timer.lap("load");
  if (!document) return undefined;
  onLoad();
  const { buildModel } = await import("./model/build.js");
  const { reservedNames } = await import("./emit/reserved-names.js");
  const modelOf = (
    names: ReadonlyMap<string, string>,
    reports: Diagnostics,
  ): Sdk =>
    buildModel(document, { config, names, reserved: reservedNames }, reports);
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

/** Runs the pipeline and reports: problems of the document are in the report, bugs are thrown. */
export const runTarget = async (
  target: Target,
  options: RunOptions,
): Promise<SdkReport> => {
  const diagnostics = new Diagnostics();
  const timer = new StageTimer();
  const result = await runPipeline(target, options, { diagnostics, timer });
  const { drift = [] } = result;
  return {
    ok: !isStopped(diagnostics, options) && drift.length === 0,
    input: inputsOf(target),
    output: displayPath(target.output),
    upToDate: false,
    warnings: diagnostics.warningCount,
    written: [],
    removed: [],
    unchanged: 0,
    ...result,
    drift,
    released: isReleased(target.output),
    diagnostics: withFrames(diagnostics),
    ...(options.timings && { timings: timer.timings }),
  };
};

const isStopped = (diagnostics: Diagnostics, { strict }: RunOptions): boolean =>
  diagnostics.hasErrors || (strict && diagnostics.warningCount > 0);

export interface RunOptions extends Pick<
  WriterOptions,
  "mode" | "strict" | "force"
> {
  /** Report how long each stage took. */
  readonly timings: boolean;
  /** Gives these names anew, or all of them, instead of keeping them. */
  readonly rename?: BuildInput["rename"];
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

/** What a run did for one package, as data: the command line prints it, programs read it. */
export interface SdkReport {
  /** True without errors and, when packages are compared, without drift. */
  readonly ok: boolean;
  /** The document, relative to the working directory; several have commas between them. */
  readonly input: string;
  /** The package's directory, relative to the working directory. */
  readonly output: string;
  readonly diagnostics: readonly FramedDiagnostic[];
  /** Everything was as the lock file says: no stage was run, and warnings were not looked for. */
  readonly upToDate: boolean;
  /** Absent when the document could not be read. */
  readonly operations?: OperationCount;
  /** Warnings that the document has; `diagnostics` has none of them when `upToDate`. */
  readonly warnings: number;
  /** Paths below the package's directory, sorted. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** How many files were as they should be. */
  readonly unchanged: number;
  /** For `check`: the files that are not what `generate` would leave. */
  readonly drift: readonly Drift[];
  /** True from the first version above 0.0.0, from which on names are kept. */
  readonly released: boolean;
  /** Names that are given anew; only where that was asked for. */
  readonly renamed?: readonly RenamedName[];
  /** How long each stage took; only where it was asked for. */
  readonly timings?: readonly Timing[];
}

/** `rooms.list` -> `rooms.search`. */
export interface RenamedName {
  readonly before: string;
  readonly now: string;
}

/** The public names of one SDK. */
export interface SdkNames {
  readonly ok: boolean;
  /** The document, relative to the working directory; several have commas between them. */
  readonly input: string;
  /** The package's directory; absent where none was named. */
  readonly output?: string;
  readonly diagnostics: readonly FramedDiagnostic[];
  /** Absent when the document could not be read. */
  readonly names?: PublicNames;
}

type PipelineResult = Partial<Omit<SdkReport, "ok" | "diagnostics">>;
