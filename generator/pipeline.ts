/**
 * The pipeline: one document becomes one package, `load -> model -> emit -> write`.
 *
 * The stages are imported when they are reached: a run that finds nothing to do loads none of them.
 */
import { join } from "node:path";
import {
  documentOf,
  isDecidedByFiles,
  loadOptions,
  outputOptions,
  packageLocation,
  reportOptions,
} from "./config/target-options.js";
import { matchKept } from "./config/path-pattern.js";
import type { Target } from "./config/targets.js";
import { Diagnostics } from "./diagnostics/diagnostics.js";
import { displayPath, isUrl } from "./diagnostics/paths.js";
import { StageTimer } from "./diagnostics/timings.js";
import type {
  BuildInput,
  BuildResult,
  Observers,
  RunOptions,
} from "./pipeline-options.js";
import {
  inputsOf,
  isStopped,
  printSaid,
  reportOf,
  saidBefore,
  shownDrift,
} from "./report.js";
import type { PipelineResult, SdkReport } from "./report.js";
import { countOperations } from "./sdk/operation-count.js";
import { today } from "./change/approvals.js";
import { decideTypes } from "./checker/decide-types.js";
import { aliased } from "./aliases/aliased.js";
import { generatePast } from "./past/generate-past.js";
import type { SideBuilder } from "./diff/side-builder.js";
import type { Document } from "./openapi/document.js";
import { notedAliases } from "./sdk/aliases.js";
import type { Sdk } from "./sdk/sdk.js";
import { surfaceName } from "./surface/surface-name.js";
import { ownerExports, libPath } from "./write/lib.js";
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
    const { findChanges } = await import("./change/compare-surfaces.js");
    const { withOldNames } = await import("./change/old-names.js");
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
    const provisional = surfaceOf(built.sdk);
    const changed =
      baseline.surface &&
      (await decideTypes(findChanges(baseline.surface, provisional)));
    const noted = writer.lock?.aliases ?? new Map();
    const sdk = await aliased(built.sdk, target, {
      ...{ names: bound, noted, version, found: changed },
      ...(options.dropAliases && { isDropping: true }),
    });
    const surface = withAliases(provisional, sdk);
    const found =
      changed && withOldNames(changed, surface.aliases ?? new Map());
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
    const { originOf, onlyGenerator } = await import("./diff/origin.js");
    const released = surfaceFile(baseline, {
      ...{ surface, isComparison: mode === "compare" },
      originOf: () => originOf(target, built.document),
    });
    const files = withFile(
      timer.through("emit", emitFiles(sdk, { owner, contributions })),
      released,
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
      remarks: withBaseline(result.remarks, baseline, { mode, isNew }),
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

function* withFile<File>(
  files: Iterable<File>,
  file: File | undefined,
): Generator<File> {
  yield* files;
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
  generatePast: (git, commit, known) =>
    generatePast(target, { git, commit, known, builder }, diagnostics),
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
