/**
 * A document as the texts of its operations and of what stands between them: enough to see which
 * operations differ from those of the last run, without reading the rest.
 */
import { child } from "../load/pointers.js";
import { jsonTexts } from "./json-texts.js";
import type { Notation, OperationText, Part, Split } from "./notation.js";
import { yamlTexts } from "./yaml-texts.js";

export interface OperationTexts extends Split {
  readonly text: string;
  readonly notation: Notation;
}

/**
 * Undefined where the members of `paths` are not objects of objects.
 * @param text of a document that was found to be right
 */
export const splitOperations = (text: string): OperationTexts | undefined => {
  const notation = /^\s*\{/.test(text) ? jsonTexts : yamlTexts;
  const split = notation.split(text);
  return split && { text, notation, ...split };
};

/** What is said of an operation itself; the rest also decides about others, and about names. */
const ownFields: ReadonlySet<string> = new Set([
  ...["summary", "description", "deprecated", "externalDocs"],
  ...["parameters", "requestBody", "responses"],
]);

export interface Change {
  readonly after: OperationTexts;
  /** The keys of the operations that differ. */
  readonly changed: ReadonlySet<string>;
}

/**
 * What a text has for the operations of an earlier one; undefined where something else differs than
 * own fields of operations, or where it is not right any more.
 * @param before of a text that was found to be right
 */
export const findChange = (
  before: OperationTexts,
  text: string,
): Change | undefined => {
  const { notation } = before;
  const operations: OperationText[] = [];
  const changed = new Set<string>();
  const shifts: Shift[] = [];
  let from = 0;
  let shift = 0;
  const goesOn = (to: number): boolean =>
    text.startsWith(before.text.slice(from, to), from + shift);
  for (const { key, start, end } of before.operations) {
    if (!goesOn(start)) return undefined;
    from = start;
    const own = start + shift;
    const isSame = goesOn(end) && notation.endsAt(text, own, end + shift);
    if (!isSame) {
      const ownEnd = notation.endOf(text, own);
      const old = before.text.slice(start, end);
      const now = text.slice(own, ownEnd);
      if (!differsInOwnFields(old, now, notation)) return undefined;
      changed.add(key);
      shift = ownEnd - end;
      shifts.push({ end, shift });
    }
    from = end;
    operations.push({ key, start: own, end: end + shift });
  }
  const isWhole =
    text.length === before.text.length + shift && goesOn(before.text.length);
  if (!isWhole || notation.leadsIntoPaths(text)) return undefined;
  const moved = mover(shifts);
  const move = ({ start, end }: Part): Part => ({
    start: moved(start),
    end: moved(end),
  });
  return {
    after: {
      text,
      notation,
      operations,
      components: new Map(
        [...before.components].map(([place, part]) => [place, move(part)]),
      ),
      between: before.between.map(move),
      places: notation.move(before.places, moved),
    },
    changed,
  };
};

/** Behind an operation that differs, up to the next one. */
interface Shift {
  readonly end: number;
  readonly shift: number;
}

/** Where things are that are in no operation that differs: nothing but their place changed. */
const mover =
  (shifts: readonly Shift[]) =>
  (offset: number): number => {
    let low = 0;
    let high = shifts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((shifts[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (shifts[low - 1]?.shift ?? 0);
  };

/**
 * What a component is called, and whether it takes files, depends on all operations that lead to it:
 * only of one that is referred to already is it known.
 */
const referencesIn = (value: unknown): ReadonlySet<string> =>
  new Set(
    [...JSON.stringify(value ?? null).matchAll(/"\$ref":"([^"]*)"/g)].map(
      ([, ref = ""]) => ref,
    ),
  );

const isSubset = (part: ReadonlySet<string>, whole: ReadonlySet<string>) =>
  [...part].every((one) => whole.has(one));

const differsInOwnFields = (
  before: string,
  after: string,
  notation: Notation,
): boolean => {
  const old = notation.readOperation(before);
  const now = notation.readOperation(after);
  return (
    old !== undefined &&
    now !== undefined &&
    [...Object.keys(old), ...Object.keys(now)].every((field) => {
      const [one, other] = [child(old, field), child(now, field)];
      return ownFields.has(field)
        ? isSubset(referencesIn(other), referencesIn(one))
        : JSON.stringify(one) === JSON.stringify(other);
    })
  );
};
