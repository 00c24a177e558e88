/**
 * What is exported beside operations and models: functions of links, and types of the runtime that only
 * some packages have.
 */
import { runtimeTypesOf } from "../surface/runtime-types.js";
import type { Surface, SurfaceLink } from "../surface/surface.js";
import { breaks } from "./breaks.js";
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
  const isOther = (name: "from" | "to"): boolean =>
    (functions.get(old[name]) ?? old[name]) !== now[name];
  const isMore = (wanted: readonly string[], had: readonly string[]) =>
    wanted.some((one) => !had.includes(one));
  // Without its first argument the second one is the first.
  const isShifted = (old.reads.length === 0) !== (now.reads.length === 0);
  const isAsked =
    isMore(now.reads, old.reads) || isMore(now.request, old.request);
  const isLess =
    old.positional.join("\n") !== now.positional.join("\n") ||
    isMore(old.params, now.params);
  return [
    ...(isOther("from") || isShifted || isAsked
      ? (["arguments-changed"] as const)
      : []),
    ...(isOther("to") || isLess ? (["result-changed"] as const) : []),
  ];
};

/** @param found everything else that changed: what takes a type along tells of it */
export const vanishedTypes = (
  old: Surface,
  now: Surface,
  found: readonly Finding[],
): readonly Finding[] => {
  // Declarations do not say in which format a stream is sent.
  if (old.isDeclared || now.isDeclared) return [];
  const left = runtimeTypesOf(now);
  const told = new Set(
    found
      .filter(breaks)
      .flatMap(({ where, operations = [] }) => [where, ...operations]),
  );
  return [...runtimeTypesOf(old)].flatMap(([name, users]) =>
    left.has(name) || users.some((user) => told.has(user))
      ? []
      : [{ kind: "export-removed", where: name, old: `type ${name}` }],
  );
};
