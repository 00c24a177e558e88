/**
 * What changed of one operation besides its name: its route, arguments, result and errors.
 */
import type { SurfaceClient } from "../surface/surface.js";
import { compareArguments } from "./arguments.js";
import type { Finding } from "./finding.js";
import type { OperationPair } from "./operation-pairs.js";
import { compareResults } from "./results.js";
import { compareURLs } from "./servers.js";
import type { ShapeComparison } from "./shapes/compare-shapes.js";

export const compareOperation = (
  comparison: ShapeComparison,
  pair: OperationPair,
  clients: Readonly<Record<"old" | "now", SurfaceClient>>,
): readonly Finding[] => {
  const { after: where, old, now } = pair;
  const at = { where, operations: [where] };
  return [
    ...(old.method !== now.method || old.path !== now.path
      ? [
          {
            kind: "route-changed" as const,
            ...at,
            old: `${old.method} ${old.path}`,
            new: `${now.method} ${now.path}`,
          },
        ]
      : []),
    ...(!old.isDeprecated && now.isDeprecated
      ? [{ kind: "operation-deprecated" as const, ...at }]
      : []),
    ...compareArguments(comparison, pair),
    ...idempotencyOf(pair),
    ...compareResults(comparison, pair),
    ...serverOf(pair, clients),
  ];
};

/** Where calls of an operation go that has a server of its own, or had one; others go where the client does. */
const serverOf = (
  { after: name, old, now }: OperationPair,
  clients: Readonly<Record<"old" | "now", SurfaceClient>>,
): readonly Finding[] => {
  if (old.server === undefined && now.server === undefined) return [];
  const before = old.server ?? clients.old.baseURL;
  const after = now.server ?? clients.now.baseURL;
  return compareURLs(before, after, `${name}.baseURL`).map((finding) => ({
    ...finding,
    operations: [name],
  }));
};

const idempotencyOf = ({
  after,
  old,
  now,
}: OperationPair): readonly Finding[] => {
  const at = {
    where: `${after}.options.idempotencyKey`,
    operations: [after],
  };
  if (old.idempotencyHeader === undefined)
    return now.idempotencyHeader === undefined
      ? []
      : [{ kind: "idempotency-added", ...at }];
  if (now.idempotencyHeader === undefined)
    return [{ kind: "idempotency-removed", ...at }];
  return old.idempotencyHeader === now.idempotencyHeader
    ? []
    : [
        {
          kind: "parameter-wire-changed",
          ...at,
          old: old.idempotencyHeader,
          new: now.idempotencyHeader,
        },
      ];
};
