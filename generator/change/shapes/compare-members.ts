/**
 * What changed between two unions, or between types of which one may be a union: null, values of an
 * enum and variants one by one, and what is left as a whole.
 */
import { printShape } from "../../surface/print-shape.js";
import { unionOf } from "../../surface/union-of.js";
import type { Shape } from "../../surface/shape.js";
import type { Finding } from "../finding.js";
import type { Comparison } from "./comparison.js";
import type { Side } from "./model-pair.js";
import { of, type ShapePlace } from "./place.js";
import { areAlike } from "./tuples.js";

interface Both {
  readonly old: Shape;
  readonly now: Shape;
}

/** The members of both sides that the other side does not have. */
interface Left {
  readonly old: readonly Shape[];
  readonly now: readonly Shape[];
  /** What both have. */
  readonly common: readonly Shape[];
}

export const compareMembers = (
  comparison: Comparison,
  { old, now }: Both,
  place: ShapePlace,
): readonly Finding[] => {
  const left = difference(comparison, { old, now });
  const nulls = nullsOf(left, place);
  const isLeft = (one: Shape): boolean => nulls.length === 0 || !isNull(one);
  const others: Left = {
    common: left.common.filter((one) => !isNull(one)),
    old: left.old.filter(isLeft),
    now: left.now.filter(isLeft),
  };
  const values = valuesOf(others, { old, now }, place);
  const rest = values
    ? {
        ...others,
        old: others.old.filter((one) => !isValue(one)),
        now: others.now.filter((one) => !isValue(one)),
      }
    : others;
  const areBothNull = left.common.some(isNull);
  return [
    ...nulls,
    ...(values ?? []),
    ...restOf(comparison, { ...rest, areBothNull }, place),
  ];
};

const membersOf = (shape: Shape): readonly Shape[] =>
  shape.kind === "union" ? shape.members : [shape];

/**
 * Names of unions are opened where one side has members that the other does not.
 *
 * @param seen the names that are open already: a union inside itself adds nothing
 */
const difference = (
  comparison: Comparison,
  { old, now }: Both,
  seen: ReadonlySet<Shape> = new Set(),
): Left => {
  const { models } = comparison;
  const keyed = (shape: Shape, side: Side): ReadonlyMap<string, Shape> =>
    new Map(membersOf(shape).map((one) => [models.keyOf(one, side), one]));
  const before = keyed(old, "old");
  const after = keyed(now, "new");
  const left: Left = {
    common: [...after].filter(([key]) => before.has(key)).map(([, one]) => one),
    old: [...before].filter(([key]) => !after.has(key)).map(([, one]) => one),
    now: [...after].filter(([key]) => !before.has(key)).map(([, one]) => one),
  };
  const isOpenable = (side: Side) => (one: Shape) =>
    one.kind === "model" &&
    !seen.has(models.expand(one, side)) &&
    !["object", "model"].includes(models.expand(one, side).kind);
  const names = {
    old: left.old.filter(isOpenable("old")),
    new: left.now.filter(isOpenable("new")),
  };
  if (names.old.length + names.new.length === 0)
    return withoutEqual(comparison, left);
  const opened = (shape: Shape, side: Side): Shape =>
    unionOf(
      membersOf(shape).map((one) =>
        names[side].includes(one) ? models.expand(one, side) : one,
      ),
    );
  return difference(
    comparison,
    { old: opened(old, "old"), now: opened(now, "new") },
    new Set([
      ...seen,
      ...names.old.map((one) => models.expand(one, "old")),
      ...names.new.map((one) => models.expand(one, "new")),
    ]),
  );
};

/** What has the structure of a member of the other side is one of both, under another name. */
const withoutEqual = (
  comparison: Comparison,
  { common, old, now }: Left,
): Left => {
  const hasParts = ({ kind }: Shape): boolean => kind !== "literal";
  const before = old.filter(hasParts);
  const after = now.filter(hasParts);
  const same = {
    old: new Set(
      before.filter((one) =>
        after.some((other) => comparison.areSame(one, other)),
      ),
    ),
    now: new Set(
      after.filter((other) =>
        before.some((one) => comparison.areSame(one, other)),
      ),
    ),
  };
  return {
    common: [...common, ...same.now],
    old: old.filter((one) => !same.old.has(one)),
    now: now.filter((one) => !same.now.has(one)),
  };
};

const nothing: Shape = { kind: "keyword", keyword: "null" };

const isNull = (one: Shape): boolean =>
  one.kind === "keyword" && one.keyword === "null";

const isUnknown = (one: Shape): boolean =>
  one.kind === "keyword" && one.keyword === "unknown";

/** Null beside other types, which both sides have. What is unknown may be null as well. */
const nullsOf = (left: Left, place: ShapePlace): readonly Finding[] => {
  const isOther = (one: Shape): boolean => !isNull(one) && !isUnknown(one);
  const areOthers = (shapes: readonly Shape[]): boolean =>
    [...left.common, ...shapes].some(isOther) &&
    ![...left.common, ...shapes].some(isUnknown);
  if (!areOthers(left.old) || !areOthers(left.now)) return [];
  return left.now.some(isNull)
    ? [{ kind: "null-added", ...of(place) }]
    : left.old.some(isNull)
      ? [{ kind: "null-removed", ...of(place) }]
      : [];
};

/** A value of an enum: `true` and `false` are `boolean`. */
const isValue = (one: Shape): boolean =>
  one.kind === "literal" && typeof one.value !== "boolean";

const isText = (one: Shape): boolean =>
  one.kind === "literal" && typeof one.value === "string";

/** True of enums that take any other text. */
const isOpen = (shapes: readonly Shape[]): boolean =>
  shapes.some((one) => one.kind === "openString");

/** Values that came and went, where both sides are enums; undefined where they are not. */
const valuesOf = (
  { common, old, now }: Left,
  whole: Both,
  place: ShapePlace,
): readonly Finding[] | undefined => {
  const constants = common.filter(isValue).length;
  const gone = old.filter(isValue);
  const come = now.filter(isValue);
  const isEnum = (list: readonly Shape[]): boolean =>
    constants + list.length > 0;
  if (!isEnum(gone) || !isEnum(come) || gone.length + come.length === 0)
    return undefined;
  // A constant with another value is no value that came beside others.
  if (constants === 0 && gone.length === 1 && come.length === 1)
    return undefined;
  const texts = {
    old: printShape(whole.old),
    new: printShape(whole.now),
  };
  const found = (
    kind: "enum-value-added" | "enum-value-removed",
    one: Shape,
  ): Finding => ({
    kind,
    ...of(place),
    ...texts,
    value: printShape(one),
    ...(isOpen(common) && isText(one) && { degree: "open" }),
  });
  return [
    ...come.map((one) => found("enum-value-added", one)),
    ...gone.map((one) => found("enum-value-removed", one)),
  ];
};

/** What no rule for single members knows: variants, or the types as a whole. */
const restOf = (
  comparison: Comparison,
  { old, now, common, areBothNull }: Left & { readonly areBothNull: boolean },
  place: ShapePlace,
): readonly Finding[] => {
  const [gone] = old;
  const [come] = now;
  if (!gone && !come) return [];
  const isVariant = (side: Side) => (one: Shape) =>
    partKind(comparison, one, side) === "object" || one.kind === "void";
  // One model among several that goes is no model that becomes another.
  const isOneOfSeveral =
    gone?.kind === "model" &&
    come?.kind === "model" &&
    common.some(isVariant("new"));
  const [onlyGone, onlyCome] = [old, now].map((list) =>
    list.length === 1 ? list[0] : undefined,
  );
  if (
    onlyGone &&
    onlyCome &&
    !isOneOfSeveral &&
    haveParts(comparison, onlyGone, onlyCome)
  )
    return comparison.compare(onlyGone, onlyCome, place);
  const areVariants =
    common.length > 0 &&
    old.every(isVariant("old")) &&
    now.every(isVariant("new"));
  if (areVariants)
    return [
      ...now.map((one) => ({
        kind: "variant-added" as const,
        ...of(place),
        value: printShape(one),
      })),
      ...old.map((one) =>
        one.kind === "void"
          ? comparison.changed(
              unionOf([...common, one]),
              unionOf(common),
              place,
            )
          : {
              kind: "variant-removed" as const,
              ...of(place),
              value: printShape(one),
            },
      ),
    ];
  const shared = areBothNull ? [...common, nothing] : common;
  const whole = {
    old: unionOf([...shared, ...old]),
    now: unionOf([...shared, ...now]),
  };
  return comparison.areSame(whole.old, whole.now)
    ? []
    : [comparison.changed(whole.old, whole.now, place)];
};

/** True if the parts of one can be compared with those of the other. */
const haveParts = (
  comparison: Comparison,
  gone: Shape,
  come: Shape,
): boolean => {
  const kind = partKind(comparison, gone, "old");
  return (
    kind !== undefined &&
    kind === partKind(comparison, come, "new") &&
    (gone.kind !== "tuple" || come.kind !== "tuple" || areAlike(gone, come))
  );
};

/** The kind of what has parts that can be compared; undefined of anything else. */
const partKind = (
  { models }: Comparison,
  shape: Shape,
  side: Side,
): string | undefined => {
  const { kind } = models.expand(shape, side);
  return ["object", "array", "iterable", "tuple"].includes(kind)
    ? kind
    : undefined;
};
