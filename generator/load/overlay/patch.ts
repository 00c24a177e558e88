/**
 * One action of an overlay, applied to a tree, with a note of where each part that it brings was
 * written.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer } from "../../openapi/document.js";
import type { Locator, SourceLocations } from "../read/source-locations.js";
import { valueAt } from "../../openapi/pointers.js";
import {
  type JsonObject,
  isRecord,
  remove,
  setOwn,
  typeName,
} from "../../openapi/records.js";
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

/** A value to insert, and where it was written. */
interface PatchValue {
  readonly value: unknown;
  readonly from: Locator;
  readonly pointer: Pointer;
}

export class Patch {
  #failed = false;

  /**
   * @param root holds the tree, which may be replaced as a whole
   * @param locations of the tree after this action
   */
  constructor(
    readonly root: { value: unknown },
    readonly locations: SourceLocations,
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
    const patch = this.#patchValue(action);
    if (patch === undefined) return false;
    for (const pointer of targets) {
      const there = valueAt(this.root.value, pointer);
      // An item is appended to an array; arrays are concatenated.
      if (Array.isArray(there) && !Array.isArray(patch.value)) {
        this.#append(there, patch, pointer);
      } else this.#put(pointer, this.#merge(there, patch, pointer, action));
    }
    return !this.#failed;
  }

  #patchValue(
    action: Exclude<Action, { kind: "remove" }>,
  ): PatchValue | undefined {
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
    // A value that is copied into itself must not grow meanwhile.
    const value = structuredClone(valueAt(this.root.value, pointer));
    return { value, from: this.locations.base, pointer };
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
          this.locations.set(inner, next.pointer, from);
          setOwn(there, key, structuredClone(next.value));
        }
      }
      return there;
    }
    if (Array.isArray(there) && Array.isArray(value)) {
      (value as unknown[]).forEach((item, index) => {
        const place = [...pointer, `${index}`];
        this.#append(there, { value: item, from, pointer: place }, at);
      });
      return there;
    }
    if (!isContainer(there) && !isContainer(value)) {
      this.locations.set(at, pointer, from);
      return value;
    }
    // An update may repeat the outline of the document: `components:` without a value.
    if (value === null) return there;
    this.#failed = true;
    const field = at.at(-1) ?? "the document";
    const details = { field, there: typeName(there), found: typeName(value) };
    const place = action.kind === "copy" ? [...action.at, "copy"] : pointer;
    this.#report("overlay-mismatch", details, place);
    return there;
  }

  #append(list: unknown[], patch: PatchValue, at: Pointer): void {
    const { value, from, pointer } = patch;
    this.locations.set([...at, `${list.length}`], pointer, from);
    list.push(structuredClone(value));
  }

  #put(pointer: Pointer, value: unknown): void {
    const parent = valueAt(this.root.value, pointer.slice(0, -1));
    const name = pointer.at(-1);
    if (name === undefined) this.root.value = value;
    else if (Array.isArray(parent)) parent[Number(name)] = value;
    else if (isRecord(parent)) setOwn(parent, name, value);
  }

  /** The remaining items of an array move up, with their source locations. */
  #remove(targets: readonly Pointer[]): void {
    const lists = new Map<unknown[], { at: Pointer; gone: Set<string> }>();
    const members: (readonly [JsonObject, string])[] = [];
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
      this.locations.filterItems(list, at, (_, index) => !gone.has(`${index}`));
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
