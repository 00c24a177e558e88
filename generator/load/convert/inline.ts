/**
 * Writes out the references that later stages do not follow: those to media types (OpenAPI 3.2), and
 * those of path items that have more beside `$ref`. What stands beside a reference wins.
 */
import { openapiRoot } from "../../openapi/grammar.js";
import type { SourceMap } from "../read/source-map.js";
import { type Path, toPointer } from "../../openapi/pointers.js";
import {
  type JsonObject,
  isRecord,
  remove,
  setOwn,
} from "../../openapi/records.js";
import { Resolver } from "../bundle/resolver.js";
import { walk } from "../../openapi/walk.js";

/** @param sourceMap takes note of what is copied */
export const inline = (root: JsonObject, sourceMap: SourceMap): void => {
  const resolver = new Resolver(root);
  const found: (readonly [JsonObject, Path | undefined])[] = [];
  walk(root, openapiRoot, undefined, {
    object: (node, kind, path) => {
      if (typeof node.$ref !== "string") return;
      const isAlone = Object.keys(node).length === 1;
      if (kind === "mediaType" || (kind === "pathItem" && !isAlone)) {
        found.push([node, path]);
      }
    },
  });
  for (const [node, path] of found) {
    // One may lead to another; the check of references ends every chain.
    while (typeof node.$ref === "string") {
      const target = resolver.target(node.$ref);
      remove(node, "$ref");
      if (target === undefined || !isRecord(target.value)) break;
      for (const [key, value] of Object.entries(target.value)) {
        if (Object.hasOwn(node, key)) continue;
        setOwn(node, key, value);
        sourceMap.set([...toPointer(path), key], [...target.pointer, key]);
      }
    }
  }
};
