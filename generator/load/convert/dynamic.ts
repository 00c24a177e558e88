/**
 * `$dynamicRef` becomes `$ref`, so that later stages know one kind of reference.
 *
 * A schema with `$dynamicAnchor` is like the type parameter of a generic type: a reference to the
 * schema around it may fill it. Such a reference gets a copy with the parameter filled; everywhere
 * else the `$dynamicRef` leads to the anchor itself.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer } from "../../openapi/document.js";
import { effectOf } from "../check/leave-out.js";
import { openapiRoot } from "../../openapi/grammar.js";
import { child, printReference, toPointer } from "../../openapi/pointers.js";
import {
  arrayOrEmpty,
  isRecord,
  type JsonObject,
  recordOrEmpty,
  remove,
  setOwn,
} from "../../openapi/records.js";
import { Resolver } from "../bundle/resolver.js";
import { walk } from "../../openapi/walk.js";

interface LocatedSchema {
  readonly schema: JsonObject;
  readonly pointer: Pointer;
}

/**
 * A reference that leads nowhere is reported, and allows any value.
 * @param schemas every schema of the document; most documents have nothing to do here
 */
export const resolveDynamic = (
  root: JsonObject,
  schemas: readonly JsonObject[],
  diagnostics: Diagnostics,
): void => {
  if (!schemas.some(({ $dynamicRef }) => $dynamicRef !== undefined)) return;
  const resolver = new Resolver(root);
  const located: LocatedSchema[] = [];
  walk(root, openapiRoot, undefined, {
    object: (schema, kind, path) => {
      if (kind === "schema") located.push({ schema, pointer: toPointer(path) });
    },
  });
  for (const { schema, pointer } of located) {
    if (typeof schema.$ref !== "string") continue;
    const filled = fillingsOf(schema, pointer);
    const base =
      filled.size > 0 ? resolver.target(schema.$ref)?.value : undefined;
    if (isRecord(base) && base !== schema) fill(schema, base, filled);
  }
  for (const { schema, pointer } of located) {
    const { $dynamicRef: ref } = schema;
    if (typeof ref !== "string") continue;
    remove(schema, "$dynamicRef");
    const anchor = nearestAnchor(ref, pointer, located);
    if (anchor !== undefined) schema.$ref = anchor;
    else if (resolver.target(ref)?.value !== undefined) schema.$ref = ref;
    else {
      const hint = "Add a schema with that $dynamicAnchor.";
      const place = [...pointer, "$dynamicRef"];
      const details = { ref, hint, effect: effectOf("schema") };
      diagnostics.report("ref-not-found", details, place);
    }
  }
};

/** What a schema fills parameters of others with, by `#name`. */
const fillingsOf = (
  schema: JsonObject,
  pointer: Pointer,
): ReadonlyMap<string, string> => {
  const candidates: (readonly [unknown, Pointer])[] = [
    ...Object.entries(recordOrEmpty(schema.$defs)).map(
      ([name, definition]) =>
        [definition, [...pointer, "$defs", name]] as const,
    ),
    [schema, pointer],
  ];
  return new Map(
    candidates.flatMap(([candidate, location]) => {
      const anchor = child(candidate, "$dynamicAnchor");
      return typeof anchor === "string"
        ? [[`#${anchor}`, printReference(location)]]
        : [];
    }),
  );
};

/** What identifies the base, and must not identify its copy. */
const identifiers = ["$id", "$anchor", "$dynamicAnchor", "$defs"];

const fill = (
  schema: JsonObject,
  base: JsonObject,
  fillings: ReadonlyMap<string, string>,
): void => {
  const copy = structuredClone(base);
  let parameters = 0;
  walk(copy, { form: "object", kind: "schema" }, undefined, {
    object: (node) => {
      const reference = fillings.get(String(node.$dynamicRef));
      if (reference === undefined) return;
      parameters++;
      remove(node, "$dynamicRef");
      node.$ref = reference;
    },
  });
  if (parameters === 0) return;
  for (const name of identifiers) remove(copy, name);
  remove(schema, "$ref");
  if (Object.keys(copy).some((key) => Object.hasOwn(schema, key))) {
    schema.allOf = [copy, ...arrayOrEmpty(schema.allOf)];
  } else {
    for (const [key, value] of Object.entries(copy)) setOwn(schema, key, value);
  }
};

/** The schema with the anchor whose pointer shares the longest prefix with the reference. */
const nearestAnchor = (
  ref: string,
  pointer: Pointer,
  located: readonly LocatedSchema[],
): string | undefined => {
  const sharedWith = (anchor: Pointer): number => {
    const end = anchor.findIndex((token, index) => token !== pointer[index]);
    return end === -1 ? anchor.length : end;
  };
  const [nearest] = located
    .filter(({ schema }) => `#${String(schema.$dynamicAnchor)}` === ref)
    .sort((a, b) => sharedWith(b.pointer) - sharedWith(a.pointer));
  return nearest && printReference(nearest.pointer);
};
