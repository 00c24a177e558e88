/**
 * What the rules find: a change without its class and its words, which follow from it.
 */
import type { Shape } from "../surface/shape.js";
import type { ChangeKind } from "./change.js";

export interface Finding {
  readonly kind: ChangeKind;
  /** In the words of the SDK: `getPet.params.expand`, `Pet.kind`. */
  readonly where: string;
  /** Whether callers pass the value or get it. */
  readonly position?: Direction;
  /** What makes a difference to the class within a kind. */
  readonly degree?: Degree;
  /** The old type or value, as TypeScript. */
  readonly old?: string;
  readonly new?: string;
  /** The value that came or went: `"fish"`. */
  readonly value?: string;
  /** The new name, of a renaming. */
  readonly to?: string;
  /** The functions that it is about; of models, they follow from where they are used. */
  readonly operations?: readonly string[];
  /** The model that it is in. */
  readonly model?: string;
  /** Other forms of that model that it is in as well: as it is sent, beside as it is received. */
  readonly otherForms?: readonly string[];
  readonly isRisky?: boolean;
  /** The types of which the rules alone cannot tell whether one fits the other. */
  readonly undecided?: UndecidedTypes;
  readonly isAnnounced?: boolean;
}

export interface UndecidedTypes {
  readonly old: Shape;
  readonly new: Shape;
}

export type Direction = "input" | "output" | "both";

/**
 * `required`: of what is added. `open`: of values of an enum that takes others too, of
 * a property of an object that takes it under any key, and of a body that was `unknown`. `unasked`: of paging
 * that came with its own parameter. `collision`: of a renaming whose old name has another meaning now.
 * `kept`: of a type that is there no more but as an old name.
 */
export type Degree = "required" | "open" | "unasked" | "collision" | "kept";
