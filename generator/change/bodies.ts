/**
 * What changed of a request body: what is passed, how, and in which format it is sent.
 */
import { printShape } from "../surface/print-shape.js";
import type { RecordShape, Shape } from "../surface/shape.js";
import type { SurfaceBody } from "../surface/surface.js";
import type { Finding } from "./finding.js";
import type { OperationPair } from "./operation-pairs.js";
import type { ShapeComparison } from "./shapes/compare-shapes.js";
import type { ShapePlace } from "./shapes/place.js";
import type { Side } from "./shapes/model-pair.js";

export const compareBodies = (
  comparison: ShapeComparison,
  pair: OperationPair,
): readonly Finding[] => {
  const { after: name, old, now } = pair;
  const operations = [name];
  const at = { position: "input", operations } as const;
  if (!old.body || !now.body) {
    const body = now.body ?? old.body;
    const side: Side = now.body ? "new" : "old";
    return body ? wholeBody(comparison, body, { side, name }) : [];
  }
  const where = `${name}.params`;
  const before = old.body;
  const after = now.body;
  const isPassedElsewhere =
    before.passedAs.kind !== after.passedAs.kind ||
    (before.passedAs.kind === "key" &&
      after.passedAs.kind === "key" &&
      before.passedAs.key !== after.passedAs.key);
  const [oldType, newType] = [firstOf(before), firstOf(after)];
  const types =
    isPassedElsewhere || !oldType || !newType
      ? []
      : after.passedAs.kind === "key"
        ? comparison.compare(oldType, newType, {
            ...at,
            where: `${where}.${after.passedAs.key}`,
          })
        : comparison.compare(oldType, newType, {
            ...at,
            where,
            isParams: true,
          });
  return [
    ...(isPassedElsewhere
      ? [{ kind: "arguments-changed" as const, ...at, where }]
      : []),
    ...(before.isRequired && !after.isRequired
      ? [{ kind: "body-optional" as const, ...at, where }]
      : []),
    ...(becameRequired(pair)
      ? [{ kind: "body-required" as const, ...at, where }]
      : []),
    ...types,
    ...compareOtherMediaTypes(comparison, [before, after], { ...at, where }),
    ...compareFormats(before, after, { where, name }),
  ];
};

/** The bodies of the media types that both sides accept, apart from the default ones. */
const compareOtherMediaTypes = (
  comparison: ShapeComparison,
  [before, after]: readonly [SurfaceBody, SurfaceBody],
  place: ShapePlace,
): readonly Finding[] => {
  const firsts = new Set([firstOf(before), firstOf(after)]);
  return [...before.types].flatMap(([mediaType, old]) => {
    const now = after.types.get(mediaType);
    if (!now || (firsts.has(old) && firsts.has(now))) return [];
    const areFields = [
      comparison.models.expand(old, "old"),
      comparison.models.expand(now, "new"),
    ].every(({ kind }) => kind === "object");
    return comparison.compare(
      old,
      now,
      areFields
        ? { ...place, isParams: true }
        : { ...place, where: `${place.where}.${keyOf(after)}` },
    );
  });
};

/** The key in `params` of a body that is passed as a whole. */
const keyOf = ({ passedAs }: SurfaceBody): string =>
  passedAs.kind === "key" ? passedAs.key : "body";

/** True if calls could leave the body out, and no longer can. */
const becameRequired = ({ old, now }: OperationPair): boolean =>
  old.body?.isRequired === false &&
  now.body?.isRequired === true &&
  (old.params?.isOptional === true || now.body.passedAs.kind === "key") &&
  now.params?.isOptional === false;

const firstOf = ({ types }: SurfaceBody): Shape | undefined => {
  const [first] = types.values();
  return first;
};

interface BodyPlace {
  readonly name: string;
  readonly side: Side;
}

/** A body where there was none, or the other way round: field by field where it is written so. */
const wholeBody = (
  { models }: ShapeComparison,
  body: SurfaceBody,
  { name, side }: BodyPlace,
): readonly Finding[] => {
  const operations = [name];
  const at = { position: "input", operations } as const;
  const kind = side === "new" ? "parameter-added" : "parameter-removed";
  const type = firstOf(body);
  const { passedAs } = body;
  const record =
    passedAs.kind === "fields" && type ? models.expand(type, side) : undefined;
  if (passedAs.kind === "fields" && record?.kind === "object")
    return fieldsOf(record).map(([field, isRequired, text]) => ({
      kind,
      ...at,
      where: `${name}.params.${passedAs.keys.get(field) ?? field}`,
      ...(side === "new" ? { new: text } : { old: text }),
      ...(isRequired && body.isRequired && { degree: "required" as const }),
    }));
  return [
    {
      kind,
      ...at,
      where: `${name}.params.${keyOf(body)}`,
      ...(body.isRequired && { degree: "required" as const }),
    },
  ];
};

const fieldsOf = ({
  properties,
}: RecordShape): readonly (readonly [string, boolean, string])[] =>
  [...properties]
    .filter(([, { access }]) => access !== "readOnly")
    .map(([field, { isOptional, type }]) => [
      field,
      !isOptional,
      printShape(type),
    ]);

/** Media types, of which the first is what is sent unless another one is asked for. */
const compareFormats = (
  old: SurfaceBody,
  now: SurfaceBody,
  { where, name }: { readonly where: string; readonly name: string },
): readonly Finding[] => {
  const [before = "", after = ""] = [old, now].map(({ types }) => {
    const [first = ""] = types.keys();
    return first;
  });
  const operations = [name];
  const at = { where: `${where}.contentType`, operations };
  const isOther = before !== after || old.wire !== now.wire;
  const come = [...now.types.keys()].filter((type) => !old.types.has(type));
  const gone = [...old.types.keys()].filter((type) => !now.types.has(type));
  return [
    ...(isOther
      ? [
          {
            kind: "request-encoding-changed" as const,
            where: name,
            operations,
            old: before,
            new: after,
          },
        ]
      : []),
    ...come
      .filter((type) => type !== after)
      .map((value) => ({ kind: "media-type-added" as const, ...at, value })),
    ...gone
      .filter((type) => type !== before)
      .map((value) => ({ kind: "media-type-removed" as const, ...at, value })),
  ];
};
