/**
 * Schemas that the config names where they stand: each becomes a component of that name, with a
 * reference in its place, so that everything later sees no difference to one that was written so.
 */
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Pointer } from "../openapi/document.js";
import { parseReference, valueAt } from "../openapi/pointers.js";
import { isRecord, type JsonObject, setOwn } from "../openapi/records.js";
import type { SourceLocations } from "./read/source-locations.js";

/** Names by JSON Pointer: `#/paths/~1pets/get/responses/200/content/application~1json/schema`. */
export type SchemaNames = Readonly<Record<string, string>>;

/** `root` is changed. */
export const nameSchemas = (
  root: JsonObject,
  names: SchemaNames,
  locations: SourceLocations,
  diagnostics: Diagnostics,
): void => {
  const found = Object.entries(names)
    .map(([text, name]) => ({ text, name, pointer: parseReference(text) ?? [] }))
    // What is inside another one comes first: it leaves a reference there.
    .sort(
      (a, b) =>
        b.pointer.length - a.pointer.length || (a.text < b.text ? -1 : 1),
    );
  for (const { text, name, pointer } of found) {
    if (isComponent(pointer)) continue;
    const schema = valueAt(root, pointer);
    const components = isRecord(root.components) ? root.components : {};
    const schemas = isRecord(components.schemas) ? components.schemas : {};
    if (!isRecord(schema) || typeof schema.$ref === "string")
      diagnostics.report("model-pointer-unknown", { pointer: text });
    else if (Object.hasOwn(schemas, name))
      diagnostics.report("model-pointer-taken", { pointer: text, name });
    else {
      setOwn(schemas, name, schema);
      components.schemas = schemas;
      root.components = components;
      replace(root, pointer, { $ref: `#/components/schemas/${name}` });
      locations.set(["components", "schemas", name], pointer);
    }
  }
};

/** `#/components/schemas/Pet`, which is named by its name too. */
const isComponent = ([first, second, ...more]: Pointer): boolean =>
  first === "components" && second === "schemas" && more.length === 1;

const replace = (root: JsonObject, pointer: Pointer, value: object): void => {
  const holder = valueAt(root, pointer.slice(0, -1));
  const token = pointer.at(-1) ?? "";
  if (Array.isArray(holder)) holder[Number(token)] = value;
  else if (isRecord(holder)) setOwn(holder, token, value);
};
