/**
 * What there is to know of a notation to take a document in it apart without reading it as a whole.
 */
import type { Places } from "../load/library.js";

/** A part of a text. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** The value of an operation, where it is written. */
export interface OperationText extends Part {
  /** `GET /pets`, as in the lock file. */
  readonly key: string;
}

export interface Split {
  /** In the order of the text. */
  readonly operations: readonly OperationText[];
  /** Values of the members of `components` by section and name: `schemas/Pet`. */
  readonly components: ReadonlyMap<string, Part>;
  /** What `paths` has around the operations. */
  readonly between: readonly Part[];
  /** For the places of diagnostics. */
  readonly places: Places;
}

export interface Notation {
  /**
   * Undefined where the members of `paths` are not objects of objects.
   * @param text of a document that was found to be right
   */
  split(text: string): Split | undefined;
  /** Where the value of an operation ends that starts at an offset. */
  endOf(text: string, start: number): number;
  /** Whether it ends there, and does not go on with more than it was. */
  endsAt(text: string, start: number, end: number): boolean;
  /** A text that may stand for an operation, read; undefined for what is wrong or not plain. */
  readOperation(text: string): Readonly<Record<string, unknown>> | undefined;
  /** A text without some values; undefined for what cannot be read after all. */
  readRest(text: string): unknown;
  /** What stands in the place of a value that is left out. */
  readonly nothing: string;
  /** The places of a text of which parts were moved. */
  move(places: Places, moved: (offset: number) => number): Places;
  /**
   * Whether something leads, or could lead, into an operation: then a change of it shows elsewhere.
   * A `$ref` may be spelled with escapes.
   */
  leadsIntoPaths(text: string): boolean;
  /** The components that a part refers to; undefined where it could lead on in other ways too. */
  componentsIn(text: string): readonly string[] | undefined;
}
