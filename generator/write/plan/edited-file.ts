/**
 * A generated file that carries a change of its owner's: the change is merged with what is generated
 * now. Where both are in the same lines, the owner's text stays until they say otherwise.
 */
import { joinBranches } from "../edits/branches.js";
import {
  changedLines,
  commonLines,
  countLines,
  hasMarkers,
  hasOwnMarkers,
  markConflicts,
  mergeText,
  withLF,
  withLineEndsOf,
} from "../edits/merge-text.js";
import { basePath } from "../package-path.js";
import type { FileContext } from "./context.js";
import type { FilePlan, PlannedFile, EditRequests } from "./planned-file.js";

interface EditedFile {
  readonly path: string;
  /** The generated text that the change started from; undefined when that is not known. */
  readonly base: string | undefined;
  readonly onDisk: string;
  /** The text that is generated now. */
  readonly text: string;
}

/** `finalText` is what the run leaves, with LF; absent where that is what is on disk. */
export interface EditPlan extends FilePlan {
  readonly finalText?: string;
}

export const planEdit = (
  { path, base, onDisk, text }: EditedFile,
  context: FileContext,
): EditPlan => {
  const { bases, requests, stage } = context;
  const isMarked = hasMarkers(onDisk);
  const branches =
    isMarked && !hasOwnMarkers(onDisk) ? bases.branches(path) : [];
  const joined = joinBranches(branches, text);
  const mine = !isMarked
    ? withLF(onDisk)
    : joined?.kind === "joined"
      ? joined.mine
      : undefined;
  const started = joined?.kind === "joined" ? joined.base : base;
  const from =
    started ?? (mine === undefined ? undefined : commonLines(mine, text));
  const stageBase = (next: string): PlannedFile => {
    const target = basePath(path);
    const state = context.directory.state(target);
    if (state.kind === "blocked") return state;
    if (bases.stored(path) === next) return { kind: "unchanged", path: target };
    stage(target, next);
    return { kind: bases.has(path) ? "outdated" : "missing", path: target };
  };
  if (joined?.kind === "marked") {
    stage(path, withLineEndsOf(joined.text, onDisk));
    const message =
      "your changes on both branches stand between conflict markers; solve them, then run sdkwright generate";
    return {
      file: { kind: "merged", path },
      base: stageBase(text),
      finalText: joined.text,
      isMarked: true,
      remarks: [{ path, message }],
    };
  }
  if (mine === undefined || from === undefined)
    return {
      file: { kind: "unsolved", path },
      // The run that wrote the marks was killed before it could write what they are about.
      ...(base !== undefined && bases.has(path) && { base: stageBase(base) }),
    };
  const outcome = mergeText({ base: from, onDisk: mine, generated: text });
  const stageFile = (merged: string): void => {
    stage(path, withLineEndsOf(merged, onDisk));
  };
  if (outcome.kind === "conflict") {
    if (!isWanted(requests.merge, path)) {
      const { line } = outcome;
      return { file: { kind: "conflict", path, line }, base: stageBase(from) };
    }
    const finalText = markConflicts({
      base: from,
      onDisk: mine,
      generated: text,
    });
    stageFile(finalText);
    const message =
      "your change and the generated text stand between conflict markers; solve them, then run sdkwright generate";
    return {
      file: { kind: "merged", path },
      base: stageBase(text),
      finalText,
      isMarked: true,
      remarks: [{ path, message }],
    };
  }
  const merged = outcome.text;
  const isWritten = merged !== mine || isMarked;
  if (isWritten) stageFile(merged);
  if (merged === text)
    return {
      file: { kind: isWritten ? "outdated" : "unchanged", path },
      ...(bases.has(path) && {
        base: { kind: "obsolete", path: basePath(path) },
      }),
      ...(isWritten && { finalText: text }),
      ...(isMarked && { isHealed: true }),
    };
  const lines = changedLines(text, merged);
  const newBase = stageBase(text);
  const isNews = isWritten || newBase.kind !== "unchanged";
  const message = `your change kept (${countLines(lines)})`;
  return {
    file: { kind: isWritten ? "merged" : "unchanged", path },
    base: newBase,
    lines,
    ...(isWritten && { finalText: merged }),
    ...(isMarked && { isHealed: true }),
    ...(isNews && { remarks: [{ path, message }] }),
  };
};

const isWanted = (merge: EditRequests["merge"], path: string): boolean =>
  merge === "all" || merge.has(path);
