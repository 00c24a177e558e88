/**
 * What an object has of a base, a model that is compared on its own: whatever changes of that is told
 * there.
 */
import type { RecordShape, ShapeProperty } from "../../surface/shape.js";
import { areIdentical, areIdenticalProperties } from "./identity.js";

interface Bases {
  readonly old: RecordShape;
  readonly now: RecordShape;
}

/** True of a property that one of the bases has in the same way, on both sides. */
export const isInherited = (
  name: string,
  { old, now }: Bases,
  bases: readonly Bases[],
): boolean =>
  bases.some((base) => {
    const own = [old, now].map(({ properties }) => properties.get(name));
    const inherited = [base.old, base.now].map(({ properties }) =>
      properties.get(name),
    );
    return (
      inherited.some((one) => one !== undefined) &&
      areSame(own[0], inherited[0]) &&
      areSame(own[1], inherited[1])
    );
  });

/** The same of what stands under any other key. */
export const isIndexInherited = (
  { old, now }: Bases,
  bases: readonly Bases[],
): boolean =>
  bases.some(
    (base) => areSameIndexes(old, base.old) && areSameIndexes(now, base.now),
  );

const noNames: ReadonlyMap<string, string> = new Map();

const areSame = (
  one: ShapeProperty | undefined,
  other: ShapeProperty | undefined,
): boolean =>
  one && other
    ? areIdenticalProperties(one, other, noNames)
    : one === undefined && other === undefined;

const areSameIndexes = (one: RecordShape, other: RecordShape): boolean =>
  one.index && other.index
    ? areIdentical(one.index, other.index, noNames)
    : one.index === undefined && other.index === undefined;
