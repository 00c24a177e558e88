/**
 * Ids of Google's discovery documents: `run.projects.locations.jobs.list` is the service, the path of
 * the resource, and the method. Their paths (`/v2/{parent}/jobs`, `/v2/{name}:cancel`) say less.
 */
import { splitWords } from "../names/casing.js";
import { phraseOf } from "../names/phrases.js";
import type { OperationEntry } from "./entries.js";
import { rootIndexOf } from "./groups.js";
import type { ResourcePath } from "./resource-tree.js";

interface DiscoveryId {
  readonly group: readonly string[];
  readonly method: string;
}

/** @returns what the ids say, by the key of the operation; nothing unless all of them have that form */
export function discoveryIds(
  entries: readonly OperationEntry[],
): ReadonlyMap<string, DiscoveryId> {
  const ids = new Map<string, DiscoveryId>();
  const services = new Set<string>();
  for (const { key, id = "" } of entries) {
    if (!/^[a-z]\w*(\.[a-z]\w*){2,}$/.test(id)) return new Map();
    const [service = "", ...parts] = id.split(".");
    services.add(service);
    ids.set(key, { group: parts.slice(0, -1), method: parts.at(-1) ?? "" });
  }
  return services.size === 1 && ids.size > 2 ? ids : new Map();
}

/** The path with the resource and the method that its id says. */
export function discoveredPath(
  path: ResourcePath,
  { group, method }: DiscoveryId,
): ResourcePath {
  const { rest: _rest, ...own } = path;
  const root = group.at(-1) ?? path.root;
  const index = rootIndexOf(path.segments, root);
  return {
    ...own,
    root,
    statedGroup: group,
    stated: {
      id: "",
      phrase: phraseOf(splitWords(method), path.entry.method),
      isQualified: false,
    },
    ...(index >= 0 && { rest: path.segments.slice(index + 1) }),
  };
}
