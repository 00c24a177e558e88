/**
 * The difference of two texts as `diff -u` prints it.
 */

/** Lines around a change. */
const context = 3;

/** Past this many edits a text is shown as replaced: the search takes time by the square of them. */
const maxEdits = 2000;

interface Change {
  readonly sign: " " | "-" | "+";
  readonly line: string;
}

/** Empty when the texts are equal. @param path as both texts are called in the head */
export const unifiedDiff = (
  path: string,
  before: string,
  after: string,
): string => {
  if (before === after) return "";
  const changes = compareLines(linesOf(before), linesOf(after));
  return [`--- ${path}`, `+++ ${path}`, ...hunksOf(changes)].join("\n");
};

/** The last line has no end: the mark of `diff` stands for it, so that it differs from one with an end. */
const linesOf = (text: string): readonly string[] => {
  const lines = text.split("\n");
  const last = lines.pop();
  return last ? [...lines, `${last}\n\\ No newline at end of file`] : lines;
};

/** What both have at their ends is no part of the search. */
const compareLines = (
  before: readonly string[],
  after: readonly string[],
): readonly Change[] => {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end))
    end += 1;
  const same = (lines: readonly string[]): Change[] =>
    lines.map((line) => ({ sign: " ", line }));
  return [
    ...same(before.slice(0, start)),
    ...edits(
      before.slice(start, before.length - end),
      after.slice(start, after.length - end),
    ),
    ...same(before.slice(before.length - end)),
  ];
};

const edits = (
  before: readonly string[],
  after: readonly string[],
): readonly Change[] => {
  const { removed, added } = fewestEdits(before, after) ?? {
    removed: new Set(before.keys()),
    added: new Set(after.keys()),
  };
  const changes: Change[] = [];
  let [old, now] = [0, 0];
  while (old < before.length || now < after.length) {
    if (removed.has(old)) {
      changes.push({ sign: "-", line: before[old] ?? "" });
      old += 1;
    } else if (added.has(now)) {
      changes.push({ sign: "+", line: after[now] ?? "" });
      now += 1;
    } else {
      changes.push({ sign: " ", line: after[now] ?? "" });
      old += 1;
      now += 1;
    }
  }
  return changes;
};

/** Lines by their index. */
interface Edits {
  readonly removed: ReadonlySet<number>;
  readonly added: ReadonlySet<number>;
}

/** How a point was reached: the edit, and those before it. */
interface Step {
  readonly isRemoval: boolean;
  readonly line: number;
  readonly earlier: Step | undefined;
}

interface Reached {
  /** How many lines of the old text are done. */
  readonly old: number;
  readonly last: Step | undefined;
}

/**
 * As Myers does it: with one edit more in each round, the furthest point on each diagonal (lines of the
 * old text done, less lines of the new). Undefined when there are too many.
 */
const fewestEdits = (
  before: readonly string[],
  after: readonly string[],
): Edits | undefined => {
  const furthest = new Map<number, Reached>();
  for (let count = 0; count <= maxEdits; count += 1) {
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      const { old: first, last } = stepTo(diagonal, count, furthest);
      let old = first;
      while (
        old < before.length &&
        old - diagonal < after.length &&
        before[old] === after[old - diagonal]
      )
        old += 1;
      furthest.set(diagonal, { old, last });
      if (old >= before.length && old - diagonal >= after.length)
        return toEdits(last);
    }
  }
  return undefined;
};

const stepTo = (
  diagonal: number,
  count: number,
  furthest: ReadonlyMap<number, Reached>,
): Reached => {
  if (count === 0) return { old: 0, last: undefined };
  const byRemoval = furthest.get(diagonal - 1);
  const byAddition = furthest.get(diagonal + 1);
  const isRemoval =
    diagonal !== -count &&
    (diagonal === count || (byRemoval?.old ?? -1) >= (byAddition?.old ?? -1));
  const { old, last: earlier } = (isRemoval ? byRemoval : byAddition) ?? {
    old: 0,
    last: undefined,
  };
  return isRemoval
    ? { old: old + 1, last: { isRemoval, line: old, earlier } }
    : { old, last: { isRemoval, line: old - diagonal - 1, earlier } };
};

const toEdits = (last: Step | undefined): Edits => {
  const removed = new Set<number>();
  const added = new Set<number>();
  for (let step = last; step; step = step.earlier)
    (step.isRemoval ? removed : added).add(step.line);
  return { removed, added };
};

function* hunksOf(changes: readonly Change[]): Generator<string> {
  let [old, now] = [1, 1];
  let index = 0;
  while (index < changes.length) {
    const end = endOfHunk(changes, index);
    if (end === undefined) return;
    const first = changes.findIndex(
      ({ sign }, at) => at >= index && sign !== " ",
    );
    const start = Math.max(index, first - context);
    [old, now] = [old + start - index, now + start - index];
    const hunk = changes.slice(start, end);
    const removed = hunk.filter(({ sign }) => sign !== "+").length;
    const added = hunk.filter(({ sign }) => sign !== "-").length;
    yield `@@ -${range(old, removed)} +${range(now, added)} @@`;
    for (const { sign, line } of hunk) yield sign + line;
    [old, now] = [old + removed, now + added];
    index = end;
  }
}

/** Where the next hunk ends: with the context of a change that no other follows soon. */
const endOfHunk = (
  changes: readonly Change[],
  from: number,
): number | undefined => {
  let last: number | undefined;
  for (let index = from; index < changes.length; index += 1) {
    if (changes[index]?.sign !== " ") last = index;
    else if (last !== undefined && index - last > 2 * context) break;
  }
  return last === undefined
    ? undefined
    : Math.min(changes.length, last + context + 1);
};

/** An empty range names the line before it. */
const range = (start: number, length: number): string =>
  length === 0
    ? `${start - 1},0`
    : length === 1
      ? String(start)
      : `${start},${length}`;
