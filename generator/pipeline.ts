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
import { filesOf, pastTarget } from "./config/past-target.js";
import { matchKept } from "./config/path-pattern.js";
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
import type { GeneratePast, PastOutput } from "./write/edits/bases.js";
import { takeSnapshot } from "./write/edits/snapshot.js";
import { ownerExports, libPath, textOf } from "./write/lib.js";
import { PackageWriter } from "./write/package-writer.js";
import type { OwnerEdit, WriterOptions } from "./write/package-writer.js";
import {
  noRequests,
  type OwnerRemark,
  type Requests,
} from "./write/plan/planned-file.js";

export { noRequests };
export type { Drift, OwnerEdit, PublicNames, OwnerRemark, Requests };

type Git = Parameters<GeneratePast>[0];

/** Generates one package, or compares it with the one on disk, as the options say. */
const runPipeline = async (
  target: Target,
  options: RunOptions,
  observers: Observers,
): Promise<PipelineResult> => {
  const { diagnostics, timer } = observers;
  const writer = PackageWriter.open(
    { ...writerOptions(target), ...options },
    diagnostics,
  );
  if (!writer) return {};
  if (diagnostics.hasErrors) return {};
  const current = isDecidedByFiles(target) ? writer.upToDate() : undefined;
  timer.lap("lock");
  if (current) return current;
  try {
    const names = writer.lock?.names ?? new Map<string, string>();
    const built = await buildSdk({ target, names }, observers, () => {
      writer.prepare();
    });
    if (!built) return {};
    const { sdk, operations } = built;
    if (isStopped(diagnostics, options)) return { operations };
    const { emitFiles } = await import("./emit/emit.js");
    const owner = await ownerExports(textOf(writer.directory, libPath));
    const files = timer.through("emit", emitFiles(sdk, { owner }));
    const output = { files, names: sdk.names };
    return { operations, ...(await writer.write(output, operations)) };
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
  { target, names }: BuildInput,
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
  const sdk = buildModel(
    document,
    { config, names, reserved: reservedNames },
    diagnostics,
  );
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
    { ...writerOptions(target), mode: "compare", strict: false },
    diagnostics,
  );
  writer?.close();
  return writer?.lock?.names ?? new Map<string, string>();
};

const inputsOf = ({ inputs }: Target): string =>
  inputs.map((input) => displayPath(locationOf(input))).join(", ");

const writerOptions = (
  target: Target,
): Omit<WriterOptions, "mode" | "strict"> => ({
  location: packageLocation(target),
  document: documentOf(target),
  outputOptions: outputOptions(target),
  isKept: matchKept(target.config.keep),
  requests: noRequests,
  generatePast: (git, commit, names) =>
    generatePast(target, { git, commit, names }),
});

interface Past {
  readonly git: Git;
  readonly commit: string;
  readonly names: ReadonlyMap<string, string>;
}

/** The first three stages once more, for the document and config of a commit. */
const generatePast = async (
  target: Target,
  { git, commit, names }: Past,
): Promise<PastOutput | undefined> => {
  const files = filesOf(target);
  const snapshot = files && takeSnapshot(git, commit, files);
  if (!snapshot) return undefined;
  try {
    const past = await pastTarget(target, snapshot.at);
    const observers = {
      ...{ diagnostics: new Diagnostics(), timer: new StageTimer() },
    };
    const built = past && (await buildSdk({ target: past, names }, observers));
    if (!built || observers.diagnostics.hasErrors) return undefined;
    const { emitFiles } = await import("./emit/emit.js");
    const lib = git.read(commit, git.prefix + libPath)?.toString("utf8");
    const owner = await ownerExports(lib);
    return {
      files: [...emitFiles(built.sdk, { owner })],
      names: built.sdk.names,
    };
  } finally {
    snapshot.remove();
  }
};

/** Runs the pipeline and reports: problems of the document are in the report, bugs are thrown. */
export const runTarget = async (
  target: Target,
  options: RunOptions,
): Promise<SdkReport> => {
  const diagnostics = new Diagnostics();
  const timer = new StageTimer();
  const result = await runPipeline(target, options, { diagnostics, timer });
  const { drift = [], edits = [], remarks = [] } = result;
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
    ...{ drift, edits, remarks },
    diagnostics: withFrames(diagnostics),
    ...(options.timings && { timings: timer.timings }),
  };
};

const isStopped = (diagnostics: Diagnostics, { strict }: RunOptions): boolean =>
  diagnostics.hasErrors || (strict && diagnostics.warningCount > 0);

export interface RunOptions extends Pick<WriterOptions, "mode" | "strict"> {
  /** Changes by hand to be dropped, and conflicts to be written out. Default: none. */
  readonly requests: Requests;
  /** Report how long each stage took. */
  readonly timings: boolean;
}

/** A document with the options of its SDK. */
export interface BuildInput {
  readonly target: Target;
  /** Public names that were published before, as the lock file has them. */
  readonly names: ReadonlyMap<string, string>;
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
  /** Generated files that carry lines of the owner's. */
  readonly edits: readonly OwnerEdit[];
  /** What the run says once about files of the owner's; the path is empty where it is about all. */
  readonly remarks: readonly OwnerRemark[];
  /** For `check`: the files that are not what `generate` would leave. */
  readonly drift: readonly Drift[];
  /** How long each stage took; only where it was asked for. */
  readonly timings?: readonly Timing[];
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
