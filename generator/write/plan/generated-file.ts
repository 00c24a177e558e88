/**
 * What becomes of a file that is ours alone. A change of its owner's is kept: merged with what is new.
 */
import type { OutputFile } from "../../sdk/output.js";
import {
  changedLines,
  countLines,
  hasMarkers,
  withLF,
  withLineEndsOf,
} from "../edits/merge-text.js";
import { hashText } from "../hash.js";
import { basePath } from "../package-path.js";
import type { FileContext } from "./context.js";
import { planEdit } from "./edited-file.js";
import type { FilePlan } from "./planned-file.js";

export const planGenerated = async (
  file: OutputFile,
  context: FileContext,
): Promise<FilePlan> => {
  const { path } = file;
  const { directory, known, bases, requests, stage } = context;
  const state = directory.state(path);
  const unformatted = hashUnformatted(file);
  const cached = known.cached(path);
  const hasBase = bases.has(path);
  if (
    !hasBase &&
    cached?.unformatted === unformatted &&
    state.kind === "file" &&
    state.hash === cached.generated &&
    known.isOfFormatter(context.formatterName)
  )
    return { file: { kind: "unchanged", path }, cached };
  const text = await context.formatter.format(file);
  if (state.kind === "blocked") return { file: state };
  const generated = hashText(text);
  const written = { unformatted, generated, onDisk: generated };
  const baseGone = hasBase
    ? { base: { kind: "obsolete", path: basePath(path) } as const }
    : {};
  const write = (kind: "missing" | "outdated"): FilePlan => {
    stage(path, text);
    return { file: { kind, path }, cached: written, ...baseGone };
  };
  if (state.kind === "absent") return write("missing");
  const onDisk = directory.read(path);
  // That it could not be read is an error, which ends the run.
  if (onDisk === undefined) return { file: { kind: "edited", path } };
  const mine = withLF(onDisk);
  if (mine === text) {
    const hashes = { ...written, onDisk: state.hash };
    return { file: { kind: "unchanged", path }, cached: hashes, ...baseGone };
  }
  if (requests.reset.has(path)) {
    const lines = changedLines(text, mine);
    const message = `your change dropped (${countLines(lines)})`;
    return { ...write("outdated"), remarks: [{ path, message }] };
  }
  const pending = context.isComparison
    ? undefined
    : known.pendingOf(path, state.hash);
  // A run that was killed may have written the file, and not what goes with it.
  const base = pending ? pending.base : bases.stored(path);
  const found =
    pending?.base !== undefined || (hasBase && !pending)
      ? { kind: "base" as const, base }
      : await findBase({ path, mine, hash: state.hash, text }, context);
  switch (found.kind) {
    case "none":
      return { file: { kind: found.reason, path }, cached };
    case "ours":
      return {
        ...write("outdated"),
        ...(found.isHealed && { isHealed: true }),
        ...(found.isRewritten && {
          remarks: [{ path, message: "rewritten; git has the old text" }],
        }),
      };
    case "base": {
      const plan = planEdit({ path, ...found, onDisk, text }, context);
      const { finalText } = plan;
      const hash =
        finalText === undefined
          ? state.hash
          : hashText(withLineEndsOf(finalText, onDisk));
      return {
        ...plan,
        cached: { ...written, onDisk: hash },
        ...(finalText !== undefined && { pending: { path, hash, base: text } }),
      };
    }
  }
};

/** Where the difference between a text on disk and the generated one comes from. */
type Found =
  /** The owner's change started from this text; undefined when it cannot be read. */
  | { readonly kind: "base"; readonly base: string | undefined }
  | {
      readonly kind: "ours";
      readonly isHealed?: boolean;
      readonly isRewritten?: boolean;
    }
  | { readonly kind: "none"; readonly reason: "foreign" | "edited" };

interface Difference {
  readonly path: string;
  /** The text on disk, with LF, and the hash of its bytes. */
  readonly mine: string;
  readonly hash: string;
  /** The text that is generated now. */
  readonly text: string;
}

const findBase = async (
  { path, mine, hash, text }: Difference,
  { lock, known, bases, isComparison, requests }: FileContext,
): Promise<Found> => {
  const isLocked = lock?.files.has(path) === true;
  if (isComparison)
    return isLocked ? { kind: "ours" } : { kind: "none", reason: "foreign" };
  if (known.isOurs(path, hash)) return { kind: "ours" };
  if (!isLocked) return { kind: "none", reason: "foreign" };
  if (hasMarkers(mine)) return { kind: "ours", isHealed: true };
  const cached = known.isOfOtherLock ? undefined : known.cached(path);
  const isLastText = known.cached(path)?.generated === hashText(text);
  if (isLastText && !bases.isCommitted(path, mine))
    return { kind: "base", base: text };
  const past = await bases.past(path, mine);
  // Also where git has taken back what a run wrote.
  if (past === mine) return { kind: "ours" };
  const isPast =
    past !== undefined &&
    (cached === undefined ||
      hashText(past) === cached.generated ||
      bases.isCommitted(path, mine));
  if (isPast) return { kind: "base", base: past };
  if (isLastText && cached) return { kind: "base", base: text };
  if (requests.merge !== "all" && requests.merge.has(path))
    return { kind: "base", base: undefined };
  const isUnknown = known.isOfOtherLock || !known.has(path);
  return isUnknown && bases.isCommitted(path, mine)
    ? { kind: "ours", isRewritten: true }
    : { kind: "none", reason: "edited" };
};

const hashUnformatted = (file: OutputFile): string => {
  switch (file.kind) {
    case "typescript":
      return hashText(JSON.stringify(file.statements));
    case "similar":
      return hashText(JSON.stringify([file.imports, file.original.statements]));
    case "manifest":
      return hashText(JSON.stringify(file.fields));
    case "regions":
    case "source":
    case "verbatim":
    case "scaffold":
      return hashText(file.text);
  }
};
