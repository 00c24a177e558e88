/**
 * Types of the runtime that a package exports because of what some of its operations give.
 */
import type { Surface, SurfaceOperation } from "./surface.js";

/** By name, with the functions that bring each. */
export const runtimeTypesOf = ({
  operations,
}: Surface): ReadonlyMap<string, readonly string[]> => {
  const users = [...operations].flatMap(([name, operation]) =>
    hasEvents(operation) ? [name] : [],
  );
  return new Map(users.length > 0 ? [["ServerSentEvent", users]] : []);
};

const hasEvents = ({ result }: SurfaceOperation): boolean =>
  result.streaming !== undefined ||
  [result, ...result.alternatives.values()].some(({ kind }) =>
    /events$/i.test(kind),
  );
