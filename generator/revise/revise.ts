/**
 * The short way through the pipeline, where only operations of a large document have changed since
 * the last run: load, model and emit see nothing but their resources, once as they were and once as
 * they are. What differs between the two is what changes in the package.
 *
 * It is taken only where the result is the one of the long way; whatever leaves a doubt says so by
 * returning undefined.
 */
import { Diagnostics } from "../diagnostics.js";
import { emitFiles } from "../emit/emit.js";
import { load } from "../load/load.js";
import { read } from "../load/read.js";
import { buildSdk } from "../model/build.js";
import type { OutputFile } from "../output.js";
import type { Sdk } from "../sdk.js";
import { loadOptionsOf, seenFromHere } from "../run-inputs.js";
import type { Target } from "../targets.js";
import type { Folder } from "../write/folder.js";
import { type AboutRun, readLastRun } from "../write/last-run.js";
import type { Inputs, Lock } from "../write/lock.js";
import { isAsWritten } from "../write/up-to-date.js";
import { affectedBy } from "./affected.js";
import { changedFiles } from "./changed-files.js";
import { excerptOf } from "./excerpt.js";
import {
  findChange,
  type OperationTexts,
  splitOperations,
} from "./operation-texts.js";
import { carryOver, type Warned } from "./warnings.js";

export interface Situation {
  readonly target: Target;
  readonly folder: Folder;
  readonly lock: Lock;
  readonly inputs: Pick<Inputs, "generator" | "options">;
}

/** What a changed document changes; everything else stays as the lock file has it. */
export interface Revision {
  readonly files: readonly OutputFile[];
  /** The document as it is now. */
  readonly text: string;
  readonly about: AboutRun;
  /** The lines of the document, by its name in messages. */
  readonly sources: Diagnostics["sources"];
}

/**
 * Undefined when everything has to be made anew.
 * @param begin called when that begins to be unlikely
 */
export const revise = async (
  situation: Situation,
  begin: () => void,
): Promise<Revision | undefined> => {
  const { target, folder, lock } = situation;
  const last = readLastRun(folder, lock);
  if (last === undefined) return undefined;
  const file = seenFromHere(target.input);
  const text = await read(target.input, file, new Diagnostics());
  const { about } = last;
  const old = splitOperations(last.text);
  if (text === undefined || old === undefined) return undefined;
  const change = findChange(old, text);
  if (change === undefined) return undefined;
  const { after: now, changed } = change;
  const wanted = affectedBy(changed, now, lock, about);
  if (wanted === undefined || !isAsWritten(situation)) return undefined;

  begin();
  const before = await runOver(old, wanted, situation);
  if (before === undefined) return undefined;
  const after = await runOver(now, wanted, situation);
  if (after === undefined || !hasSameKeys(before.names, after.names))
    return undefined;
  const files = changedFiles({
    before: before.files,
    after: after.files,
    lock,
    folder,
  });
  const warnings = carryOver(about.warnings, before, after, file);
  return (
    files &&
    warnings && {
      files,
      text,
      about: { ...about, warnings },
      sources: new Map([[file, after.lines]]),
    }
  );
};

const hasSameKeys = (a: Sdk["names"], b: Sdk["names"]): boolean =>
  a.size === b.size && [...a.keys()].every((id) => b.has(id));

interface ExcerptRun extends Warned {
  readonly files: ReadonlyMap<string, OutputFile>;
  readonly names: Sdk["names"];
}

/** Undefined when the excerpt has errors, other names than the document, or needs other files. */
const runOver = async (
  texts: OperationTexts,
  wanted: ReadonlySet<string>,
  { target, lock }: Situation,
): Promise<ExcerptRun | undefined> => {
  const diagnostics = new Diagnostics();
  const options = loadOptionsOf(target);
  const excerpt = excerptOf(texts, wanted);
  if (excerpt === undefined) return undefined;
  const document = await load(
    seenFromHere(target.input),
    { ...options, excerpt },
    diagnostics,
  );
  const [lines, ...others] = diagnostics.sources.values();
  if (document === undefined || lines === undefined || others.length > 0)
    return undefined;
  const sdk = buildSdk(document, target.config, lock.names, diagnostics);
  const isNamed = [...sdk.names].every(
    ([id, name]) => lock.names.get(id) === name,
  );
  if (diagnostics.hasErrors || !isNamed) return undefined;
  const manyModels = [...lock.files.keys()].some((path) =>
    /^docs\/models-(?:[a-z]|other)\.md$/.test(path),
  );
  const files = [...emitFiles({ ...sdk, manyModels })];
  return {
    files: new Map(files.map((one) => [one.path, one])),
    names: sdk.names,
    texts,
    lines,
    count: diagnostics.warningCount,
    warnings: diagnostics.all(),
  };
};
