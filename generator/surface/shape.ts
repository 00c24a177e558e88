/**
 * Types in a normal form, for comparison: what is the same to callers is written the same way.
 *
 * - Unions are flat, without duplicates, and sorted; `boolean` is `true | false`; intersections and
 *   bases of objects are one object.
 * - `string | Date` is a union with `Date`. A stream of items is an `iterable`.
 * - Models stay names, so that what is inside one is compared once, at the model.
 */
import type { Access } from "../sdk/sdk.js";

export type { Access };

export type Shape =
  | {
      readonly kind: "keyword";
      readonly keyword: "string" | "number" | "null" | "unknown" | "never";
    }
  /** No value: of calls without a body, and `undefined` beside other results. */
  | { readonly kind: "void" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  /** An enum that takes other texts as well: the values beside it in the union are suggestions. */
  | { readonly kind: "openString" }
  | { readonly kind: "model"; readonly name: string }
  /** A type of the platform or the runtime: `Date`, `Blob`, `FileInput`. */
  | { readonly kind: "platform"; readonly name: string }
  | { readonly kind: "array"; readonly item: Shape }
  | { readonly kind: "iterable"; readonly item: Shape }
  | {
      readonly kind: "tuple";
      readonly items: readonly {
        readonly type: Shape;
        readonly isOptional: boolean;
      }[];
      readonly rest?: Shape;
    }
  | RecordShape
  | { readonly kind: "union"; readonly members: readonly Shape[] }
  /** A type that declarations name and do not have: the comparison takes it for that of the other side. */
  | { readonly kind: "unresolved" }
  /** Where an intersection is not one of objects. */
  | { readonly kind: "intersection"; readonly members: readonly Shape[] };

export interface RecordShape {
  readonly kind: "object";
  /** By name. */
  readonly properties: ReadonlyMap<string, ShapeProperty>;
  /** The type of values under any other key. */
  readonly index?: Shape;
  /** The models whose properties are among these: what changes of a base is told there. Sorted. */
  readonly bases?: readonly string[];
  /**
   * Properties that the document has and the type has not, since it is only sent or only received; by
   * name. No declaration says it.
   */
  readonly withheld?: ReadonlyMap<string, Access>;
}

export interface ShapeProperty {
  readonly type: Shape;
  readonly isOptional: boolean;
  readonly isDeprecated: boolean;
  /** Only sent by the server, or only by the client. */
  readonly access?: Access;
  /** Limits that the server enforces, in words. */
  readonly constraints: readonly string[];
  /** JSON of the default of the document. */
  readonly default?: string;
  /** True where declarations say what there is to know: nothing of access, limits and defaults. */
  readonly isDeclared?: true;
}
