/**
 * Which operation of the new surface is which of the old one, and what it is called now.
 */
import type { Surface, SurfaceOperation } from "../surface/surface.js";
import type { Finding } from "./finding.js";

export interface OperationPair {
  /** The names of the function. */
  readonly before: string;
  readonly after: string;
  readonly old: SurfaceOperation;
  readonly now: SurfaceOperation;
}

export interface PairedOperations {
  readonly pairs: readonly OperationPair[];
  readonly findings: readonly Finding[];
}

/** Names of parameters in a path are no part of what it leads to. */
export const routeOf = ({ method, path }: SurfaceOperation): string =>
  `${method} ${path.replace(/\{[^}]*\}/g, "{}")}`;

export const pairOperations = (
  old: Surface,
  now: Surface,
): PairedOperations => {
  const byRoute = new Map(
    [...now.operations].map(([name, one]) => [routeOf(one), name]),
  );
  const pairs: OperationPair[] = [];
  const findings: Finding[] = [];
  const taken = new Set<string>();
  for (const [before, one] of old.operations) {
    const after = now.operations.has(before)
      ? before
      : newNameOf(byRoute.get(routeOf(one)), old);
    const next = after === undefined ? undefined : now.operations.get(after);
    if (after === undefined || !next || taken.has(after)) {
      findings.push({
        kind: "operation-removed",
        where: before,
        operations: [before],
        ...(one.sunset !== undefined && { value: one.sunset }),
        ...((one.isDeprecated || one.sunset !== undefined) && {
          isAnnounced: true,
        }),
      });
      continue;
    }
    taken.add(after);
    pairs.push({ before, after, old: one, now: next });
    if (after !== before)
      findings.push({
        kind: "operation-renamed",
        where: before,
        to: after,
        operations: [after],
        ...(now.models.has(before) && { degree: "collision" as const }),
      });
  }
  for (const name of now.operations.keys())
    if (!taken.has(name))
      findings.push({
        kind: "operation-added",
        where: name,
        operations: [name],
      });
  return {
    pairs,
    findings: [...findings, ...placesOf(pairs, now), ...droppedNames(pairs)],
  };
};

/** A function that was there before has its own past. */
const newNameOf = (
  name: string | undefined,
  old: Surface,
): string | undefined =>
  name === undefined || old.operations.has(name) ? undefined : name;

/** Methods at another place of the client; a resource whose methods all moved together is one entry. */
const placesOf = (
  pairs: readonly OperationPair[],
  now: Surface,
): readonly Finding[] => {
  const moved = pairs.filter(
    ({ old, now: next }) =>
      old.call !== next.call && next.calls?.includes(old.call) !== true,
  );
  const calls = new Set([...now.operations.values()].map(({ call }) => call));
  const resources = new Set([...calls].flatMap(resourcesAbove));
  const byResource = new Map<string, OperationPair[]>();
  for (const pair of moved) {
    const resource = resourceOf(pair.old.call);
    byResource.set(resource, [...(byResource.get(resource) ?? []), pair]);
  }
  return [...byResource].flatMap(([resource, list]): readonly Finding[] => {
    const targets = new Set(list.map(({ now: next }) => resourceOf(next.call)));
    const [to] = targets;
    const isWhole =
      to !== undefined &&
      targets.size === 1 &&
      !resources.has(resource) &&
      list.every(
        ({ old, now: next }) => methodOf(old.call) === methodOf(next.call),
      );
    return isWhole
      ? [
          {
            kind: "resource-renamed",
            where: resource,
            to,
            operations: list.map(({ after }) => after).sort(),
            ...(calls.has(resource) && { degree: "collision" as const }),
          },
        ]
      : list.map(({ after, old, now: next }) => ({
          kind: "method-renamed" as const,
          where: old.call,
          to: next.call,
          operations: [after],
          ...((calls.has(old.call) || resources.has(old.call)) && {
            degree: "collision" as const,
          }),
        }));
  });
};

/** `client.a.b` and `client.a` of `client.a.b.get`. */
const resourcesAbove = (call: string): readonly string[] => {
  const resource = resourceOf(call);
  return resource === "" ? [] : [resource, ...resourcesAbove(resource)];
};
/** Further names of methods that are gone: for them there is no alias. */
const droppedNames = (pairs: readonly OperationPair[]): readonly Finding[] =>
  pairs.flatMap(({ after, old, now: next }) =>
    (old.calls ?? [])
      .filter((call) => call !== next.call && !next.calls?.includes(call))
      .map((call) => ({
        kind: "operation-removed" as const,
        where: call,
        operations: [after],
      })),
  );

const resourceOf = (call: string): string =>
  call.slice(0, Math.max(0, call.lastIndexOf(".")));

const methodOf = (call: string): string =>
  call.slice(call.lastIndexOf(".") + 1);
