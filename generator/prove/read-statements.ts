/**
 * How a caller reads a value that it got: each property of what is written in place, with its type, a key
 * that nobody declared where there may be such keys, and each value that an enum or the key of a union may
 * have. Models are read on their own.
 */
import type { RecordShape, Shape } from "../surface/shape.js";
import type { SurfaceModel } from "../surface/surface.js";
import { typeText } from "./caller-types.js";

interface ReadContext {
  /** An expression. */
  readonly value: string;
  readonly models: ReadonlyMap<string, SurfaceModel>;
}

export const readStatements = (
  type: Shape,
  { value, models }: ReadContext,
): readonly string[] => {
  switch (type.kind) {
    case "object":
      return [
        ...[...type.properties].flatMap(([name, property]) => {
          const member = `${value}?.[${JSON.stringify(name)}]`;
          return [
            `take<${typeText(property.type, "Received")} | undefined>(${member});`,
            ...readStatements(property.type, { value: member, models }),
          ];
        }),
        ...(type.index ? [`void ${value}?.["any other key"];`] : []),
      ];
    case "array":
      return readStatements(type.item, { value: `${value}?.[0]`, models });
    case "literal":
      return comparisons([type], value);
    case "union": {
      const [only, ...others] = type.members.filter(isValue);
      if (only && others.length === 0)
        return readStatements(only, { value, models });
      return [
        ...comparisons(type.members, value),
        ...tagsOf(type.members, models).flatMap(([name, tags]) =>
          comparisons(
            tags.flatMap(literalsIn),
            `${value}?.[${JSON.stringify(name)}]`,
          ),
        ),
        ...variantStatements(type.members, { value, models }),
      ];
    }
    default:
      return [];
  }
};

/** Each variant that a property tells apart, read as such. */
const variantStatements = (
  members: readonly Shape[],
  { value, models }: ReadContext,
): readonly string[] => {
  const records = members
    .filter(isValue)
    .map((member) => recordOf(member, models));
  const [tag] = tagsOf(members, models).filter(
    ([, tags]) =>
      new Set(tags.map((one) => JSON.stringify(one))).size === tags.length,
  );
  if (!tag) return [];
  const [name, tags] = tag;
  return records.flatMap((record, index) => {
    const one = tags[index];
    return record && one?.kind === "literal"
      ? [
          "{",
          `const one = ${value};`,
          `if (one?.[${JSON.stringify(name)}] === ${JSON.stringify(one.value)}) {`,
          ...[...record.properties].map(
            ([key, { type }]) =>
              `take<${typeText(type, "Received")} | undefined>(one[${JSON.stringify(key)}]);`,
          ),
          "}}",
        ]
      : [];
  });
};

/** False of what stands for no value: `null` and `undefined`. */
export const isValue = (shape: Shape): boolean =>
  shape.kind !== "void" &&
  !(shape.kind === "keyword" && shape.keyword === "null");

/** A comparison with a value that is not there any more does not compile. */
const comparisons = (
  members: readonly Shape[],
  value: string,
): readonly string[] =>
  members.flatMap((one) =>
    one.kind === "literal"
      ? [`void (${value} === ${JSON.stringify(one.value)});`]
      : [],
  );

/** The values of a type that is nothing else. */
const literalsIn = (type: Shape): readonly Shape[] => {
  const members = type.kind === "union" ? type.members : [type];
  return members.every(({ kind }) => kind === "literal") ? members : [];
};

/** The properties that tell members of a union apart, with all the values that they have. */
const tagsOf = (
  members: readonly Shape[],
  models: ReadContext["models"],
): readonly (readonly [string, readonly Shape[]])[] => {
  const records = members
    .filter(isValue)
    .map((member) => recordOf(member, models));
  const [first] = records;
  if (!first) return [];
  return [...first.properties.keys()].flatMap((name) => {
    const tags = records.flatMap((record) => {
      const type = record?.properties.get(name)?.type;
      return type && literalsIn(type).length > 0 ? [type] : [];
    });
    return tags.length === records.length ? [[name, tags] as const] : [];
  });
};

/** The object that a type is, models followed; undefined where it is none. */
export const recordOf = (
  type: Shape,
  models: ReadContext["models"],
): RecordShape | undefined => {
  const whole = type.kind === "model" ? models.get(type.name)?.type : type;
  if (whole?.kind === "model") return recordOf(whole, models);
  return whole?.kind === "object" ? whole : undefined;
};
