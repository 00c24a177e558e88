/**
 * Types of the runtime that a package exports only because of the results of some of its operations.
 */
import type { Surface, SurfaceOperation } from "./surface.js";

/** By name, with the functions because of which each is exported. */
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
