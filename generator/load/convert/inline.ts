/**
 * Replaces the references that later stages do not follow with their targets: those to media types
 * (OpenAPI 3.2), and those of path items with siblings of `$ref`, which win over the target's fields.
 */
import { openapiRoot } from "../../openapi/grammar.js";
import type { SourceLocations } from "../read/source-locations.js";
import { type Path, toPointer } from "../../openapi/pointers.js";
import {
  type JsonObject,
  recordOrEmpty,
  remove,
  setOwn,
} from "../../openapi/records.js";
import { Resolver } from "../bundle/resolver.js";
import { walk } from "../../openapi/walk.js";

/** @param locations takes note of what is copied */
export const inlineReferences = (
  root: JsonObject,
  locations: SourceLocations,
): void => {
  const resolver = new Resolver(root);
  const references: (readonly [JsonObject, Path | undefined])[] = [];
  walk(root, openapiRoot, undefined, {
    object: (node, kind, path) => {
      if (typeof node.$ref !== "string") return;
      const isAlone = Object.keys(node).length === 1;
      if (kind === "mediaType" || (kind === "pathItem" && !isAlone)) {
        references.push([node, path]);
      }
    },
  });
  for (const [node, path] of references) {
    // A target may be a reference; `check/references.ts` reported endless chains.
    while (typeof node.$ref === "string") {
      const target = resolver.target(node.$ref);
      remove(node, "$ref");
      if (target === undefined) break;
      for (const [key, value] of Object.entries(recordOrEmpty(target.value))) {
        if (Object.hasOwn(node, key)) continue;
        setOwn(node, key, value);
        locations.set(toPointer(path, key), [...target.pointer, key]);
      }
    }
  }
};
