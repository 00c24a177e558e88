/**
 * Random models, and models with one random change; the same for the same seed.
 */
import type {
  RecordShape,
  Shape,
  ShapeProperty,
} from "../../../../generator/surface/shape.js";
import { printShape } from "../../../../generator/surface/print-shape.js";
import { unionOf } from "../../../../generator/surface/union-of.js";

export type Models = ReadonlyMap<string, Shape>;

/** A number from 0 up to `end`. */
export type Random = (end: number) => number;

/** The same numbers for the same seed (mulberry32). */
export const randomOf = (seed: number): Random => {
  let state = seed;
  return (end) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end;
  };
};

const oneOf = <Item>(random: Random, items: readonly [Item, ...Item[]]): Item =>
  items[Math.floor(random(items.length))] ?? items[0];

const records = ["Cat", "Dog", "Fish"] as const;
const aliases = ["Kind", "Pet", "Tags"] as const;

/** Three objects, which may be inside each other, and three names of something else. */
export const randomModels = (random: Random): Models =>
  new Map<string, Shape>([
    ...records.map((name) => [name, randomRecord(random, 2)] as const),
    ["Kind", randomEnum(random)],
    ["Pet", unionOf([randomReference(random), randomReference(random)])],
    ["Tags", { kind: "array", item: randomReference(random) }],
  ]);

const randomReference = (random: Random): Shape => ({
  kind: "model",
  name: oneOf(random, records),
});

const randomEnum = (random: Random): Shape =>
  unionOf([
    ...["a", "b", "c"]
      .filter((value) => value === "a" || random(1) < 0.5)
      .map((value) => ({ kind: "literal", value }) as const),
    ...(random(1) < 0.3 ? [{ kind: "openString" } as const] : []),
  ]);

const text: Shape = { kind: "keyword", keyword: "string" };
const number: Shape = { kind: "keyword", keyword: "number" };
const nothing: Shape = { kind: "keyword", keyword: "null" };

const randomShape = (random: Random, depth: number): Shape => {
  const inner = (): Shape => randomShape(random, depth - 1);
  const simple = [
    () => text,
    () => number,
    () => unionOf([text, number]),
    () => randomEnum(random),
    () => unionOf([true, false].map((value) => ({ kind: "literal", value }))),
    () => ({ kind: "platform", name: "Date" }),
    () => ({ kind: "literal", value: oneOf(random, [1, 2, true]) }),
    () => ({ kind: "keyword", keyword: "unknown" }),
    () => ({ kind: "model", name: oneOf(random, [...records, ...aliases]) }),
    () => randomReference(random),
  ] as const satisfies readonly (() => Shape)[];
  if (depth <= 0) return oneOf(random, simple)();
  return oneOf<() => Shape>(random, [
    ...simple,
    () => unionOf([nothing, inner()]),
    () => unionOf([inner(), inner()]),
    () => unionOf([randomReference(random), randomReference(random)]),
    () => ({ kind: "array", item: inner() }),
    () => ({ kind: "iterable", item: inner() }),
    () => ({
      kind: "tuple",
      items: [
        { type: inner(), isOptional: false },
        ...(random(1) < 0.5 ? [{ type: inner(), isOptional: true }] : []),
      ],
      ...(random(1) < 0.3 && { rest: inner() }),
    }),
    () => randomRecord(random, depth - 1),
    () => ({ kind: "object", properties: new Map(), index: inner() }),
  ])();
};

const randomProperty = (random: Random, depth: number): ShapeProperty => ({
  type: randomShape(random, depth),
  isOptional: random(1) < 0.4,
  isDeprecated: false,
  constraints: [],
});

const randomRecord = (random: Random, depth: number): RecordShape => ({
  kind: "object",
  properties: new Map(
    ["p", "q", "r"]
      .filter(() => random(1) < 0.6)
      .map((name) => [name, randomProperty(random, depth)]),
  ),
  ...(random(1) < 0.1 && { index: { kind: "keyword", keyword: "unknown" } }),
});

/** The models with one change, somewhere in one of them. */
export const changed = (models: Models, random: Random): Models => {
  const names = [...models.keys()];
  const name = names[Math.floor(random(names.length))];
  const change = (shape: Shape): Shape => {
    if (shape.kind === "object") return changedRecord(shape, random);
    // Names of names of themselves are no types of TypeScript.
    for (;;) {
      const next = changedShape(shape, random);
      if (!/\b(?:Kind|Pet|Tags)\b/.test(printShape(next))) return next;
    }
  };
  return new Map(
    [...models].map(([other, shape]) => [
      other,
      other === name ? change(shape) : shape,
    ]),
  );
};

const changedShape = (shape: Shape, random: Random): Shape => {
  if (random(1) < 0.3)
    return random(1) < 0.5
      ? unionOf([shape, randomShape(random, 0)])
      : randomShape(random, 1);
  switch (shape.kind) {
    case "array":
    case "iterable":
      return { ...shape, item: changedShape(shape.item, random) };
    case "tuple":
      return {
        ...shape,
        items: shape.items.map((item) => ({
          ...item,
          type: changedShape(item.type, random),
        })),
      };
    case "object":
      return changedRecord(shape, random);
    case "union": {
      const index = Math.floor(random(shape.members.length));
      return unionOf(
        shape.members.flatMap((member, at) =>
          at !== index
            ? member
            : random(1) < 0.5
              ? []
              : changedShape(member, random),
        ),
      );
    }
    default:
      return randomShape(random, 0);
  }
};

const changedRecord = (record: RecordShape, random: Random): RecordShape => {
  const { index } = record;
  if (index && (random(1) < 0.3 || record.properties.size === 0))
    return random(1) < 0.3
      ? { kind: "object", properties: record.properties }
      : record.properties.size === 0
        ? { ...record, index: changedShape(index, random) }
        : record;
  const properties = new Map(record.properties);
  const name = oneOf(random, ["p", "q", "r"]);
  const property = properties.get(name);
  if (!property) properties.set(name, randomProperty(random, 1));
  else if (random(1) < 0.2) properties.delete(name);
  else if (random(1) < 0.25)
    properties.set(name, { ...property, isOptional: !property.isOptional });
  else
    properties.set(name, {
      ...property,
      type: changedShape(property.type, random),
    });
  return { ...record, properties };
};
