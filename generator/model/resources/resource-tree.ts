/**
 * The paths of a document as a tree of static segments, for telling resources from actions.
 */
import type { OperationEntry } from "./entries.js";
import { isStatic, type Segment } from "./paths.js";

export interface Shape {
  readonly entry: OperationEntry;
  /** The resource at the top, as spelled. */
  readonly root: string;
  /** A person chose the whole group. */
  readonly fixedGroup?: readonly string[];
  /** What follows the root in the path; undefined when the tag is not in the path. */
  readonly rest?: readonly Segment[];
  readonly segments: readonly Segment[];
}

/** The static segments below a root, and what hangs on them. */
export class ResourceTree {
  /** Operations through a segment, by the path that leads to it: an action in two places is one. */
  readonly #operations = new Map<string, Map<string, Set<string>>>();
  readonly #withItems = new Set<string>();
  readonly #methods = new Map<string, Set<string>>();
  readonly #collections = new Map<string, Set<string>>();

  constructor(shapes: readonly Shape[]) {
    for (const { entry } of shapes) {
      const path = collectionPath(entry.path);
      const methods = this.#methods.get(path) ?? new Set();
      this.#methods.set(path, methods.add(entry.method));
    }
    for (const shape of shapes) {
      const bases = this.#collections.get(shape.root) ?? new Set();
      bases.add(baseOf(shape.segments));
      this.#collections.set(shape.root, bases);
      const names: string[] = [];
      for (const [index, segment] of (shape.rest ?? []).entries()) {
        if (!isStatic(segment)) continue;
        names.push(segment.text);
        const node = nodeId(shape.root, names);
        const places =
          this.#operations.get(node) ?? new Map<string, Set<string>>();
        const before = shape.segments.length - (shape.rest ?? []).length;
        const place = pathOf(shape.segments.slice(0, before + index));
        const users = places.get(place) ?? new Set();
        places.set(place, users.add(shape.entry.key));
        this.#operations.set(node, places);
        const next = shape.rest?.[index + 1];
        if (next && !isStatic(next)) this.#withItems.add(node);
      }
    }
  }

  /** Is there enough below this segment to make a resource of it? */
  isResource(root: string, names: readonly string[]): boolean {
    const node = nodeId(root, names);
    const places = [...(this.#operations.get(node)?.values() ?? [])];
    return this.#withItems.has(node) || places.some(({ size }) => size > 1);
  }

  /** Is there a path for the single items of this collection? */
  hasItems(path: string): boolean {
    return this.#methods.has(collectionPath(path) + "/{}");
  }

  has(method: string, path: string): boolean {
    return this.#methods.get(collectionPath(path))?.has(method) === true;
  }

  /** Does one operation alone use this path, and nothing below it? */
  isAction(path: string): boolean {
    return (
      this.#methods.get(collectionPath(path))?.size === 1 &&
      !this.hasItems(path)
    );
  }

  /** Do all operations of this root work on one collection? */
  hasOneCollection(root: string): boolean {
    return this.#collections.get(root)?.size === 1;
  }
}

const nodeId = (root: string, names: readonly string[]): string =>
  JSON.stringify([root, ...names]);

const collectionPath = (path: string): string =>
  path.replace(/\{[^{}]*\}/g, "{}").replace(/\/$/, "");

const pathOf = (segments: readonly Segment[]): string =>
  segments
    .map((segment) => (isStatic(segment) ? segment.text : "{}"))
    .join("/");

/** The collection that a path is about: without the item at its end. */
export const baseOf = (segments: readonly Segment[]): string =>
  pathOf(segments.slice(0, segments.findLastIndex(isStatic) + 1));
