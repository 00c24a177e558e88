/**
 * The paths of a document as a tree of static segments, for telling resources from actions.
 */
import type { Entry } from "./entries.js";
import { isStatic, type Segment } from "./paths.js";

export interface Shape {
  readonly entry: Entry;
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
  readonly #operations = new Map<string, Set<string>>();
  readonly #withItems = new Set<string>();
  readonly #paths: ReadonlySet<string>;
  readonly #changed: ReadonlySet<string>;
  readonly #collections = new Map<string, Set<string>>();

  constructor(shapes: readonly Shape[]) {
    this.#paths = new Set(
      shapes.map(({ entry }) => collectionPath(entry.path)),
    );
    this.#changed = new Set(
      shapes
        .filter(({ entry }) => ["PUT", "PATCH"].includes(entry.method))
        .map(({ entry }) => collectionPath(entry.path)),
    );
    for (const shape of shapes) {
      const bases = this.#collections.get(shape.root) ?? new Set();
      bases.add(baseOf(shape.segments));
      this.#collections.set(shape.root, bases);
      const names: string[] = [];
      for (const [index, segment] of (shape.rest ?? []).entries()) {
        if (!isStatic(segment)) continue;
        names.push(segment.text);
        const node = nodeId(shape.root, names);
        const users = this.#operations.get(node) ?? new Set();
        this.#operations.set(node, users.add(shape.entry.key));
        const next = shape.rest?.[index + 1];
        if (next && !isStatic(next)) this.#withItems.add(node);
      }
    }
  }

  /** Is there enough below this segment to make a resource of it? */
  isResource(root: string, names: readonly string[]): boolean {
    const node = nodeId(root, names);
    return (
      this.#withItems.has(node) || (this.#operations.get(node)?.size ?? 0) > 1
    );
  }

  /** Is there a path for the single items of this collection? */
  hasItems(path: string): boolean {
    return this.#paths.has(collectionPath(path) + "/{}");
  }

  /** Does `PUT` or `PATCH` change what this path names? */
  hasOtherWrite(path: string): boolean {
    return this.#changed.has(collectionPath(path));
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

/** The collection that a path is about: without the item at its end. */
const baseOf = (segments: readonly Segment[]): string =>
  segments
    .slice(0, segments.findLastIndex(isStatic) + 1)
    .map((segment) => (isStatic(segment) ? segment.text : "{}"))
    .join("/");
