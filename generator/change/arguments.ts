/**
 * What changed of the arguments of a call: `(...positional, params, options)`.
 */
import type { SurfaceField } from "../surface/surface.js";
import { compareBodies } from "./bodies.js";
import type { Finding } from "./finding.js";
import type { OperationPair } from "./operation-pairs.js";
import type { ShapeComparison } from "./shapes/compare-shapes.js";
import type { ShapePlace } from "./shapes/place.js";

export const compareArguments = (
  comparison: ShapeComparison,
  pair: OperationPair,
): readonly Finding[] => {
  const { after: name, old, now } = pair;
  const at = { position: "input", operations: [name] } as const;
  const before = old.params?.fields ?? new Map<string, SurfaceField>();
  const after = now.params?.fields ?? new Map<string, SurfaceField>();
  const fields = [...new Set([...before.keys(), ...after.keys()])].sort();
  return [
    ...compareOrder(pair),
    ...now.positional.flatMap((argument, index) => {
      const before = old.positional[index];
      return before
        ? compareField(comparison, [before, argument], {
            ...at,
            where: `${name}.${argument.name}`,
          })
        : [];
    }),
    ...fields.flatMap((key) =>
      compareField(comparison, [before.get(key), after.get(key)], {
        ...at,
        where: `${name}.params.${key}`,
      }),
    ),
    ...compareBodies(comparison, pair),
  ];
};

const compareField = (
  comparison: ShapeComparison,
  [old, now]: readonly [SurfaceField | undefined, SurfaceField | undefined],
  place: ShapePlace,
): readonly Finding[] => [
  ...comparison.compareProperties(old, now, { ...place, isParams: true }),
  // The name in a path is written by nobody: the route says that it changed.
  ...(old && now && withoutPathName(old.wire) !== withoutPathName(now.wire)
    ? [
        {
          kind: "parameter-wire-changed" as const,
          ...place,
          old: old.wire,
          new: now.wire,
        },
      ]
    : []),
];

const withoutPathName = (wire: string): string =>
  wire.replace(/^path \S+/, "path");

/** Arguments that stand at another place than before. */
const compareOrder = ({
  after: where,
  old,
  now,
}: OperationPair): readonly Finding[] => {
  const at = { where, operations: [where] };
  if (old.positional.length !== now.positional.length)
    return [{ kind: "arguments-changed", ...at }];
  const isShifted =
    !old.params && now.params?.isOptional === true && !now.params.mayBeOptions;
  return isShifted
    ? [{ kind: "arguments-shifted", ...at, where: `${where}.options` }]
    : [];
};
