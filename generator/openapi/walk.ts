/**
 * Visits every OpenAPI object of a value, led by the grammar, without looking into the document's
 * own data (examples, defaults, extensions).
 *
 * Recursive, but never deeper than the parser's limit on nesting. References are visited and not
 * followed.
 */
import {
  contentOf,
  type FieldContent,
  type ObjectKind,
  type Scalar,
  sections,
  shapeOf,
} from "./grammar.js";
import { type Path } from "./pointers.js";
import { isRecord } from "./records.js";

export interface ObjectVisitor {
  /** Every object of a known kind, references included; parents before children. */
  object?(
    node: Record<string, unknown>,
    kind: ObjectKind,
    path: Path | undefined,
  ): void;
  /** `$ref` in the place of a whole map; OpenAPI has no such thing, documents do. */
  mapReference?(ref: string, map: FieldContent, path: Path | undefined): void;
  /** A value of another JSON type than the grammar says; it is not entered. */
  mismatch?(
    value: unknown,
    content: FieldContent,
    path: Path | undefined,
  ): void;
}

/** A Reference Object or a schema or path item that has `$ref`. */
export const hasReference = (
  node: Record<string, unknown>,
  kind: ObjectKind,
): boolean => sections.has(kind) && Object.hasOwn(node, "$ref");

/** Only `$ref` counts there; schemas and path items may have more beside it. */
const isPlainReference = (
  node: Record<string, unknown>,
  kind: ObjectKind,
): boolean =>
  kind !== "schema" && kind !== "pathItem" && hasReference(node, kind);

export const walk = (
  value: unknown,
  content: FieldContent,
  path: Path | undefined,
  visitor: ObjectVisitor,
): void => {
  switch (content.form) {
    case "any":
      return;
    case "scalar":
      if (!fitsScalar(value, content.scalar)) {
        visitor.mismatch?.(value, content, path);
      }
      return;
    case "array":
      if (!Array.isArray(value)) {
        visitor.mismatch?.(value, content, path);
      } else if (content.of.form !== "any") {
        value.forEach((item: unknown, index) => {
          walk(item, content.of, { parent: path, token: `${index}` }, visitor);
        });
      }
      return;
    case "map":
      if (!isRecord(value)) {
        visitor.mismatch?.(value, content, path);
      } else if (isMapReference(value, content)) {
        visitor.mapReference?.(value.$ref, content, path);
      } else if (content.of.form !== "any") {
        for (const key of Object.keys(value)) {
          walk(value[key], content.of, { parent: path, token: key }, visitor);
        }
      }
      return;
    case "object":
      if (isRecord(value)) walkObject(value, content.kind, path, visitor);
      else if (content.kind !== "schema" || typeof value !== "boolean") {
        visitor.mismatch?.(value, content, path);
      }
  }
};

const walkObject = (
  node: Record<string, unknown>,
  kind: ObjectKind,
  path: Path | undefined,
  visitor: ObjectVisitor,
): void => {
  visitor.object?.(node, kind, path);
  if (isPlainReference(node, kind)) return;
  const shape = shapeOf(kind);
  for (const key of Object.keys(node)) {
    const content = contentOf(shape, key);
    if (content === undefined || content.form === "any") continue;
    const value = node[key];
    if (content.form === "scalar" && fitsScalar(value, content.scalar)) {
      continue;
    }
    walk(value, content, { parent: path, token: key }, visitor);
  }
};

/** A member that is text where objects belong is none. */
const isMapReference = (
  value: Record<string, unknown>,
  content: FieldContent,
): value is { readonly $ref: string } =>
  content.form === "map" &&
  content.of.form === "object" &&
  Object.hasOwn(value, "$ref") &&
  typeof value.$ref === "string";

const fitsScalar = (value: unknown, scalar: Scalar): boolean => {
  switch (scalar) {
    case "string":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "nonNegativeInteger":
      return Number.isInteger(value) && (value as number) >= 0;
    case "exclusiveBound":
      return typeof value === "number" || typeof value === "boolean";
    case "typeNames":
      return (
        typeof value === "string" ||
        (Array.isArray(value) &&
          value.every((item) => typeof item === "string"))
      );
  }
};

/** What the grammar says stands at a pointer; undefined where it says nothing. */
export const contentAt = (
  content: FieldContent,
  pointer: readonly string[],
): FieldContent | undefined => {
  let at: FieldContent | undefined = content;
  for (const token of pointer) {
    if (at === undefined || at.form === "any") return undefined;
    at =
      at.form === "object"
        ? contentOf(shapeOf(at.kind), token)
        : at.form === "scalar"
          ? undefined
          : at.of;
  }
  return at;
};
