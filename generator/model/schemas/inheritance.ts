/**
 * What a schema has through the schemas that it is made of.
 */
import type { Document, SchemaObject } from "../../openapi/document.js";
import type { Property } from "../../sdk/sdk.js";
import { isRecord } from "../references.js";

/** Names of all properties of a schema and of those it is composed of. */
export function inherited(
  document: Document,
  schema: unknown,
  found: Record<string, unknown> = Object.create(null) as Record<
    string,
    unknown
  >,
  depth = 0,
): Record<string, unknown> {
  if (!isRecord(schema) || depth > 20) return found;
  if (isRecord(schema["properties"]))
    for (const name of Object.keys(schema["properties"])) found[name] = true;
  if (typeof schema["$ref"] === "string")
    inherited(
      document,
      document.resolve<object>(schema, []).node,
      found,
      depth + 1,
    );
  if (Array.isArray(schema["allOf"]))
    for (const item of schema["allOf"] as unknown[])
      inherited(document, item, found, depth + 1);
  return found;
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
