/**
 * One action of an overlay, applied to a tree, with a note of where each part that it brings was
 * written.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer } from "../../openapi/document.js";
import type { Locator, SourceMap } from "../read/source-map.js";
import { valueAt } from "../../openapi/pointers.js";
import { isRecord, remove, setOwn, typeName } from "../../openapi/records.js";
import type { SourceText } from "../read/source.js";
import type { Select } from "./select.js";

interface ActionTarget {
  /** JSONPath of what is changed. */
  readonly target: string;
  /** Where the action stands in the overlay. */
  readonly at: Pointer;
}

export type Action =
  | (ActionTarget & { readonly kind: "update"; readonly update: unknown })
  | (ActionTarget & { readonly kind: "copy"; readonly copy: string })
  | (ActionTarget & { readonly kind: "remove" });

interface PatchContext {
  readonly overlay: SourceText;
  readonly diagnostics: Diagnostics;
  readonly select: Select;
}

/** Something to put in, and where it was written. */
interface PatchValue {
  readonly value: unknown;
  readonly from: Locator;
  readonly pointer: Pointer;
}

export class Patch {
  #failed = false;

  /**
   * @param root holds the tree, which may be replaced as a whole
   * @param sourceMap of the tree after this action
   */
  constructor(
    readonly root: { value: unknown },
    readonly sourceMap: SourceMap,
    readonly around: PatchContext,
  ) {}

  /** False when something was reported that leaves the action undone. */
  apply(action: Action): boolean {
    const { target, at } = action;
    const targets = this.#select(target, [...at, "target"]);
    if (targets === undefined) return false;
    if (targets.length === 0) {
      this.#report("overlay-unmatched", { target }, [...at, "target"]);
      return true;
    }
    if (action.kind === "remove") {
      this.#remove(targets);
      return true;
    }
    const patch = this.#piece(action);
    if (patch === undefined) return false;
    for (const pointer of targets) {
      const there = valueAt(this.root.value, pointer);
      // A single entry joins a list; a list is joined to it.
      const isEntry = Array.isArray(there) && !Array.isArray(patch.value);
      const merged = isEntry
        ? this.#append(there, [patch], pointer)
        : this.#merge(there, patch, pointer, action);
      this.#put(pointer, merged);
    }
    return !this.#failed;
  }

  #piece(action: Exclude<Action, { kind: "remove" }>): PatchValue | undefined {
    const { at } = action;
    if (action.kind === "update") {
      const { overlay: from } = this.around;
      return { value: action.update, from, pointer: [...at, "update"] };
    }
    const sources = this.#select(action.copy, [...at, "copy"]);
    if (sources === undefined) return undefined;
    const [pointer, second] = sources;
    if (pointer === undefined || second !== undefined) {
      const details = { copy: action.copy, found: sources.length };
      this.#report("overlay-copy", details, [...at, "copy"]);
      return undefined;
    }
    // What is copied into itself must not grow while it is copied.
    const value = structuredClone(valueAt(this.root.value, pointer));
    return { value, from: this.sourceMap.base, pointer };
  }

  #merge(
    there: unknown,
    patch: PatchValue,
    at: Pointer,
    action: Action,
  ): unknown {
    const { value, from, pointer } = patch;
    if (isRecord(there) && isRecord(value)) {
      for (const key of Object.keys(value)) {
        const inner = [...at, key];
        const next = { value: value[key], from, pointer: [...pointer, key] };
        if (Object.hasOwn(there, key)) {
          setOwn(there, key, this.#merge(there[key], next, inner, action));
        } else {
          this.sourceMap.set(inner, next.pointer, from);
          setOwn(there, key, structuredClone(next.value));
        }
      }
      return there;
    }
    if (Array.isArray(there) && Array.isArray(value)) {
      const items = (value as unknown[]).map((item, index) => ({
        value: item,
        from,
        pointer: [...pointer, `${index}`],
      }));
      return this.#append(there, items, at);
    }
    const isPlain = !isContainer(there) && !isContainer(value);
    if (isPlain) {
      this.sourceMap.set(at, pointer, from);
      return value;
    }
    // `components:` with nothing after it: an update that follows the document's outline.
    if (value === null) return there;
    this.#failed = true;
    this.#report(
      "overlay-mismatch",
      {
        field: at.at(-1) ?? "the document",
        there: typeName(there),
        found: typeName(value),
      },
      action.kind === "copy" ? [...action.at, "copy"] : pointer,
    );
    return there;
  }

  #append(
    list: unknown[],
    patches: readonly PatchValue[],
    at: Pointer,
  ): unknown {
    for (const { value, from, pointer } of patches) {
      this.sourceMap.set([...at, `${list.length}`], pointer, from);
      list.push(structuredClone(value));
    }
    return list;
  }

  #put(pointer: Pointer, value: unknown): void {
    const parent = valueAt(this.root.value, pointer.slice(0, -1));
    const name = pointer.at(-1);
    if (name === undefined) this.root.value = value;
    else if (Array.isArray(parent)) parent[Number(name)] = value;
    else if (isRecord(parent)) setOwn(parent, name, value);
  }

  /** The items that stay move up, and so do the places they were written at. */
  #remove(targets: readonly Pointer[]): void {
    const lists = new Map<unknown[], { at: Pointer; gone: Set<string> }>();
    const members: (readonly [Record<string, unknown>, string])[] = [];
    for (const pointer of targets) {
      const at = pointer.slice(0, -1);
      const parent = valueAt(this.root.value, at);
      const name = pointer.at(-1);
      if (name === undefined) this.root.value = null;
      else if (Array.isArray(parent)) {
        const list = lists.get(parent) ?? { at, gone: new Set() };
        list.gone.add(name);
        lists.set(parent, list);
      } else if (isRecord(parent)) members.push([parent, name]);
    }
    for (const [parent, name] of members) remove(parent, name);
    // Outer lists last: the pointers of inner ones are those before the action.
    const deepestFirst = [...lists].sort(
      ([, a], [, b]) => b.at.length - a.at.length,
    );
    for (const [list, { at, gone }] of deepestFirst) {
      list.splice(0).forEach((item, index) => {
        if (gone.has(`${index}`)) return;
        this.sourceMap.set([...at, `${list.length}`], [...at, `${index}`]);
        list.push(item);
      });
    }
  }

  #select(path: string, at: Pointer): readonly Pointer[] | undefined {
    const selected = this.around.select(path, this.root.value);
    if (selected.kind === "found") return selected.pointers;
    const { reason } = selected;
    this.#report("overlay-path", { path, reason }, at);
    return undefined;
  }

  #report(
    code:
      | "overlay-path"
      | "overlay-unmatched"
      | "overlay-copy"
      | "overlay-mismatch",
    details: Readonly<Record<string, string | number>>,
    at: Pointer,
  ): void {
    const { overlay, diagnostics } = this.around;
    diagnostics.report(code, details, overlay.locate(at));
  }
}

const isContainer = (value: unknown): boolean =>
  typeof value === "object" && value !== null;
