/**
 * `$dynamicRef` becomes `$ref`, so that later stages know one kind of reference.
 *
 * A schema with `$dynamicAnchor` is a hole that whoever refers to the schema around it may fill: a
 * generic type and its parameter. Where someone does, he gets a copy with the hole filled; everywhere
 * else the reference leads to the anchor itself.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer } from "../../openapi/document.js";
import { openapiRoot } from "../../openapi/grammar.js";
import { printReference, toPointer } from "../../openapi/pointers.js";
import {
  type JsonObject,
  isRecord,
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
 * False when one leads nowhere, which is reported.
 * @param schemas every schema of the document; most documents have nothing to do here
 */
export const resolveDynamic = (
  root: JsonObject,
  schemas: readonly JsonObject[],
  diagnostics: Diagnostics,
): boolean => {
  if (!schemas.some(({ $dynamicRef }) => $dynamicRef !== undefined))
    return true;
  const resolver = new Resolver(root);
  const placed: LocatedSchema[] = [];
  walk(root, openapiRoot, undefined, {
    object: (schema, kind, path) => {
      if (kind === "schema") placed.push({ schema, pointer: toPointer(path) });
    },
  });
  for (const { schema, pointer } of placed) {
    if (typeof schema.$ref !== "string") continue;
    const filled = fillingsOf(schema, pointer);
    const base =
      filled.size > 0 ? resolver.target(schema.$ref)?.value : undefined;
    if (isRecord(base) && base !== schema) fill(schema, base, filled);
  }
  let isSound = true;
  for (const { schema, pointer } of placed) {
    const { $dynamicRef: ref } = schema;
    if (typeof ref !== "string") continue;
    remove(schema, "$dynamicRef");
    const anchor = nearestAnchor(ref, pointer, placed);
    if (anchor !== undefined) schema.$ref = anchor;
    else if (resolver.target(ref)?.value !== undefined) schema.$ref = ref;
    else {
      isSound = false;
      const hint = "Add a schema with that $dynamicAnchor.";
      diagnostics.report("ref-not-found", { ref, hint }, [
        ...pointer,
        "$dynamicRef",
      ]);
    }
  }
  return isSound;
};

/** What a schema puts into holes, by `#name`. */
const fillingsOf = (
  schema: JsonObject,
  pointer: Pointer,
): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const add = (of: unknown, at: Pointer): void => {
    if (isRecord(of) && typeof of.$dynamicAnchor === "string") {
      found.set(`#${of.$dynamicAnchor}`, printReference(at));
    }
  };
  for (const [name, part] of Object.entries(
    isRecord(schema.$defs) ? schema.$defs : {},
  )) {
    add(part, [...pointer, "$defs", name]);
  }
  add(schema, pointer);
  return found;
};

/** Names and holes of the base itself, which its copy is not. */
const own = ["$id", "$anchor", "$dynamicAnchor", "$defs"];

const fill = (
  schema: JsonObject,
  base: JsonObject,
  fillings: ReadonlyMap<string, string>,
): void => {
  const copy = structuredClone(base);
  let holes = 0;
  walk(copy, { form: "object", kind: "schema" }, undefined, {
    object: (part) => {
      const reference = fillings.get(String(part.$dynamicRef));
      if (reference === undefined) return;
      holes++;
      remove(part, "$dynamicRef");
      part.$ref = reference;
    },
  });
  if (holes === 0) return;
  for (const name of own) remove(copy, name);
  remove(schema, "$ref");
  const clash = Object.keys(copy).some((key) => Object.hasOwn(schema, key));
  if (!clash) {
    for (const [key, value] of Object.entries(copy)) setOwn(schema, key, value);
  } else {
    const others: unknown = schema.allOf;
    schema.allOf = [
      copy,
      ...(Array.isArray(others) ? (others as unknown[]) : []),
    ];
  }
};

/** Of several schemas with the anchor the one that shares most of the way with the reference. */
const nearestAnchor = (
  ref: string,
  pointer: Pointer,
  placed: readonly LocatedSchema[],
): string | undefined => {
  let best: { readonly shared: number; readonly at: Pointer } | undefined;
  for (const { schema, pointer: at } of placed) {
    if (`#${String(schema.$dynamicAnchor)}` !== ref) continue;
    const end = at.findIndex((token, index) => token !== pointer[index]);
    const shared = end === -1 ? at.length : end;
    if (best === undefined || shared > best.shared) best = { shared, at };
  }
  return best && printReference(best.at);
};
