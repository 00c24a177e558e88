/**
 * Lists whose items have places of their own.
 */
import type { Shape } from "../../surface/shape.js";

export type TupleShape = Extract<Shape, { kind: "tuple" }>;

/** True if the items of one can be compared with those of the other, one by one. */
export const areAlike = (old: TupleShape, now: TupleShape): boolean =>
  old.items.length === now.items.length &&
  (old.rest === undefined) === (now.rest === undefined) &&
  old.items.every(
    ({ isOptional }, index) => now.items[index]?.isOptional === isOptional,
  );
