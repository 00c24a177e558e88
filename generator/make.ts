/**
 * What a run is to write: `load -> model -> emit`, over the whole document or, where little of a
 * large one changed, over that.
 *
 * The stages are loaded when they are needed: a run that finds nothing to do starts none of them.
 */
import type { Diagnostics } from "./diagnostics.js";
import type { RunOptions } from "./generate.js";
import type { Output } from "./output.js";
import { withFrames } from "./printer.js";
import {
  hashSources,
  isUrl,
  loadOptionsOf,
  seenFromHere,
} from "./run-inputs.js";
import type { Revision } from "./revise/revise.js";
import type { Resource, Sdk } from "./sdk.js";
import type { Target } from "./targets.js";
import type { Stopwatch } from "./timings.js";
import type { Folder } from "./write/folder.js";
import type { Formatter } from "./write/formatter.js";
import {
  type AboutRun,
  dropLastRun,
  hasLastRun,
  keepLastRun,
  packDocument,
} from "./write/last-run.js";
import type { Inputs, Lock, OperationCount } from "./write/lock.js";

/** One run over one target, and what it finds there. */
export interface Run {
  readonly target: Target;
  readonly options: RunOptions;
  readonly folder: Folder;
  readonly lock: Lock | undefined;
  readonly inputs: Pick<Inputs, "generator" | "options">;
}

export interface Made {
  readonly operations: OperationCount;
  /** Absent when something was reported that stops the run. */
  readonly toWrite?: {
    readonly output: Output;
    /** What was read, as `hashSources` has it. */
    readonly sources: ReadonlyMap<string, string>;
    /** Open: whoever writes closes it. */
    readonly formatter: Formatter;
    readonly untouched?: Pick<Lock, "files" | "made">;
    /** Leaves what the next run can start from, once all is written. */
    readonly remember: (lock: Lock) => void;
  };
}

/** Of a document, which is needed no longer than this. */
interface Modelled {
  readonly sdk: Sdk;
  readonly operations: OperationCount;
  readonly packed: Buffer | undefined;
}

/** @param onLoad is called when it is known how much there is to do */
const modelAnew = async (
  run: Run,
  diagnostics: Diagnostics,
  watch: Stopwatch,
  onLoad: () => void,
): Promise<Modelled | undefined> => {
  const { target, lock } = run;
  const { input } = target;
  const { load } = await import("./load/load.js");
  const document = await load(
    // A URL is asked for as it is; what it is shown as lacks the query.
    isUrl(input) ? input : seenFromHere(input),
    loadOptionsOf(target),
    diagnostics,
  );
  const packed =
    document && packedSource(run, diagnostics, document.showsOperations);
  watch.lap("load");
  if (!document) return undefined;
  onLoad();
  const { buildSdk } = await import("./model/build.js");
  const names = lock?.names ?? new Map<string, string>();
  const sdk = buildSdk(document, target.config, names, diagnostics);
  const operations = countOperations(sdk, document.leftOut);
  return { sdk, operations, packed };
};

/** Undefined when the document has errors that make it useless. */
export const makeAnew = async (
  run: Run,
  diagnostics: Diagnostics,
  watch: Stopwatch,
): Promise<Made | undefined> => {
  const { target, options, lock, inputs } = run;
  let formatter: Formatter | undefined;
  let made: Made | undefined;
  try {
    const { openFormatter } = await import("./write/formatter.js");
    const modelled = await modelAnew(run, diagnostics, watch, () => {
      // Of a package that is there, a changed document changes few files.
      const isAnew =
        lock?.inputs.generator !== inputs.generator ||
        lock.inputs.options !== inputs.options;
      formatter = openFormatter(isAnew && isLarge(diagnostics.sources));
    });
    if (!modelled || !formatter) return undefined;
    const { sdk, operations, packed } = modelled;
    if (isStopped(diagnostics, options)) {
      watch.lap("model");
      return { operations };
    }
    const { emitFiles, shownOperations } = await import("./emit/emit.js");
    const remember = rememberer(run, packed, {
      warnings: packed ? diagnostics.all() : [],
      shown: packed ? shownOperations(sdk) : [],
    });
    const sources = hashSources(target.input, diagnostics.sources);
    letGo(diagnostics);
    watch.lap("model");
    const files = watch.through("emit", emitFiles(sdk));
    const output = { files, names: sdk.names };
    return (made = {
      operations,
      toWrite: { output, sources, formatter, remember },
    });
  } finally {
    if (!made) formatter?.close();
  }
};

/**
 * Gives back the memory of a large document before as much is used for what is made of it. Left to
 * itself, V8 would look for it too late; told to, it needs a hundredth of the run.
 */
const letGo = (diagnostics: Diagnostics): void => {
  const wasLarge = isLarge(diagnostics.sources);
  diagnostics.settle(withFrames);
  if (wasLarge) globalThis.gc?.();
};

/** Undefined when everything has to be made anew. */
export const makeRevision = async (
  run: Run,
  diagnostics: Diagnostics,
  watch: Stopwatch,
): Promise<Made | undefined> => {
  const { target, options, folder, lock, inputs } = run;
  if (!lock || options.force || !hasLastRun(folder)) return undefined;
  if (options.strict && lock.warnings > 0) return undefined;
  const { openFormatter } = await import("./write/formatter.js");
  const { revise } = await import("./revise/revise.js");
  let formatter: Formatter | undefined;
  let revision: Revision | undefined;
  try {
    revision = await revise({ target, folder, lock, inputs }, () => {
      // It loads what it needs meanwhile.
      formatter = openFormatter(true);
    });
  } finally {
    if (!revision) formatter?.close();
  }
  watch.lap("revise");
  if (!revision || !formatter) return undefined;
  const { files, text, about, sources } = revision;
  diagnostics.keep(about.warnings, lock.warnings, sources);
  const changed = new Set(files.map(({ path }) => path));
  return {
    operations: lock.operations,
    toWrite: {
      output: { files, names: lock.names },
      sources: hashSources(target.input, sources),
      formatter,
      untouched: {
        files: new Map([...lock.files].filter(([path]) => !changed.has(path))),
        made: lock.made,
      },
      remember: rememberer(
        run,
        writes(options) ? packDocument(text) : undefined,
        about,
      ),
    },
  };
};

const writes = ({ command, dryRun }: RunOptions): boolean =>
  command === "generate" && !dryRun;

/** Leaves what the next run can start from, or takes away what it cannot. */
const rememberer =
  (
    { folder }: Run,
    packed: Buffer | undefined,
    about: Omit<AboutRun, "lock">,
  ) =>
  (lock: Lock): void => {
    if (packed) keepLastRun({ folder, lock, about }, packed);
    else dropLastRun(folder);
  };

/** With a smaller document, all is done before what is for large ones has been loaded. */
const isLarge = (sources: Diagnostics["sources"]): boolean => {
  let size = 0;
  for (const { text } of sources.values()) size += text.length;
  return size >= 500_000;
};

/**
 * The document for the next run, where it is one that `findChange` takes apart: one file, used as a
 * whole. It is packed while there is little else in memory.
 */
const packedSource = (
  { target: { input, config }, options }: Run,
  { sources }: Diagnostics,
  showsOperations: () => boolean,
): Buffer | undefined => {
  const [source, ...others] = sources.values();
  const canBeRevised =
    source !== undefined &&
    isLarge(sources) &&
    others.length === 0 &&
    !isUrl(input) &&
    !config.include &&
    !config.exclude;
  return canBeRevised && writes(options) && showsOperations()
    ? packDocument(source.text)
    : undefined;
};

export const isStopped = (
  diagnostics: Diagnostics,
  { strict }: RunOptions,
): boolean => diagnostics.hasErrors || (strict && diagnostics.warningCount > 0);

const countOperations = (
  { operationCount, resources, webhooks }: Sdk,
  leftOut: number,
) => {
  const count = (list: readonly Resource[]): number =>
    list.reduce(
      (sum, { operations, children }) =>
        sum + operations.length + count(children),
      0,
    );
  return {
    total: operationCount,
    generated: count(resources) + webhooks.length,
    ...(leftOut > 0 && { leftOut }),
  };
};
