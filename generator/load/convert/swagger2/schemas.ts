/**
 * Schemas of Swagger 2.0, and references to what stands elsewhere now.
 */
import type { Pointer } from "../../../openapi/document.js";
import { openapiRoot } from "../../../openapi/grammar.js";
import {
  parsePointer,
  printReference,
  valueAt,
} from "../../../openapi/pointers.js";
import type { JsonObject } from "../../../openapi/records.js";
import { walk } from "../../../openapi/walk.js";

/** In place, with everything inside. */
export const convertSchema = (schema: unknown): void => {
  walk(schema, { form: "object", kind: "schema" }, undefined, {
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

/** Rewrites every local reference to where its target is now. */
export const convertReferences = (
  root: JsonObject,
  moves: readonly (readonly [now: Pointer, was: Pointer])[],
): void => {
  const convert = (ref: string): string => {
    const pointer = ref.startsWith("#/")
      ? parsePointer(ref.slice(1))
      : undefined;
    if (pointer === undefined) return ref;
    const section = sections.get(pointer[0]);
    const now = section
      ? [...section, ...pointer.slice(1)]
      : following(root, moves, pointer);
    return printReference(now);
  };
  const rewrite = (node: JsonObject): void => {
    if (typeof node.$ref === "string") node.$ref = convert(node.$ref);
    for (const item of listedItems(node))
      walk(item, { form: "object", kind: "schema" }, undefined, {
        object: rewrite,
      });
  };
  walk(root, openapiRoot, undefined, { object: rewrite });
};

/** `items: [...]` of older JSON Schema, which no version of OpenAPI knows and documents have. */
const listedItems = (node: JsonObject): readonly unknown[] =>
  Array.isArray(node.items) ? (node.items as unknown[]) : [];

/** Into an operation: `…/parameters/0/schema` is `…/requestBody/content/…/schema` now. */
const following = (
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
