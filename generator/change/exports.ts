/**
 * What is exported beside operations and models: functions of links, and types of the runtime that only
 * some packages have.
 */
import { runtimeTypesOf } from "../surface/runtime-types.js";
import type { Surface, SurfaceLink } from "../surface/surface.js";
import { isBreaking } from "./is-breaking.js";
import type { Finding } from "./finding.js";
import type { OperationPair } from "./operation-pairs.js";

/** @param pairs the operations of both sides */
export const compareLinks = (
  { links: old = new Map() }: Surface,
  { links: now = new Map() }: Surface,
  pairs: readonly OperationPair[],
): readonly Finding[] => {
  const functions = new Map(pairs.map(({ before, after }) => [before, after]));
  return [
    ...[...now]
      .filter(([name]) => !old.has(name))
      .map(([name, { from }]): Finding => ({
        kind: "export-added",
        where: name,
        new: `function ${name}`,
        operations: [from],
      })),
    ...[...old].flatMap(([name, before]): readonly Finding[] => {
      const after = now.get(name);
      const operations = [functions.get(before.from) ?? before.from];
      if (!after)
        return functions.has(before.from)
          ? [
              {
                kind: "export-removed",
                where: name,
                old: `function ${name}`,
                operations,
              },
            ]
          : [];
      return compareLink(before, after, functions).map((kind): Finding => ({
        kind,
        where: name,
        operations,
      }));
    }),
  ];
};

const compareLink = (
  old: SurfaceLink,
  now: SurfaceLink,
  functions: ReadonlyMap<string, string>,
): readonly ("arguments-changed" | "result-changed")[] => {
  const isAnother = (name: "from" | "to"): boolean =>
    (functions.get(old[name]) ?? old[name]) !== now[name];
  const hasFurther = (keys: readonly string[], known: readonly string[]) =>
    keys.some((key) => !known.includes(key));
  // A link that reads nothing of the response takes the arguments of the call first.
  const isShifted = (old.reads.length === 0) !== (now.reads.length === 0);
  const needsMore =
    hasFurther(now.reads, old.reads) || hasFurther(now.request, old.request);
  const yieldsLess =
    old.positional.join("\n") !== now.positional.join("\n") ||
    hasFurther(old.params, now.params);
  return [
    ...(isAnother("from") || isShifted || needsMore
      ? (["arguments-changed"] as const)
      : []),
    ...(isAnother("to") || yieldsLess ? (["result-changed"] as const) : []),
  ];
};

/**
 * @param found everything else that changed: a type that left with what used it is part of that change
 */
export const removedRuntimeTypes = (
  old: Surface,
  now: Surface,
  found: readonly Finding[],
): readonly Finding[] => {
  // Declarations do not say in which format a stream is sent.
  if (old.isDeclared || now.isDeclared) return [];
  const kept = runtimeTypesOf(now);
  const reported = new Set(
    found
      .filter(isBreaking)
      .flatMap(({ where, operations = [] }) => [where, ...operations]),
  );
  return [...runtimeTypesOf(old)].flatMap(([name, users]) =>
    kept.has(name) || users.some((user) => reported.has(user))
      ? []
      : [{ kind: "export-removed", where: name, old: `type ${name}` }],
  );
};
