import type { Pointer } from "../../openapi/document.js";

export interface FoundValue {
  /** The offset of the key of a member, of the value of an item. */
  readonly start: number;
  readonly spelling: string | undefined;
}

export type FindValue = (pointer: Pointer) => FoundValue;
