/**
 * What a document calls its operations: their ids and tags.
 */
import type { Document, PathItem } from "../openapi/document.js";
import { operationsOf } from "../openapi/operations.js";

/** By `GET /path`. */
export interface DocumentNames {
  readonly ids: ReadonlyMap<string, OperationId>;
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** The operations that have a tag. */
  readonly users: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface OperationId {
  readonly id: string;
  /** Absent where several operations have the id. */
  readonly unique?: string;
}

export function idsAndTags(document: Document): DocumentNames {
  const operations = Object.entries(document.root.paths ?? {})
    .filter(([path]) => !path.startsWith("x-"))
    .flatMap(([path, item]) => {
      const { node } = document.resolve<PathItem>(item, ["paths", path]);
      return [...operationsOf(node)].map(({ method, operation }) => ({
        key: `${method} ${path}`,
        id: operation.operationId ?? "",
        tags: operation.tags ?? [],
      }));
    });
  const uses = new Map<string, number>();
  const users = new Map<string, Set<string>>();
  for (const { id, key, tags } of operations) {
    uses.set(id, (uses.get(id) ?? 0) + 1);
    for (const tag of tags)
      users.set(tag, (users.get(tag) ?? new Set()).add(key));
  }
  return {
    ids: new Map(
      operations
        .filter(({ id }) => id.trim() !== "")
        .map(({ key, id }) => [
          key,
          { id, ...(uses.get(id) === 1 && { unique: id }) },
        ]),
    ),
    tags: new Map(operations.map(({ key, tags }) => [key, tags])),
    users,
  };
}
