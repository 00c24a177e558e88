/**
 * What breaks a rule but is clear in meaning is reported as a warning and fixed, so that later stages
 * see only documents that keep the rules. Fixes wait until every check has run: a check judges what
 * the user wrote.
 */
import type { Pointer } from "../../openapi/document.js";
import type { SourceMap } from "../read/source-map.js";
import { valueAt } from "../../openapi/pointers.js";
import { isRecord, remove, setOwn } from "../../openapi/records.js";

export class Fixes {
  readonly #waiting: (() => void)[] = [];
  readonly #dropped = new Map<
    unknown[],
    { readonly pointer: Pointer; readonly items: Set<unknown> }
  >();

  /** @param sourceMap takes note of what is moved */
  constructor(
    readonly root: unknown,
    readonly sourceMap: SourceMap,
  ) {}

  set(pointer: Pointer, value: unknown): void {
    this.#waiting.push(() => {
      const name = pointer.at(-1) ?? "";
      const parent = valueAt(this.root, pointer.slice(0, -1));
      if (Array.isArray(parent)) parent[Number(name)] = value;
      else if (isRecord(parent)) setOwn(parent, name, value);
    });
  }

  /** Removes a member; for items of arrays there is `removeItem`. */
  remove(pointer: Pointer): void {
    this.#waiting.push(() => {
      const parent = valueAt(this.root, pointer.slice(0, -1));
      if (isRecord(parent)) remove(parent, pointer.at(-1) ?? "");
    });
  }

  /** Renames a member, which keeps its place in the order. */
  rename(pointer: Pointer, name: string): void {
    this.#waiting.push(() => {
      const parent = valueAt(this.root, pointer.slice(0, -1));
      if (!isRecord(parent)) return;
      const entries = Object.entries(parent);
      for (const [key] of entries) remove(parent, key);
      for (const [key, value] of entries) {
        setOwn(parent, key === pointer.at(-1) ? name : key, value);
      }
      this.sourceMap.set([...pointer.slice(0, -1), name], pointer);
    });
  }

  /** Adds to the array at `pointer`, which may be missing. */
  append(pointer: Pointer, item: unknown): void {
    this.#waiting.push(() => {
      const parent = valueAt(this.root, pointer.slice(0, -1));
      const name = pointer.at(-1) ?? "";
      if (!isRecord(parent)) return;
      if (Array.isArray(parent[name])) parent[name].push(item);
      else setOwn(parent, name, [item]);
    });
  }

  /** Removes an item of the array at `pointer`. */
  removeItem(list: unknown[], pointer: Pointer, item: unknown): void {
    const dropped = this.#dropped.get(list);
    if (dropped) dropped.items.add(item);
    else this.#dropped.set(list, { pointer, items: new Set([item]) });
  }

  /** Later ones first: a value is fixed before the objects around it are renamed. */
  apply(): void {
    for (const fix of this.#waiting.splice(0).reverse()) fix();
    for (const [list, { pointer, items }] of this.#dropped) {
      const before = list.splice(0);
      before.forEach((item, index) => {
        if (items.has(item)) return;
        this.sourceMap.set(
          [...pointer, `${list.length}`],
          [...pointer, `${index}`],
        );
        list.push(item);
      });
    }
    this.#dropped.clear();
  }
}
