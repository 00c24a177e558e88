/**
 * What changed of what a call gives: its result, pages, streams, headers and errors.
 */
import { isStream, isWholeEvent } from "../sdk/wire.js";
import { printShape } from "../surface/print-shape.js";
import type { Shape } from "../surface/shape.js";
import type { SurfaceOperation, SurfaceResult } from "../surface/surface.js";
import { isBreaking } from "./is-breaking.js";
import type { ChangeKind } from "./change.js";
import { compareErrors, isUnknown } from "./errors.js";
import type { Finding } from "./finding.js";
import type { OperationPair } from "./operation-pairs.js";
import type { ShapeComparison } from "./shapes/compare-shapes.js";

export const compareResults = (
  comparison: ShapeComparison,
  pair: OperationPair,
): readonly Finding[] => {
  const { after: name, old, now } = pair;
  const operations = [name];
  const results = compareResult(comparison, pair);
  return [
    ...results,
    ...(results.length > 0 || old.result.status === now.result.status
      ? []
      : [
          {
            kind: "status-changed" as const,
            where: name,
            operations,
            old: String(old.result.status),
            new: String(now.result.status),
          },
        ]),
    ...comparePaging(pair),
    ...compareAlternatives(comparison, pair),
    ...compareHeaders(pair),
    ...compareErrors(comparison, pair),
  ];
};

/** What is not declared is `unknown` to callers. */
const hasBody = ({ kind }: SurfaceResult): boolean =>
  kind !== "none" && kind !== "undeclared";

const compareResult = (
  comparison: ShapeComparison,
  { after: name, old, now }: OperationPair,
): readonly Finding[] => {
  const where = `${name}.result`;
  const operations = [name];
  const at = { where, position: "output", operations } as const;
  const before = old.result;
  const after = now.result;
  // What nothing is said of may be read, unlike what is not there.
  const isUnsaid = before.kind === "none" && after.kind === "undeclared";
  if (!hasBody(before) && !hasBody(after) && !isUnsaid) return [];
  if (!hasBody(before))
    return [{ kind: "result-added", ...at, new: printShape(after.type) }];
  if (!hasBody(after))
    return [
      {
        kind: "result-removed",
        ...at,
        old: printShape(before.type),
        ...(isUnknown(comparison, before.type) && { degree: "open" }),
      },
    ];
  const changed: Finding = {
    kind: "result-changed",
    ...at,
    old: printResult(before),
    new: printResult(after),
  };
  if (formOf(before) !== formOf(after)) return [changed];
  const [one, other] = itemsOf(before.type, after.type);
  if (
    comparison.areOthers(one, other) &&
    (!isStillThere(comparison, one) ||
      comparison.preview(before.type, after.type, at).some(isBreaking))
  )
    return [changed];
  return comparison.compare(before.type, after.type, at).map((finding) =>
    finding.where === where
      ? {
          ...finding,
          kind: resultKinds[finding.kind] ?? finding.kind,
          old: printResult(before),
          new: printResult(after),
        }
      : finding,
  );
};

/** What callers write down: of lists, the items. */
const itemsOf = (old: Shape, now: Shape): readonly [Shape, Shape] =>
  old.kind === "array" && now.kind === "array"
    ? itemsOf(old.item, now.item)
    : [old, now];

/** Whoever wrote the old name down has it still. */
const isStillThere = ({ models }: ShapeComparison, type: Shape): boolean =>
  type.kind === "model" && models.isExported(type.name);

/** What stands around a type: nothing, a stream of it, or a stream of events with it. */
const formOf = ({ kind }: SurfaceResult): "value" | "stream" | "events" =>
  isWholeEvent(kind) ? "events" : isStream(kind) ? "stream" : "value";

const printResult = (result: SurfaceResult): string => {
  const text = printShape(result.type);
  switch (formOf(result)) {
    case "value":
      return text;
    case "stream":
      return `Stream<${text}>`;
    case "events":
      return `Stream<ServerSentEvent<${text}>>`;
  }
};

/** A whole result has words of its own. */
const resultKinds: Readonly<Partial<Record<ChangeKind, ChangeKind>>> = {
  "variant-added": "result-widened",
  "type-widened": "result-widened",
  "type-changed": "result-changed",
};

const comparePaging = ({
  after: name,
  old,
  now,
}: OperationPair): readonly Finding[] => {
  const at = { where: `${name}.result`, operations: [name] };
  if (!old.paging)
    return now.paging ? [{ ...addedPaging(old, now), ...at }] : [];
  if (!now.paging) return [{ kind: "paging-removed", ...at }];
  return old.paging.items.join(".") === now.paging.items.join(".")
    ? []
    : [
        {
          kind: "result-changed",
          ...at,
          old: old.paging.items.join("."),
          new: now.paging.items.join("."),
        },
      ];
};

/** Pages by number that came with their own parameter: the list is as long as it was. */
const addedPaging = (
  { params }: SurfaceOperation,
  { paging }: SurfaceOperation,
): Pick<Finding, "kind" | "degree"> => {
  const [key = ""] = paging?.param ?? [];
  const isUnasked =
    ["page", "offset"].includes(paging?.by ?? "") && !params?.fields.has(key);
  return {
    kind: "paging-added",
    ...(isUnasked && { degree: "unasked" }),
  };
};

const compareAlternatives = (
  comparison: ShapeComparison,
  { after: name, old, now }: OperationPair,
): readonly Finding[] => {
  const operations = [name];
  const at = { where: `${name}.options.accept`, operations };
  const before = old.result.alternatives;
  const after = now.result.alternatives;
  return [
    ...[...after].flatMap(([value, { kind, type }]): readonly Finding[] => {
      const other = before.get(value);
      if (!other)
        return [
          {
            kind: isStream(kind) ? "stream-added" : "media-type-added",
            ...at,
            value,
          },
        ];
      return comparison.compare(other.type, type, {
        where: `${name}.result`,
        position: "output",
        operations,
      });
    }),
    ...[...before]
      .filter(([value]) => !after.has(value))
      .map(([value, { kind }]) => ({
        kind: isStream(kind)
          ? ("stream-removed" as const)
          : ("media-type-removed" as const),
        ...at,
        value,
      })),
    ...streamingOf(comparison, { name, old: old.result, now: now.result }),
  ];
};

/** A stream that a field of `params` asks for. */
const streamingOf = (
  comparison: ShapeComparison,
  {
    name,
    old,
    now,
  }: {
    readonly name: string;
    readonly old: SurfaceResult;
    readonly now: SurfaceResult;
  },
): readonly Finding[] => {
  const operations = [name];
  const at = {
    where: `${name}.result`,
    position: "output",
    operations,
  } as const;
  const { streaming: before } = old;
  const { streaming: after } = now;
  if (!before)
    return after ? [{ kind: "stream-added", ...at, value: after.key }] : [];
  if (!after) return [{ kind: "stream-removed", ...at, value: before.key }];
  return comparison.compare(before.item, after.item, at);
};

const compareHeaders = ({
  after: name,
  old,
  now,
}: OperationPair): readonly Finding[] => {
  const at = (header: string) => ({
    where: `${name}.headers.${header}`,
    operations: [name],
  });
  return [
    ...now.headers
      .filter((header) => !old.headers.includes(header))
      .map((header) => ({ kind: "header-added" as const, ...at(header) })),
    ...old.headers
      .filter((header) => !now.headers.includes(header))
      .map((header) => ({ kind: "header-removed" as const, ...at(header) })),
  ];
};
