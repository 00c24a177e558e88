/**
 * The base of `package.json`, what `generate` set the last time: one line a key in the lock, an object
 * of JSON here.
 */
import type { JsonValue, ManifestFile } from "../../sdk/output.js";
import { keyPath, printKeyPath } from "./key-path.js";

/** An object, or a value that is taken whole. */
export type BaseNode = ReadonlyMap<string, BaseNode> | JsonValue;

export const isObject = (
  value: JsonValue | undefined,
): value is ManifestFile["fields"] =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isTree = (
  node: BaseNode | undefined,
): node is ReadonlyMap<string, BaseNode> => node instanceof Map;

/** @returns the value of each key as JSON, by its path; without those that are only set when absent */
export const flatten = (
  fields: ManifestFile["fields"],
  path: readonly string[] = [],
): Map<string, string> => {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(fields)) {
    const steps = [...path, key];
    if (setOnce.has(printKeyPath(steps))) continue;
    const deeper =
      isObject(value) && Object.keys(value).length > 0
        ? flatten(value, steps)
        : new Map([[printKeyPath(steps), JSON.stringify(value)]]);
    for (const [flatKey, json] of deeper) flat.set(flatKey, json);
  }
  return flat;
};

/** The version is the owner's from the first run on. */
export const setOnce: ReadonlySet<string> = new Set(["version"]);

/** What is no key or no value is left out: the file may have been edited. */
export const unflatten = (
  flat: ReadonlyMap<string, string>,
): ReadonlyMap<string, BaseNode> => {
  const root = new Map<string, BaseNode>();
  for (const [text, json] of flat) {
    const path = keyPath(text) ?? [];
    const last = path.at(-1);
    if (last === undefined) continue;
    let node = root;
    for (const key of path.slice(0, -1)) {
      const next = node.get(key);
      const child = isTree(next) ? (next as typeof root) : new Map();
      node.set(key, child);
      node = child as typeof root;
    }
    const value = JSON.parse(json) as JsonValue;
    node.set(last, isObject(value) ? new Map() : value);
  }
  return root;
};

/** A value on disk as a base: for a file that is known to be as we wrote it. */
export const toBase = (value: JsonValue): BaseNode =>
  isObject(value)
    ? new Map(Object.entries(value).map(([key, item]) => [key, toBase(item)]))
    : value;

/** What is on disk of the keys that we set: as a base, it lets each of them take the new value. */
export const intersection = (value: JsonValue, fields: JsonValue): BaseNode =>
  isObject(value) && isObject(fields)
    ? new Map(
        Object.entries(value).flatMap(([key, item]) => {
          const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
          return field === undefined
            ? []
            : [[key, intersection(item, field)] as const];
        }),
      )
    : toBase(value);
