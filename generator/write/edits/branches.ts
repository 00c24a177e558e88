/**
 * A file that a merge of branches has left in conflict: the owner may have changed it on both. Each
 * change is carried over to the text that is generated now, and then both are merged, so that what the
 * document did to the branches is no conflict.
 */
import { markConflicts, mergeText } from "./merge-text.js";

/** The file as one branch has it, with LF. */
export interface Branch {
  readonly text: string;
  /** The generated text that its change started from; absent where the file carries no change. */
  readonly base?: string;
}

export type JoinedBranches =
  /** One text with the changes of both, and what it started from. */
  | { readonly kind: "joined"; readonly mine: string; readonly base: string }
  /** Both changed the same lines; the text has them between markers. */
  | { readonly kind: "marked"; readonly text: string }
  /** A change and the generated text are in the same lines: git's markers stay. */
  | { readonly kind: "unsolved" };

/**
 * @param generated the text that is generated now
 * @returns undefined where no branch carries a change
 */
export const joinBranches = (
  branches: readonly Branch[],
  generated: string,
): JoinedBranches | undefined => {
  const changed = branches.flatMap(({ text, base }) =>
    base === undefined ? [] : [{ text, base }],
  );
  const [ours, theirs] = changed;
  if (ours === undefined) return undefined;
  if (theirs === undefined)
    return { kind: "joined", mine: ours.text, base: ours.base };
  const [mine, other] = [ours, theirs].map(({ text, base }) =>
    mergeText({ base, onDisk: text, generated }),
  );
  if (mine?.kind !== "merged" || other?.kind !== "merged")
    return { kind: "unsolved" };
  const both = { base: generated, onDisk: mine.text, generated: other.text };
  const outcome = mergeText(both);
  return outcome.kind === "merged"
    ? { kind: "joined", mine: outcome.text, base: generated }
    : { kind: "marked", text: markConflicts(both, branchLabels) };
};

const branchLabels = { a: "ours", o: "generated now", b: "theirs" };
