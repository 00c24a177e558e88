/**
 * Three-way merge of texts by lines: the generated text that a change started from, the text on disk,
 * and the text that is generated now.
 */
import { diff3Merge, diffIndices, mergeDiff3 } from "node-diff3";
import { conflictIn } from "../../diagnostics/conflict-markers.js";

export interface MergeInput {
  readonly base: string;
  readonly onDisk: string;
  readonly generated: string;
}

export type MergeOutcome =
  | { readonly kind: "merged"; readonly text: string }
  /** `line` of the text on disk, counted from 1. */
  | { readonly kind: "conflict"; readonly line: number };

/** All three with LF. */
export const mergeText = ({
  base,
  onDisk,
  generated,
}: MergeInput): MergeOutcome => {
  if (base === generated) return { kind: "merged", text: onDisk };
  if (base === onDisk) return { kind: "merged", text: generated };
  const regions = diff3Merge(
    ...([onDisk.split("\n"), base.split("\n"), generated.split("\n")] as const),
    { excludeFalseConflicts: true },
  );
  const lines: string[] = [];
  for (const { ok, conflict } of regions) {
    if (conflict) return { kind: "conflict", line: conflict.aIndex + 1 };
    for (const line of ok ?? []) lines.push(line);
  }
  return { kind: "merged", text: lines.join("\n") };
};

/** The merge with both sides and the base between markers where they differ. */
export const markConflicts = (
  { base, onDisk, generated }: MergeInput,
  label = { a: "yours", o: "generated before", b: "generated now" },
): string =>
  mergeDiff3(
    ...([onDisk.split("\n"), base.split("\n"), generated.split("\n")] as const),
    { excludeFalseConflicts: true, label },
  ).result.join("\n");

/** What two texts have in common: a base where none is known. */
export const commonLines = (a: string, b: string): string => {
  const lines = a.split("\n");
  const common: string[] = [];
  let position = 0;
  for (const { buffer1 } of diffIndices(lines, b.split("\n"))) {
    common.push(...lines.slice(position, buffer1[0]));
    position = buffer1[0] + buffer1[1];
  }
  return [...common, ...lines.slice(position)].join("\n");
};

/** How many lines of one text are not as in the other. */
export const changedLines = (from: string, to: string): number =>
  diffIndices(from.split("\n"), to.split("\n"))
    .map(({ buffer1, buffer2 }) => Math.max(buffer1[1], buffer2[1]))
    .reduce((sum, lines) => sum + lines, 0);

export const countLines = (lines: number): string =>
  `${lines} line${lines === 1 ? "" : "s"}`;

/** True of a text that git, or `sdkwright merge`, has left markers in. */
export const hasMarkers = (text: string): boolean => conflictIn(text) !== -1;

/** The two sides of a text with markers of git, ours first. */
export const sidesOf = (text: string): readonly [string, string] => {
  const conflict =
    /^<{7}(?: .*)?\n(?<ours>[^]*?)(?:^\|{7}(?: .*)?\n[^]*?)?^={7}\n(?<theirs>[^]*?)^>{7}(?: .*)?(?:\n|$)/gm;
  return [
    text.replace(conflict, "$<ours>"),
    text.replace(conflict, "$<theirs>"),
  ];
};

/** True of markers that `markConflicts` wrote: whoever solves them may have begun. */
export const hasOwnMarkers = (text: string): boolean =>
  /^\|{7} generated (?:before|now)\r?$/m.test(text);

export const withLF = (text: string): string => text.replaceAll("\r\n", "\n");

/** With the line ends that another text has. */
export const withLineEndsOf = (text: string, like: string): string =>
  like.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text;
