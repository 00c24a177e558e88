/**
 * Links: what the response of one operation says of the arguments of another (OpenAPI 3.1.1 section
 * 4.8.20).
 */
import type { Doc, Name, Text, Type } from "./types.js";

/** A function from what one operation gives to arguments of another. */
export interface OperationLink {
  readonly functionName: Name;
  /** As in the document. */
  readonly name: Text;
  readonly doc: Doc;
  /** The function of the operation whose response has the link. */
  readonly from: Name;
  /** Of a link of errors: what their bodies may be. Absent where the response is a success. */
  readonly errorBody?: Type;
  /** The function of the operation that it leads to. */
  readonly to: Name;
  /** The arguments before `params` that the link has, by their names in the path. */
  readonly positional: readonly LinkField[];
  /** The fields of `params` that the link has, at least one of them or of `positional`. */
  readonly fields: readonly LinkField[];
}

export interface LinkField {
  /** Its name in `params`. */
  readonly key: Text;
  readonly value: LinkValue;
}

/** Where a value comes from. */
export type LinkValue =
  | { readonly kind: "constant"; readonly value: unknown }
  /** A place in the data of the response, or in the body of the error. */
  | { readonly kind: "data"; readonly path: readonly Text[] }
  | { readonly kind: "header"; readonly name: Text }
  | { readonly kind: "url" | "status" }
  /** A place in an argument of the call. */
  | {
      readonly kind: "request";
      readonly key: Text;
      readonly path: readonly Text[];
    };

/** A member of what a call resolves to with its response, or of an error. */
export type ResultPart = "data" | "response" | "body" | "headers" | "status";

/** The members of the first argument that a link reads. */
export const resultParts = (link: OperationLink): readonly ResultPart[] => {
  const parts = valuesOf(link).flatMap(({ kind }): ResultPart | [] => {
    switch (kind) {
      case "data":
        return link.errorBody ? "body" : "data";
      case "header":
        return link.errorBody ? "headers" : "response";
      case "status":
        return link.errorBody ? "status" : "response";
      case "url":
        return "response";
      default:
        return [];
    }
  });
  return partOrder.filter((part) => parts.includes(part));
};

const partOrder = ["data", "response", "body", "headers", "status"] as const;

/** The arguments of the call that a link reads. */
export const requestKeys = (link: OperationLink): ReadonlySet<string> =>
  new Set(
    valuesOf(link).flatMap((value) =>
      value.kind === "request" ? [value.key] : [],
    ),
  );

const valuesOf = ({ positional, fields }: OperationLink): LinkValue[] => [
  ...positional.map(({ value }) => value),
  ...fields.map(({ value }) => value),
];
