/**
 * The pipeline: one document becomes one package, `load -> model -> emit -> write`.
 *
 * Load, model and emit are imported when they are reached: a run that finds nothing to do loads none.
 */
import { join } from "node:path";
import {
  documentOf,
  isDecidedByFiles,
  outputOptions,
  packageLocation,
  reportOptions,
} from "./config/target-options.js";
import { matchKept } from "./config/path-pattern.js";
import type { Target } from "./config/targets.js";
import { Diagnostics } from "./diagnostics/diagnostics.js";
import { displayPath } from "./diagnostics/paths.js";
import { StageTimer } from "./diagnostics/timings.js";
import type { Observers, RunOptions } from "./pipeline-options.js";
import {
  isStopped,
  printChangeReport,
  reportOf,
  resultOfLastRun,
} from "./report.js";
import type { PipelineResult, SdkReport } from "./report.js";
import { today } from "./change/approvals.js";
import { buildSdk } from "./build-sdk.js";
import { keepOldNames } from "./aliases/keep-old-names.js";
import type { SdkBuilder } from "./diff/sdk-builder.js";
import { reportLicense } from "./write/license-report.js";
import { reportRepository } from "./write/repository-report.js";
import { PackageWriter, type WriterOptions } from "./write/package-writer.js";
import {
  noEditRequests,
  type EditRequests,
} from "./write/plan/planned-file.js";
import { releasedNames } from "./write/released.js";

export { noEditRequests };
export type { EditRequests, RunOptions };

/** Generates one package, or compares it with the one on disk, as the options say. */
const runPipeline = async (
  target: Target,
  options: RunOptions,
  observers: Observers,
): Promise<PipelineResult> => {
  const { diagnostics, timer } = observers;
  const { rename } = options;
  const texts = new Map<string, string>();
  const onText = (path: string, text: string) => texts.set(path, text);
  const writer = openWriter(
    target,
    { ...options, ...(options.diff && { onText }) },
    diagnostics,
  );
  if (!writer || diagnostics.hasErrors) return {};
  const upToDate = canSkipStages(target, options)
    ? writer.upToDate()
    : undefined;
  timer.lap("lock");
  if (upToDate) return resultOfLastRun(upToDate);
  try {
    // load -> model
    const names = releasedNames(writer.directory, writer.lock?.names);
    const input = { target, names, ...(rename !== undefined && { rename }) };
    const built = await buildSdk(input, observers, () => {
      if (!options.isSingleThreaded) writer.prepare();
    });
    if (!built) return {};
    const { operations, document } = built;

    const { changesForCallers, compareWithRelease } =
      await import("./pipeline/since-release.js");
    const run = { target, writer, names, document, options };
    const since = await compareWithRelease(built, run, diagnostics);
    reportLicense(since.sdk.package, target.output, diagnostics);
    if (isStopped(diagnostics, options)) return { operations };

    // -> emit
    const { emitPackage } = await import("./pipeline/emit-package.js");
    const emitted = await emitPackage(since, run, diagnostics);
    if (isStopped(diagnostics, options)) return { operations };

    // -> write
    const change = await changesForCallers(since, run);
    const files = timer.through("emit", emitted.output.files);
    const { reportBrokenFile } = await import("./outputs/broken-file.js");
    const written = await writer
      .write({
        output: { ...emitted.output, files },
        operations,
        ...(change && { said: printChangeReport(change) }),
      })
      .catch((error: unknown) => {
        reportBrokenFile(error, emitted.writers, diagnostics);
      });
    if (!written) return { operations };

    const { runResult } = await import("./pipeline/run-result.js");
    const results = { operations, since, emitted, change, written, texts };
    return runResult(run, results);
  } finally {
    timer.lap("write");
    writer.close();
  }
};

/** Undefined when the directory is no place for a package, which is reported. */
const openWriter = (
  target: Target,
  options: RunOptions & Pick<WriterOptions, "onText">,
  diagnostics: Diagnostics,
): PackageWriter | undefined => {
  const defaults = writerOptions(target, diagnostics, options.day);
  const writer = PackageWriter.open({ ...defaults, ...options }, diagnostics);
  if (writer && !diagnostics.hasErrors && options.mode === "check") {
    const manifest = displayPath(join(target.output, "package.json"));
    reportRepository(writer.directory, manifest, diagnostics);
  }
  return writer;
};

/** True where a look at the files can show that there is nothing to do. */
export const canSkipStages = (
  target: Target,
  { runsEveryStage = false, rename, failOn, dropAliases = false }: RunOptions,
): boolean =>
  isDecidedByFiles(target) &&
  !runsEveryStage &&
  !dropAliases &&
  rename === undefined &&
  failOn === undefined;

/** @param day for which approvals hold */
export const writerOptions = (
  target: Target,
  diagnostics: Diagnostics,
  day = today(),
): Omit<WriterOptions, "mode" | "strict"> => ({
  location: packageLocation(target),
  document: documentOf(target),
  outputOptions: outputOptions(target),
  reportOptions: reportOptions(target, day),
  isKept: matchKept(target.config.keep),
  requests: noEditRequests,
  regenerateAtCommit: async (git, commit, known) => {
    const { regenerateAtCommit } = await import("./past/regenerate.js");
    const past = { git, commit, known, builder: sdkBuilder };
    return regenerateAtCommit(target, past, diagnostics);
  },
});

/** What `diff`, `release` and `past`, which may not import the stages, need of them. */
export const sdkBuilder: SdkBuilder = {
  build: (target, names, diagnostics) =>
    buildSdk({ target, names }, { diagnostics, timer: new StageTimer() }),
  alias: keepOldNames,
  resourceIds: async () =>
    (await import("./model/resources/resource-ids.js")).resourceId,
  sourcesOf: async (sdk) => {
    const { packageSources } = await import("./prove/package-sources.js");
    return packageSources(sdk);
  },
};

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
  return reportOf(target, result, {
    diagnostics,
    mode: options.mode,
    strict: options.strict,
    ...(options.timings && { timings: timer.timings }),
  });
};
