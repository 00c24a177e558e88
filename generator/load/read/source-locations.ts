/**
 * Where the values of the finished document were written: bundling and converting move them, and
 * messages must point at the user's file.
 */
import type { Pointer, Position } from "../../openapi/document.js";
import type { SourceText } from "./source.js";

/** A file, or the document as it was before the last step. */
export type Locator = SourceText | SourceLocations;

/** A tree, and where its parts were written. */
export interface Located {
  readonly value: unknown;
  readonly locator: Locator;
}

interface Origin {
  readonly from: Locator;
  readonly pointer: Pointer;
}

interface Branch {
  origin?: Origin;
  readonly children: Map<string, Branch>;
}

export class SourceLocations {
  readonly #top: Branch = { children: new Map() };

  /** @param base where every value is at the same pointer, unless `set` was called for it */
  constructor(readonly base: Locator) {}

  /** Notes that the value at `pointer` was written at `origin` in `from`. */
  set(pointer: Pointer, origin: Pointer, from: Locator = this.base): void {
    let branch = this.#top;
    for (const token of pointer) {
      const next = branch.children.get(token) ?? { children: new Map() };
      branch.children.set(token, next);
      branch = next;
    }
    branch.origin = { from, pointer: origin };
  }

  /** Removes items of the array at `pointer`, in place; the remaining ones move up. */
  filterItems(
    list: unknown[],
    pointer: Pointer,
    isKept: (item: unknown, index: number) => boolean,
  ): void {
    list.splice(0).forEach((item, index) => {
      if (!isKept(item, index)) return;
      this.set([...pointer, `${list.length}`], [...pointer, `${index}`]);
      list.push(item);
    });
  }

  readonly locate = (pointer: Pointer): Position => {
    const origin = this.#find(pointer);
    return origin.from.locate(origin.pointer);
  };

  readonly spelling = (pointer: Pointer): string | undefined => {
    const origin = this.#find(pointer);
    return origin.from.spelling(origin.pointer);
  };

  /** The deepest value on the way that was moved decides. */
  #find(pointer: Pointer): Origin {
    let origin = this.#top.origin ?? { from: this.base, pointer: [] };
    let depth = 0;
    let branch: Branch | undefined = this.#top;
    for (const [index, token] of pointer.entries()) {
      branch = branch.children.get(token);
      if (branch === undefined) break;
      if (branch.origin === undefined) continue;
      origin = branch.origin;
      depth = index + 1;
    }
    return {
      from: origin.from,
      pointer: [...origin.pointer, ...pointer.slice(depth)],
    };
  }
}
