import type { Pointer } from "../../openapi/document.js";

export interface FoundValue {
  /** The offset of the key of a member, of the value of an item. */
  readonly start: number;
  readonly spelling: string | undefined;
}

/** Levels whose members are noted while reading: `paths`, a path, a method; `components`, … */
export const outlineLevels = 3;

export type FindValue = (pointer: Pointer) => FoundValue;
