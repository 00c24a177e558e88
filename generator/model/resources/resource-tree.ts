/**
 * The paths of a document as a tree of static segments, by which resources and actions are
 * distinguished.
 */
import { spellingKey } from "../names/casing.js";
import { stemsOf } from "../names/phrases.js";
import type { OperationEntry } from "./entries.js";
import { isAPIPrefix, isStatic, type Segment } from "./paths.js";
import type { StatedInResource } from "./qualified-ids.js";

/** An operation's path, seen from the resource that it belongs to. */
export interface ResourcePath {
  readonly entry: OperationEntry;
  /** The resource at the top, as spelled in the document. */
  readonly root: string;
  /** The group that the config or an extension asks for. */
  readonly fixedGroup?: readonly string[];
  /** The group that a discovery document's id says. */
  readonly statedGroup?: readonly string[];
  readonly segments: readonly Segment[];
  /** What the operationId says, or the summary in its place. */
  readonly stated: StatedInResource;
  /** False where the path alone says what the resource is. */
  readonly isTagged: boolean;
  /** The segments after the root; undefined when the root is not in the path. */
  readonly rest?: readonly Segment[];
}

export class ResourceTree {
  /** The operations below a segment, by the path that leads to it. */
  readonly #operations = new Map<string, Map<string, Set<string>>>();
  readonly #withItems = new Set<string>();
  readonly #methods = new Map<string, Set<string>>();
  readonly #collections = new Map<string, Set<string>>();
  readonly #members = new Map<string, Set<string>>();
  readonly #things = new Set<string>();

  constructor(paths: readonly ResourcePath[]) {
    for (const { entry, root, segments } of paths) {
      addTo(this.#methods, collectionPath(entry.path), entry.method);
      addTo(this.#collections, root, collectionOf(segments));
      addTo(this.#members, spellingKey(root), entry.key);
    }
    for (const path of paths) {
      this.#addOperations(path);
      this.#addThings(path);
    }
  }

  #addThings({ entry: { operation }, segments }: ResourcePath): void {
    for (const tag of operation.tags ?? [])
      this.#things.add(stemsOf(tag).join(""));
    for (const [index, { text }] of segments.entries()) {
      const next = segments[index + 1];
      if (next && !isStatic(next)) this.#things.add(stemsOf(text).join(""));
    }
  }

  /** True of the name of a tag or of a collection with items, in one word. */
  isThing(name: string): boolean {
    return this.#things.has(name);
  }

  #addOperations({ entry, root, segments, rest = [] }: ResourcePath): void {
    const start = segments.length - rest.length;
    const names: string[] = [];
    for (const [index, segment] of rest.entries()) {
      if (!isStatic(segment) || isAPIPrefix(segment)) continue;
      names.push(segment.text);
      const node = nodeId(root, names);
      const users =
        this.#operations.get(node) ?? new Map<string, Set<string>>();
      this.#operations.set(node, users);
      // Two versions of a path are one place.
      const place = pathOf(segments.slice(0, start + index));
      addTo(
        users,
        place,
        `${entry.method} ${pathOf(segments)}${queryOf(entry.path)}`,
      );
      const next = rest[index + 1];
      if (next && !isStatic(next)) this.#withItems.add(node);
    }
  }

  /** True if a segment has items. */
  isCollection(root: string, names: readonly string[]): boolean {
    return this.#withItems.has(nodeId(root, names));
  }

  /** True if a segment has items, or more than one operation in one place. */
  isResource(root: string, names: readonly string[]): boolean {
    const node = nodeId(root, names);
    const users = [...(this.#operations.get(node)?.values() ?? [])];
    return this.#withItems.has(node) || users.some(({ size }) => size > 1);
  }

  /** True of `/pulls/{id}/approve` with a POST or PUT, and a DELETE that takes it back. */
  isDoneAndUndone(root: string, names: readonly string[]): boolean {
    const node = nodeId(root, names);
    const places = [...(this.#operations.get(node)?.values() ?? [])];
    return (
      !this.#withItems.has(node) &&
      places.every((users) =>
        /^DELETE (POST|PUT)$/.test(
          [...users]
            .map((user) => user.replace(/ .*/s, ""))
            .sort()
            .join(" "),
        ),
      )
    );
  }

  /** True if there is a path for the single items of this collection. */
  hasItems(path: string): boolean {
    return this.#methods.has(collectionPath(path) + "/{}");
  }

  hasPath(path: string): boolean {
    return this.#methods.has(collectionPath(path));
  }

  has(method: string, path: string): boolean {
    return this.#methods.get(collectionPath(path))?.has(method) ?? false;
  }

  /** True if only one operation has this path, and there are no items below it. */
  isAction(path: string): boolean {
    return (
      this.#methods.get(collectionPath(path))?.size === 1 &&
      !this.hasItems(path)
    );
  }

  /** True if the root has no other operation. */
  isAlone(root: string): boolean {
    return this.#members.get(spellingKey(root))?.size === 1;
  }

  /** True if all operations of this root are about one collection. */
  hasOneCollection(root: string): boolean {
    return this.#collections.get(root)?.size === 1;
  }
}

function addTo(
  sets: Map<string, Set<string>>,
  key: string,
  member: string,
): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(member));
}

const nodeId = (root: string, names: readonly string[]): string =>
  JSON.stringify([root, ...names]);

const collectionPath = (path: string): string =>
  path.replace(/\{[^{}]*\}/g, "{}").replace(/\/$/, "");

const pathOf = (segments: readonly Segment[]): string =>
  segments
    .map((segment) => (isStatic(segment) ? segment.text : "{}"))
    .join("/");

const queryOf = (path: string): string => /[?#].*$/s.exec(path)?.[0] ?? "";

/** The collection that a path is about: the path without the item at its end. */
export const collectionOf = (segments: readonly Segment[]): string =>
  pathOf(segments.slice(0, segments.findLastIndex(isStatic) + 1));
