/**
 * Schemas of Swagger 2.0, and references to values that moved.
 */
import type { Pointer } from "../../../openapi/document.js";
import { openapiRoot } from "../../../openapi/grammar.js";
import {
  parseReference,
  printReference,
  valueAt,
} from "../../../openapi/pointers.js";
import { arrayOrEmpty, type JsonObject } from "../../../openapi/records.js";
import { walk } from "../../../openapi/walk.js";

const schemaContent = { form: "object", kind: "schema" } as const;

/** Converts a schema and its subschemas, in place. */
export const convertSchema = (schema: unknown): void => {
  walk(schema, schemaContent, undefined, {
    object: (node, kind) => {
      if (kind !== "schema") return;
      listedItems(node).forEach(convertSchema);
      if (node["x-nullable"] === true) node.nullable ??= true;
      if (node.type === "file") {
        node.type = "string";
        node.format ??= "binary";
      }
      // The name of the property alone; 3.0 has room for a mapping.
      if (typeof node.discriminator === "string") {
        node.discriminator = { propertyName: node.discriminator };
      }
    },
  });
};

const sections: ReadonlyMap<string | undefined, Pointer> = new Map([
  ["definitions", ["components", "schemas"]],
  ["parameters", ["components", "parameters"]],
  ["responses", ["components", "responses"]],
]);

/** Makes every local reference lead to the new place of its target. */
export const convertReferences = (
  root: JsonObject,
  moves: readonly (readonly [now: Pointer, was: Pointer])[],
): void => {
  const convert = (ref: string): string => {
    const pointer = parseReference(ref);
    if (pointer === undefined || pointer.length === 0) return ref;
    const section = sections.get(pointer[0]);
    return printReference(
      section
        ? [...section, ...pointer.slice(1)]
        : movedPointer(root, moves, pointer),
    );
  };
  const rewrite = (node: JsonObject): void => {
    if (typeof node.$ref === "string") node.$ref = convert(node.$ref);
    for (const item of listedItems(node)) {
      walk(item, schemaContent, undefined, { object: rewrite });
    }
  };
  walk(root, openapiRoot, undefined, { object: rewrite });
};

/** `items: [...]` of older JSON Schema, which no version of OpenAPI knows and documents have. */
const listedItems = ({ items }: JsonObject): readonly unknown[] =>
  arrayOrEmpty(items);

/** Into an operation: `…/parameters/0/schema` is `…/requestBody/content/…/schema` now. */
const movedPointer = (
  root: JsonObject,
  moves: readonly (readonly [now: Pointer, was: Pointer])[],
  pointer: Pointer,
): Pointer => {
  const candidates = moves
    .filter(([, was]) => was.every((token, index) => token === pointer[index]))
    .map(([now, was]) => [...now, ...pointer.slice(was.length)]);
  return (
    [pointer, ...candidates].find((to) => valueAt(root, to) !== undefined) ??
    pointer
  );
};
