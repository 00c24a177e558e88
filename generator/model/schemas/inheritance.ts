/**
 * What a schema has through the schemas that it is made of.
 */
import type { Document, SchemaObject } from "../../openapi/document.js";
import type { Property } from "../../sdk/sdk.js";
import { isRecord } from "../references.js";

/** Names of all properties of a schema and of those it is composed of. */
export function propertyNamesOf(
  document: Document,
  schema: unknown,
): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const collect = (part: unknown): void => {
    if (!isRecord(part) || seen.has(part)) return;
    seen.add(part);
    const { properties, $ref, allOf } = part;
    if (isRecord(properties))
      for (const name of Object.keys(properties)) names.add(name);
    if (typeof $ref === "string")
      collect(document.resolve<object>(part, []).node);
    if (Array.isArray(allOf)) allOf.forEach(collect);
  };
  collect(schema);
  return names;
}

export function accessOf(
  document: Document,
  schema: SchemaObject,
): Property["access"] {
  const readOnly = isMarked(document, schema, "readOnly");
  const writeOnly = isMarked(document, schema, "writeOnly");
  // Both at once exclude each other; neither direction would have the property.
  return readOnly === writeOnly
    ? undefined
    : readOnly
      ? "readOnly"
      : "writeOnly";
}

/** An annotation holds wherever it stands among the parts (2020-12 Core section 7.7.1). */
function isMarked(
  document: Document,
  schema: unknown,
  mark: "readOnly" | "writeOnly",
  depth = 0,
): boolean {
  if (!isRecord(schema) || depth > 20) return false;
  const { $ref, allOf } = schema;
  const parts: unknown[] = Array.isArray(allOf) ? allOf : [];
  return (
    schema[mark] === true ||
    (typeof $ref === "string" &&
      isMarked(
        document,
        document.resolve<object>(schema, []).node,
        mark,
        depth + 1,
      )) ||
    parts.some((part) => isMarked(document, part, mark, depth + 1))
  );
}
