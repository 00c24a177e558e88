/**
 * What is sloppy but plain in meaning is reported as a warning and put right, so that later stages see
 * only documents that keep the rules. Repairs wait until every check has run: a check must judge
 * what the user wrote.
 */
import type { Pointer } from "../../openapi/document.js";
import type { Origins } from "../read/origins.js";
import { valueAt } from "../../openapi/pointers.js";
import { isRecord, remove, setOwn } from "../../openapi/records.js";

export class Repairs {
  readonly #waiting: (() => void)[] = [];
  readonly #dropped = new Map<
    unknown[],
    { readonly pointer: Pointer; readonly items: Set<unknown> }
  >();

  /** @param origins is told what gets another place */
  constructor(
    readonly root: unknown,
    readonly origins: Origins,
  ) {}

  set(pointer: Pointer, value: unknown): void {
    this.#waiting.push(() => {
      const name = pointer.at(-1) ?? "";
      const parent = valueAt(this.root, pointer.slice(0, -1));
      if (Array.isArray(parent)) parent[Number(name)] = value;
      else if (isRecord(parent)) setOwn(parent, name, value);
    });
  }

  /** A member; for items of lists there is `drop`. */
  remove(pointer: Pointer): void {
    this.#waiting.push(() => {
      const parent = valueAt(this.root, pointer.slice(0, -1));
      if (isRecord(parent)) remove(parent, pointer.at(-1) ?? "");
    });
  }

  /** A member gets another name in the same place. */
  rename(pointer: Pointer, name: string): void {
    this.#waiting.push(() => {
      const parent = valueAt(this.root, pointer.slice(0, -1));
      if (!isRecord(parent)) return;
      const entries = Object.entries(parent);
      for (const [key] of entries) remove(parent, key);
      for (const [key, value] of entries) {
        setOwn(parent, key === pointer.at(-1) ? name : key, value);
      }
      this.origins.set([...pointer.slice(0, -1), name], pointer);
    });
  }

  /** Adds to the list at `pointer`, which may be missing. */
  append(pointer: Pointer, item: unknown): void {
    this.#waiting.push(() => {
      const parent = valueAt(this.root, pointer.slice(0, -1));
      const name = pointer.at(-1) ?? "";
      if (!isRecord(parent)) return;
      if (Array.isArray(parent[name])) parent[name].push(item);
      else setOwn(parent, name, [item]);
    });
  }

  /** Takes an item out of the list at `pointer`. */
  drop(list: unknown[], pointer: Pointer, item: unknown): void {
    const dropped = this.#dropped.get(list);
    if (dropped) dropped.items.add(item);
    else this.#dropped.set(list, { pointer, items: new Set([item]) });
  }

  /** Later ones first: a part is repaired before the parts around it get other names. */
  apply(): void {
    for (const repair of this.#waiting.splice(0).reverse()) repair();
    for (const [list, { pointer, items }] of this.#dropped) {
      const before = list.splice(0);
      before.forEach((item, index) => {
        if (items.has(item)) return;
        this.origins.set(
          [...pointer, `${list.length}`],
          [...pointer, `${index}`],
        );
        list.push(item);
      });
    }
    this.#dropped.clear();
  }
}
