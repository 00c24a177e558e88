/**
 * JSONPath (RFC 9535): what a query selects, as pointers.
 */
import { JSONPathError, query } from "json-p3";
import type { Pointer } from "../../openapi/document.js";

export type Selected =
  | { readonly kind: "found"; readonly pointers: readonly Pointer[] }
  | { readonly kind: "wrong"; readonly reason: string };

export type Select = (path: string, root: unknown) => Selected;

export const select: Select = (path, root) => {
  try {
    const nodes = query(path, root as Parameters<typeof query>[1]);
    const pointers = nodes.locations().map((steps) => steps.map(String));
    return { kind: "found", pointers };
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    return { kind: "wrong", reason: error.message };
  }
};
