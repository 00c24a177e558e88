/**
 * Places inside of schemas: `.owner`, `.tags[]`, `.scores{}`.
 */
import type { Document, Pointer } from "../openapi/document.js";
import { valueAt } from "../openapi/pointers.js";
import { isRecord } from "../openapi/records.js";

export interface SchemaPlace {
  /** Of a schema, or of a reference to one. */
  readonly pointer: Pointer;
  /** What is left of the place. */
  readonly rest: string;
  readonly document: Document;
}

/** The pointer of the place, or of the innermost schema around it. */
export const placeInSchema = (place: SchemaPlace): Pointer =>
  search(place, new Set()) ?? place.pointer;

/** Undefined where the schema has nothing of the rest. */
const search = (
  { pointer, rest, document }: SchemaPlace,
  seen: Set<string>,
): Pointer | undefined => {
  if (rest === "") return pointer;
  const value = valueAt(document.root, pointer);
  if (!isRecord(value)) return undefined;
  const { node, pointer: at } = document.resolve<object>(value, pointer);
  // A schema may contain itself.
  const key = JSON.stringify([at, rest]);
  if (seen.has(key) || !isRecord(node)) return undefined;
  seen.add(key);
  const into = (below: Pointer, left: string): Pointer | undefined =>
    search({ pointer: [...at, ...below], rest: left, document }, seen);
  if (rest.startsWith("[]") && isRecord(node["items"]))
    return into(["items"], rest.slice(2)) ?? [...at, "items"];
  if (rest.startsWith("{}") && isRecord(node["additionalProperties"]))
    return (
      into(["additionalProperties"], rest.slice(2)) ?? [
        ...at,
        "additionalProperties",
      ]
    );
  const path = rest.replace(/^\./, "");
  const properties = isRecord(node["properties"]) ? node["properties"] : {};
  const name = nameIn(path, Object.keys(properties));
  if (name !== undefined) {
    const below = ["properties", name];
    return into(below, path.slice(name.length)) ?? [...at, ...below];
  }
  for (const keyword of ["allOf", "oneOf", "anyOf"]) {
    const members = node[keyword];
    if (!Array.isArray(members)) continue;
    for (const index of members.keys()) {
      const found = into([keyword, String(index)], rest);
      if (found) return found;
    }
  }
  return undefined;
};

/** The longest of these names that a place begins with: names may have dots in them. */
export const nameIn = (
  place: string,
  names: readonly string[],
): string | undefined =>
  names
    .filter(
      (name) =>
        place.startsWith(name) && /^(?:$|[.[{])/.test(place.slice(name.length)),
    )
    .sort((a, b) => b.length - a.length)[0];
