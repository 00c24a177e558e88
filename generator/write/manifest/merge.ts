/**
 * Merges `package.json` key by key: what the owner changed, added or removed stays so; what nobody
 * touched since the last run takes the new value.
 */
import type { JsonValue, ManifestFile } from "../../sdk/output.js";
import { isObject, isTree, setOnce, type BaseNode } from "./base.js";
import { type JsonNode, memberOf } from "./json-tree.js";
import { printKeyPath } from "./key-path.js";

/** A change of the text of one object. */
export type Edit =
  | {
      readonly kind: "replace";
      readonly node: JsonNode;
      readonly value: JsonValue;
    }
  | { readonly kind: "remove"; readonly object: JsonNode; readonly key: string }
  | {
      readonly kind: "insert";
      readonly object: JsonNode;
      readonly key: string;
      readonly value: JsonValue;
      /** The keys that stand before it in our order, the nearest first. */
      readonly after: readonly string[];
      readonly depth: number;
    };

export interface ManifestMerge {
  readonly edits: readonly Edit[];
  /** Keys that both sides have changed: `engines.node stays ">=20.19" (yours); generated now: ">=22"`. */
  readonly remarks: readonly string[];
}

export const mergeManifest = (
  root: JsonNode,
  base: BaseNode | undefined,
  fields: ManifestFile["fields"],
): ManifestMerge => {
  const merger = new Merger();
  merger.object(root, isTree(base) ? base : undefined, fields, []);
  return merger;
};

/** Arrays in which the order does not count. */
const sets: ReadonlySet<string> = new Set(["files", "keywords"]);

class Merger implements ManifestMerge {
  readonly edits: Edit[] = [];
  readonly remarks: string[] = [];

  object(
    object: JsonNode,
    base: ReadonlyMap<string, BaseNode> | undefined,
    fields: ManifestFile["fields"],
    path: readonly string[],
  ): void {
    const keys = Object.keys(fields);
    keys.forEach((key, index) => {
      const steps = [...path, key];
      const value = fields[key];
      const member = memberOf(object, key);
      if (value === undefined) return;
      if (member) this.#value(member.node, base?.get(key), value, steps);
      else if (base?.has(key) !== true || setOnce.has(printKeyPath(steps))) {
        const after = keys.slice(0, index).reverse();
        const depth = path.length + 1;
        this.edits.push({ kind: "insert", object, key, value, after, depth });
      }
    });
    for (const [key, value] of base ?? []) {
      const member = memberOf(object, key);
      if (member && !Object.hasOwn(fields, key))
        this.#removed(object, member.node, key, value);
    }
  }

  /** What is on disk, what we set the last time, what we would set now. */
  #value(
    node: JsonNode,
    base: BaseNode | undefined,
    value: JsonValue,
    path: readonly string[],
  ): void {
    const name = printKeyPath(path);
    if (setOnce.has(name) || isSame(node.value, value)) return;
    if (isObject(value) && node.members) {
      this.object(node, isTree(base) ? base : undefined, value, path);
    } else if (base === undefined) {
      return;
    } else if (sets.has(name) && [base, value, node.value].every(isArray)) {
      this.#set(
        node,
        base as readonly JsonValue[],
        value as readonly JsonValue[],
      );
    } else if (isSame(node.value, base)) {
      this.edits.push({ kind: "replace", node, value });
    } else if (!isSame(value, base)) {
      this.remarks.push(
        `${name} stays ${JSON.stringify(node.value)} (yours); generated now: ${JSON.stringify(value)}`,
      );
    }
  }

  #set(
    node: JsonNode,
    base: readonly JsonValue[],
    value: readonly JsonValue[],
  ): void {
    const has = (list: readonly JsonValue[], item: JsonValue): boolean =>
      list.some((other) => isSame(other, item));
    const onDisk = node.value as readonly JsonValue[];
    const merged = [
      ...onDisk.filter((item) => !has(base, item) || has(value, item)),
      ...value.filter((item) => !has(base, item) && !has(onDisk, item)),
    ];
    if (!isSame(merged, node.value))
      this.edits.push({ kind: "replace", node, value: merged });
  }

  /** A key that we no longer set: it goes where nobody changed it. */
  #removed(
    object: JsonNode,
    node: JsonNode,
    key: string,
    base: BaseNode,
  ): void {
    if (isSame(node.value, base)) {
      this.edits.push({ kind: "remove", object, key });
    } else if (isTree(base)) {
      for (const [inner, value] of base) {
        const member = memberOf(node, inner);
        if (member) this.#removed(node, member.node, inner, value);
      }
    }
  }
}

const isArray = (value: unknown): boolean => Array.isArray(value);

/** The same JSON, whatever the order of keys. */
const isSame = (value: JsonValue, base: BaseNode): boolean => {
  if (isTree(base))
    return (
      isObject(value) &&
      Object.keys(value).length === base.size &&
      Object.entries(value).every(([key, item]) => {
        const other = base.get(key);
        return other !== undefined && isSame(item, other);
      })
    );
  if (isObject(value))
    return isObject(base) && isSame(value, new Map(Object.entries(base)));
  if (Array.isArray(value))
    return (
      Array.isArray(base) &&
      value.length === base.length &&
      value.every((item: JsonValue, index) =>
        isSame(item, (base as readonly JsonValue[])[index] ?? null),
      )
    );
  return value === base;
};
