/**
 * What breaks a rule but is clear in meaning is reported as a warning and fixed, so that later stages
 * see only documents that keep the rules. Fixes wait until every check has run: a check judges what
 * the user wrote.
 */
import type { Pointer } from "../../openapi/document.js";
import type { SourceLocations } from "../read/source-locations.js";
import { valueAt } from "../../openapi/pointers.js";
import {
  type JsonObject,
  isRecord,
  remove,
  setOwn,
} from "../../openapi/records.js";

export class FixQueue {
  readonly #fixes: (() => void)[] = [];
  readonly #dropped = new Map<
    unknown[],
    { readonly pointer: Pointer; readonly indexes: Set<number> }
  >();

  /** True once something is left out that references may lead to. */
  hasLeftOut = false;

  /** @param locations takes note of what is moved */
  constructor(
    readonly root: unknown,
    readonly locations: SourceLocations,
  ) {}

  set(pointer: Pointer, value: unknown): void {
    this.#edit(pointer, (parent, name) => {
      if (Array.isArray(parent)) parent[Number(name)] = value;
      else setOwn(parent, name, value);
    });
  }

  /** Removes a member; for items of arrays there is `removeItem`. */
  remove(pointer: Pointer): void {
    this.#edit(pointer, (parent, name) => {
      if (isRecord(parent)) remove(parent, name);
    });
  }

  /** Renames a member, which keeps its place in the order. */
  rename(pointer: Pointer, name: string): void {
    this.#edit(pointer, (parent, before) => {
      if (!isRecord(parent)) return;
      for (const [key, value] of Object.entries(parent)) {
        remove(parent, key);
        setOwn(parent, key === before ? name : key, value);
      }
      this.locations.set([...pointer.slice(0, -1), name], pointer);
    });
  }

  /** Adds to the array at `pointer`, which may be missing. */
  append(pointer: Pointer, item: unknown): void {
    this.#edit(pointer, (parent, name) => {
      if (!isRecord(parent)) return;
      if (Array.isArray(parent[name])) parent[name].push(item);
      else setOwn(parent, name, [item]);
    });
  }

  /** Removes an item of the array at `pointer`. */
  removeItem(list: unknown[], pointer: Pointer, item: unknown): void {
    const dropped = this.#dropped.get(list) ?? { pointer, indexes: new Set() };
    this.#dropped.set(list, dropped);
    dropped.indexes.add(list.indexOf(item));
  }

  /** Later ones first: a value is fixed before the objects around it are renamed. */
  apply(): void {
    for (const fix of this.#fixes.splice(0).reverse()) fix();
    for (const [list, { pointer, indexes }] of this.#dropped) {
      this.locations.filterItems(
        list,
        pointer,
        (_, index) => !indexes.has(index),
      );
    }
    this.#dropped.clear();
  }

  /** Does nothing when an earlier fix removed the parent. */
  #edit(
    pointer: Pointer,
    edit: (parent: JsonObject | unknown[], name: string) => void,
  ): void {
    this.#fixes.push(() => {
      const parent = valueAt(this.root, pointer.slice(0, -1));
      if (isRecord(parent) || Array.isArray(parent)) {
        edit(parent, pointer.at(-1) ?? "");
      }
    });
  }
}
