/**
 * The pipeline: one document becomes one package, `load -> model -> emit -> write`.
 *
 * The stages are imported when they are reached: a run that finds nothing to do loads none of them.
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
  inputsOf,
  isStopped,
  printSaid,
  reportOf,
  saidBefore,
  shownDrift,
} from "./report.js";
import type { PipelineResult, SdkReport } from "./report.js";
import { today } from "./change/approvals.js";
import { changesBetween } from "./checker/decide-types.js";
import { buildSdk } from "./build-sdk.js";
import { aliased } from "./aliases/aliased.js";
import type { SideBuilder } from "./diff/side-builder.js";
import { notedAliases } from "./sdk/aliases.js";
import type { Surface } from "./surface/surface.js";
import { surfaceName } from "./surface/surface-name.js";
import { libPath, ownerExports, takenRemark } from "./write/lib.js";
import { reportLicense } from "./write/license-report.js";
import { reportRepository } from "./write/repository-report.js";
import { PackageWriter, type WriterOptions } from "./write/package-writer.js";
import { noRequests, type Requests } from "./write/plan/planned-file.js";
import { boundNames } from "./write/released.js";

export { noRequests };
export type { Requests, RunOptions };

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
      ...writerOptions(target, diagnostics, options.day),
      ...options,
      ...(options.diff && { onText: (path, text) => texts.set(path, text) }),
    },
    diagnostics,
  );
  if (!writer || diagnostics.hasErrors) return {};
  const { rename, mode } = options;
  if (mode === "compare") {
    const manifest = displayPath(join(target.output, "package.json"));
    reportRepository(writer.directory, manifest, diagnostics);
  }
  const current = mayBeCurrent(target, options) ? writer.upToDate() : undefined;
  timer.lap("lock");
  if (current) return saidBefore(current);
  try {
    const before = writer.lock?.names;
    const bound = boundNames(writer.directory, before);
    const input = {
      ...{ target, names: bound },
      ...(rename !== undefined && { rename }),
    };
    const built = await buildSdk(input, observers, () => {
      if (!options.isSingleThreaded) writer.prepare();
    });
    if (!built) return {};
    const { operations } = built;
    const { openBaseline, surfaceFile, withBaseline } =
      await import("./baseline/baseline.js");
    const { surfaceOf, withAliases } = await import("./surface/surface-of.js");
    const baseline = openBaseline(
      writer.directory,
      {
        file: displayPath(join(target.output, surfaceName)),
        firstVersion: target.config.package?.version ?? "0.0.0",
      },
      diagnostics,
    );
    const { version, announced } = baseline;
    let named: Surface | undefined;
    const surfaceNow = () => (named ??= surfaceOf(built.sdk));
    const changed =
      baseline.surface &&
      (await changesBetween(baseline.surface, surfaceNow()));
    const noted = writer.lock?.aliases ?? new Map();
    const sdk = await aliased(built.sdk, target, {
      ...{ names: bound, noted, version, found: changed },
      ...(options.dropAliases && { isDropping: true }),
    });
    const surface = () => withAliases(surfaceNow(), sdk);
    const found =
      changed &&
      (await import("./change/old-names.js")).withOldNames(
        changed,
        surface().aliases ?? new Map(),
      );
    reportLicense(sdk.package, target.output, diagnostics);
    if (isStopped(diagnostics, options)) return { operations };
    const { runOutputs } = await import("./outputs/outputs.js");
    const {
      contributions,
      writers,
      names: claimed,
    } = runOutputs(
      sdk,
      { config: target.config, document: built.document, names: bound },
      diagnostics,
    );
    if (isStopped(diagnostics, options)) return { operations };
    const { emitFiles } = await import("./emit/emit.js");
    const { nameChanges } = await import("./names/name-changes.js");
    const owner = await ownerExports(writer.directory.read(libPath));
    const taken: string[] = [];
    const { originOf, onlyGenerator } = await import("./diff/origin.js");
    const files = timer.through(
      "emit",
      withFile(
        emitFiles(sdk, {
          ...{ owner, contributions },
          onTaken: (names) => taken.push(...names),
        }),
        () =>
          surfaceFile(baseline, {
            ...{ surface, isComparison: mode === "compare" },
            originOf: () => originOf(target, built.document),
          }),
      ),
    );
    const names = new Map([...sdk.names, ...claimed]);
    const output = { files, names, aliases: notedAliases(sdk.aliases) };
    const isNew = mode === "write" && writer.lock === undefined;
    const change =
      found &&
      (await import("./baseline/changes-since.js")).changesSince(found, {
        ...{ target, sdk, version, announced, document: built.document },
        ...{ source: inputsOf(target), options },
        generator: onlyGenerator(baseline.origin, target, built.document),
      });
    const { reportBrokenFile } = await import("./outputs/broken-file.js");
    const result = await writer
      .write({ output, operations, ...(change && { said: printSaid(change) }) })
      .catch((error: unknown) => reportBrokenFile(error, writers, diagnostics));
    if (!result) return { operations };
    const common = {
      operations,
      changes: nameChanges(sdk, before ?? new Map()),
      ...(isNew && { isNew }),
      ...result,
      remarks: [
        ...withBaseline(result.remarks, baseline, { mode, isNew }),
        ...takenRemark(taken, result.written),
      ],
      ...(result.drift && { drift: shownDrift(result.drift, target, texts) }),
      ...(change && { change }),
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

/** The file is made when the others are: these are formatted meanwhile. */
function* withFile<File>(
  files: Iterable<File>,
  make: () => File | undefined,
): Generator<File> {
  yield* files;
  const file = make();
  if (file) yield file;
}

/** True where a look at the files can show that there is nothing to do. */
export const mayBeCurrent = (
  target: Target,
  { isFresh = false, rename, failOn, dropAliases = false }: RunOptions,
): boolean =>
  isDecidedByFiles(target) &&
  !isFresh &&
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
  requests: noRequests,
  generatePast: async (git, commit, known) => {
    const { generatePast } = await import("./past/generate-past.js");
    const past = { git, commit, known, builder };
    return generatePast(target, past, diagnostics);
  },
});

/** The first half, for those who may not import it. */
export const builder: SideBuilder = {
  build: (target, names, diagnostics) =>
    buildSdk({ target, names }, { diagnostics, timer: new StageTimer() }),
  alias: aliased,
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
    ...{ diagnostics, mode: options.mode, strict: options.strict },
    ...(options.timings && { timings: timer.timings }),
  });
};
