/**
 * Where the parts of the finished document were written: bundling and converting move things, and
 * messages must point at the user's file.
 */
import type { Pointer, Position } from "../../openapi/document.js";
import type { SourceText } from "./source.js";

/** A file, or the document as it was before the last step. */
export type Locator = SourceText | SourceMap;

interface Origin {
  readonly from: Locator;
  readonly pointer: Pointer;
}

interface Branch {
  origin?: Origin;
  readonly children: Map<string, Branch>;
}

export class SourceMap {
  readonly #top: Branch = { children: new Map() };

  /** @param base where everything stands at the same pointer, until `set` says otherwise */
  constructor(readonly base: Locator) {}

  /** What stands at `pointer` stood at `was`, in `from` when not in `base`. */
  set(pointer: Pointer, was: Pointer, from: Locator = this.base): void {
    let branch = this.#top;
    for (const token of pointer) {
      let next = branch.children.get(token);
      if (next === undefined) {
        next = { children: new Map() };
        branch.children.set(token, next);
      }
      branch = next;
    }
    branch.origin = { from, pointer: was };
  }

  readonly locate = (pointer: Pointer): Position => {
    const { from, pointer: was } = this.#find(pointer);
    return from.locate(was);
  };

  readonly spelling = (pointer: Pointer): string | undefined => {
    const { from, pointer: was } = this.#find(pointer);
    return from.spelling(was);
  };

  /** The deepest part that was moved decides. */
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
