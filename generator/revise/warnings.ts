/**
 * The warnings of the last run, as this one would give them: what comes before them may have grown.
 */
import type { Diagnostic } from "../diagnostics.js";
import type { Position } from "../document.js";
import type { Lines } from "../lines.js";
import type { OperationTexts } from "./operation-texts.js";

/** A document, and the warnings that an excerpt of it gets. */
export interface Warned {
  readonly texts: OperationTexts;
  readonly lines: Lines;
  readonly warnings: readonly Diagnostic[];
  /** How often they were reported: at one place they are told once. */
  readonly count: number;
}

/**
 * Undefined when the change gives other warnings, or the excerpt gives some that the document does
 * not.
 * @param kept of the last run, over the whole document
 * @param file the document as messages show it
 */
export const carryOver = (
  kept: readonly Diagnostic[],
  before: Warned,
  after: Warned,
  file: string,
): readonly Diagnostic[] | undefined => {
  const isSame =
    before.count === after.count &&
    before.warnings.length === after.warnings.length &&
    before.warnings.every((old, index) => {
      const now = after.warnings[index];
      return now !== undefined && says(old) === says(now);
    });
  if (!isSame) return undefined;
  const own = new Map(
    before.warnings.map((old, index) => [
      says(old) + placeOf(old),
      after.warnings[index],
    ]),
  );
  const move = mover(before, after, file);
  let found = 0;
  const carried = kept.map((old) => {
    const now = own.get(says(old) + placeOf(old));
    if (now) found++;
    return now ?? move(old);
  });
  const isWhole = carried.every((one) => one !== undefined);
  return isWhole && found === own.size ? carried : undefined;
};

const says = ({ code, message, pointer = "" }: Diagnostic): string =>
  JSON.stringify([code, message, pointer]);

const placeOf = ({ position, related = [] }: Diagnostic): string =>
  [position, ...related]
    .map((place) => (place ? `${place.line}:${place.column}` : ""))
    .join(" ");

/** Undefined for what is in an operation that differs. */
const mover = (
  before: Warned,
  after: Warned,
  file: string,
): ((warning: Diagnostic) => Diagnostic | undefined) => {
  const move = ({ line, column }: Position): Position | undefined => {
    const old = before.lines.offsetOf(line, column);
    const offset = moveOffset(old, before.texts, after.texts);
    return offset === undefined
      ? undefined
      : { file, ...after.lines.placeOf(offset) };
  };
  return (warning) => {
    const position = warning.position && move(warning.position);
    const related = (warning.related ?? []).map(move);
    const places = related.filter((place) => place !== undefined);
    const known = places.length + (position ? 1 : 0);
    const written = related.length + (warning.position ? 1 : 0);
    return known < written
      ? undefined
      : {
          ...warning,
          ...(position && { position }),
          ...(places.length > 0 && { related: places }),
        };
  };
};

const moveOffset = (
  offset: number,
  before: OperationTexts,
  after: OperationTexts,
): number | undefined => {
  let shift = 0;
  for (const [index, { start, end }] of before.operations.entries()) {
    if (offset < start) break;
    const now = after.operations[index];
    if (now === undefined) return undefined;
    if (
      offset < end &&
      before.text.slice(start, end) !== after.text.slice(now.start, now.end)
    )
      return undefined;
    shift = now.end - end;
  }
  return offset + shift;
};
