/**
 * What changed of the arguments of a call: `(...positional, params, options)`.
 */
import type { Shape } from "../surface/shape.js";
import type { SurfaceBody, SurfaceField } from "../surface/surface.js";
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
  const moved = movedFields(comparison, pair);
  const isMoved = (key: string): boolean => moved.has(key);
  const fields = [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => !isMoved(key))
    .sort();
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
    ...[...moved].flatMap(([key, both]) =>
      compareField(comparison, both, { ...at, where: `${name}.params.${key}` }),
    ),
    ...compareBodies(comparison, pair).filter(
      ({ kind, where }) =>
        !/^parameter-(?:added|removed)$/.test(kind) ||
        !isMoved(where.slice(`${name}.params.`.length)),
    ),
  ];
};

type Fields = ReadonlyMap<string, SurfaceField>;

/** Fields that moved between the body and the other parameters: callers pass them as before. */
const movedFields = (
  { models }: ShapeComparison,
  { old, now }: OperationPair,
): ReadonlyMap<string, readonly [SurfaceField, SurfaceField]> => {
  const before = bodyFields(old.body, (type) => models.expand(type, "old"));
  const after = bodyFields(now.body, (type) => models.expand(type, "new"));
  const both = (
    ones: Fields = new Map(),
    others: Fields = new Map(),
  ): readonly (readonly [string, readonly [SurfaceField, SurfaceField]])[] =>
    [...ones].flatMap(([key, one]) => {
      const other = others.get(key);
      return other ? [[key, [one, other]] as const] : [];
    });
  return new Map([
    ...both(before, now.params?.fields),
    ...both(old.params?.fields, after),
  ]);
};

/** The fields of a body that are passed among those of `params`, by key. */
const bodyFields = (
  body: SurfaceBody | undefined,
  expand: (type: Shape) => Shape,
): Fields => {
  const [type] = body?.types.values() ?? [];
  const whole = type && expand(type);
  if (body?.passedAs.kind !== "fields" || whole?.kind !== "object")
    return new Map();
  const { keys } = body.passedAs;
  return new Map(
    [...whole.properties].map(([name, property]) => [
      keys.get(name) ?? name,
      {
        ...property,
        isOptional: property.isOptional || !body.isRequired,
        wire: `body ${name}`,
      },
    ]),
  );
};

const compareField = (
  comparison: ShapeComparison,
  [old, now]: readonly [SurfaceField | undefined, SurfaceField | undefined],
  place: ShapePlace,
): readonly Finding[] => [
  ...comparison.compareProperties(old, now, { ...place, isParams: true }),
  // Callers never write the name of a path parameter; a change of the route is reported on its own.
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
