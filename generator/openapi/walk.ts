/**
 * Visits every OpenAPI object of a value, as the grammar describes it. Data (examples, defaults,
 * extensions) is not entered.
 *
 * Recursive, but never deeper than the parser's limit on nesting. References are visited and not
 * followed.
 */
import {
  contentOf,
  type FieldType,
  type ObjectKind,
  scalars,
  sections,
  shapeOf,
} from "./grammar.js";
import type { Path } from "./pointers.js";
import { type JsonObject, isRecord } from "./records.js";

export interface ObjectVisitor {
  /** Every object of a known kind, references included; parents before children. */
  object?(node: JsonObject, kind: ObjectKind, path: Path | undefined): void;
  /** `$ref` in place of a whole map, which OpenAPI does not allow and documents have. */
  mapReference?(ref: string, map: FieldType, path: Path | undefined): void;
  /** A value of another JSON type than the grammar expects; it is not entered. */
  mismatch?(value: unknown, content: FieldType, path: Path | undefined): void;
}

/** A Reference Object or a schema or path item that has `$ref`. */
export const hasReference = (node: JsonObject, kind: ObjectKind): boolean =>
  sections.has(kind) && Object.hasOwn(node, "$ref");

/** Siblings of such a `$ref` are ignored; schemas and path items may have some. */
const isPlainReference = (node: JsonObject, kind: ObjectKind): boolean =>
  kind !== "schema" && kind !== "pathItem" && hasReference(node, kind);

export const walk = (
  value: unknown,
  content: FieldType,
  path: Path | undefined,
  visitor: ObjectVisitor,
): void => {
  if (!fits(value, content)) {
    visitor.mismatch?.(value, content, path);
  } else if (content.form === "array") {
    if (content.of.form === "any") return;
    (value as unknown[]).forEach((item, index) => {
      walk(item, content.of, { parent: path, token: `${index}` }, visitor);
    });
  } else if (isRecord(value) && content.form === "map") {
    if (isMapReference(value, content)) {
      visitor.mapReference?.(value.$ref, content, path);
    } else if (content.of.form !== "any") {
      for (const key of Object.keys(value)) {
        walk(value[key], content.of, { parent: path, token: key }, visitor);
      }
    }
  } else if (isRecord(value) && content.form === "object") {
    walkObject(value, content.kind, path, visitor);
  }
};

/** True if the value has the JSON type that the grammar names. */
const fits = (value: unknown, content: FieldType): boolean => {
  switch (content.form) {
    case "any":
      return true;
    case "scalar":
      return scalars[content.scalar].fits(value);
    case "array":
      return Array.isArray(value);
    case "map":
      return isRecord(value);
    case "object":
      return (
        isRecord(value) ||
        (content.kind === "schema" && typeof value === "boolean")
      );
  }
};

const walkObject = (
  node: JsonObject,
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
    // Most fields are scalars, which need no path.
    if (content.form === "scalar" && fits(value, content)) continue;
    walk(value, content, { parent: path, token: key }, visitor);
  }
};

/** A string among objects cannot be a member of the map. */
const isMapReference = (
  value: JsonObject,
  { of }: { readonly of: FieldType },
): value is { readonly $ref: string } =>
  of.form === "object" &&
  Object.hasOwn(value, "$ref") &&
  typeof value.$ref === "string";

/** What the grammar expects at a pointer below `content`; undefined where it is silent. */
export const contentAt = (
  content: FieldType,
  pointer: readonly string[],
): FieldType | undefined =>
  pointer.reduce<FieldType | undefined>((parent, token) => {
    if (parent === undefined || !("of" in parent || "kind" in parent)) return;
    return "of" in parent ? parent.of : contentOf(shapeOf(parent.kind), token);
  }, content);
