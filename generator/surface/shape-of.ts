/**
 * Types of the representation in their normal form.
 */
import { byCodeUnit, sortedMap } from "../diagnostics/code-units.js";
import {
  assertNever,
  type Declaration,
  type Doc,
  type Name,
  type ObjectType,
  type Property,
  type Type,
} from "../sdk/sdk.js";
import type { RecordShape, Shape, ShapeProperty } from "./shape.js";
import { printShape } from "./print-shape.js";
import {
  joinBoth,
  joinRecords,
  withBases,
  type JoinProperties,
} from "./join-shapes.js";
import { unionOf } from "./union-of.js";

/** The declarations of models, for what is made of several. */
export type DeclarationOf = (name: string) => Declaration | undefined;

export const shapeOf = (type: Type, models: DeclarationOf): Shape => {
  const inner = (one: Type): Shape => shapeOf(one, models);
  switch (type.kind) {
    case "keyword":
      return keywordShape(type);
    case "literal":
      return { kind: "literal", value: type.value };
    case "model":
      return { kind: "model", name: type.name };
    case "binary":
      return {
        kind: "platform",
        name: type.input ? "FileInput" : type.isResponse ? "Response" : "Blob",
      };
    case "dateTime":
      return type.input ? unionOf([text, date]) : text;
    case "array":
      return { kind: "array", item: inner(type.item) };
    case "iterable":
      return { kind: "iterable", item: inner(type.item) };
    case "part":
      return inner(type.of);
    case "tuple":
      return {
        kind: "tuple",
        items: type.items.map(({ type: item, optional }) => ({
          type: inner(item),
          isOptional: optional,
        })),
        ...(type.rest && { rest: inner(type.rest) }),
      };
    case "object":
      return recordOf(type, models);
    case "union":
      return unionOf(type.members.map(inner));
    case "intersection":
      return intersectionOf(
        type.members,
        models,
        joinBoth((name) => declaredOf(name, models)),
      );
    case "withRequired": {
      const record = recordIn(type.of, models);
      return record
        ? {
            ...withRequired(record, new Set(type.keys)),
            ...withBases(basesOf(type.of, record)),
          }
        : inner(type.of);
    }
    case "element":
      return elementOf(inner(type.of), type.path, models);
    default:
      return assertNever(type);
  }
};

const text: Shape = { kind: "keyword", keyword: "string" };
const date: Shape = { kind: "platform", name: "Date" };

const keywordShape = ({
  keyword,
  open = false,
}: Extract<Type, { kind: "keyword" }>): Shape => {
  switch (keyword) {
    case "boolean":
      return unionOf([
        { kind: "literal", value: true },
        { kind: "literal", value: false },
      ]);
    case "undefined":
    case "void":
      return { kind: "void" };
    case "string":
      return open ? { kind: "openString" } : text;
    default:
      return { kind: "keyword", keyword };
  }
};

const recordOf = (
  { properties, index, withheld }: ObjectType,
  models: DeclarationOf,
): RecordShape => ({
  kind: "object",
  properties: sortedMap(
    properties.map((property) => [property.name, propertyOf(property, models)]),
  ),
  ...(index && { index: shapeOf(index, models) }),
  ...(withheld && {
    withheld: new Map(withheld.map(({ name, access }) => [name, access])),
  }),
});

/** A format is no limit: where it matters, the type says so. */
const limitsOf = ({ constraints = [] }: Doc): readonly string[] =>
  constraints.filter((one) => !one.startsWith("Format: "));

/** What callers can tell of a property, or of a field of `params`. */
export const propertyOf = (
  { type, optional, access, doc }: Property,
  models: DeclarationOf,
): ShapeProperty => ({
  type: shapeOf(type, models),
  isOptional: optional,
  isDeprecated: doc.deprecated === true,
  ...(access && { access }),
  constraints: limitsOf(doc),
  ...(doc.defaultValue !== undefined && {
    default: JSON.stringify(doc.defaultValue),
  }),
});

/** The properties of an interface with those of its bases, or what an alias stands for. */
export const declaredShape = (
  declaration: Declaration,
  models: DeclarationOf,
): Shape =>
  declaration.kind === "alias"
    ? shapeOf(declaration.type, models)
    : intersectionOf(
        [
          ...declaration.extends.map(
            (name) => ({ kind: "model", name }) as const,
          ),
          declaration.body,
        ],
        models,
        (_inherited, own) => own,
      );

/** One object of several, where all are objects. */
const intersectionOf = (
  types: readonly Type[],
  models: DeclarationOf,
  join: JoinProperties,
): Shape => {
  const records = types.map((type) => recordIn(type, models));
  let whole: RecordShape = { kind: "object", properties: new Map() };
  const bases: string[] = [];
  for (const [index, record] of records.entries()) {
    if (!record)
      return {
        kind: "intersection",
        members: types
          .map((type) => shapeOf(type, models))
          .sort((a, b) => byCodeUnit(printShape(a), printShape(b))),
      };
    whole = joinRecords(whole, record, join);
    bases.push(...basesOf(types[index], record));
  }
  return {
    ...whole,
    properties: sortedMap(whole.properties),
    ...withBases(bases),
  };
};

/** A model by its name, which has bases of its own; of what has no name, those that it has. */
const basesOf = (
  type: Type | undefined,
  { bases = [] }: RecordShape,
): readonly string[] => (type?.kind === "model" ? [type.name] : bases);

/** The object that a type is, models followed; undefined where it is none. */
const recordIn = (
  type: Type,
  models: DeclarationOf,
): RecordShape | undefined => {
  const shape =
    type.kind === "model"
      ? declaredOf(type.name, models)
      : shapeOf(type, models);
  if (shape?.kind === "model")
    return recordIn({ kind: "model", name: shape.name as Name }, models);
  return shape?.kind === "object" ? shape : undefined;
};

const withRequired = (
  { properties, ...record }: RecordShape,
  keys: ReadonlySet<string>,
): RecordShape => ({
  ...record,
  properties: new Map(
    [...properties].map(([name, property]) => [
      name,
      keys.has(name) ? { ...property, isOptional: false } : property,
    ]),
  ),
});

/** The type of a value inside another one; the whole where that cannot be followed. */
const elementOf = (
  shape: Shape,
  path: readonly string[],
  models: DeclarationOf,
): Shape => {
  const [key, ...rest] = path;
  const whole = shape.kind === "model" ? declaredOf(shape.name, models) : shape;
  if (whole?.kind === "array" && key === undefined) return whole.item;
  const property =
    whole?.kind === "object" && key !== undefined
      ? whole.properties.get(key)
      : undefined;
  return property ? elementOf(property.type, rest, models) : shape;
};

/** What models stand for, as far as it was asked for. */
interface Followed {
  readonly done: Map<string, Shape>;
  /** Models that are being followed, each inside the one before. */
  readonly active: Set<string>;
  /** How often a model was met inside itself. */
  circles: number;
}

const followed = new WeakMap<DeclarationOf, Followed>();

/**
 * A model that is made of itself has no end: inside, it is not followed. What has no circle is the same
 * from everywhere, and is looked at once: parts of parts may be met along very many ways.
 */
const declaredOf = (name: string, models: DeclarationOf): Shape | undefined => {
  const state: Followed = followed.get(models) ?? {
    done: new Map<string, Shape>(),
    active: new Set<string>(),
    circles: 0,
  };
  followed.set(models, state);
  const known = state.done.get(name);
  if (known) return known;
  if (state.active.has(name)) {
    state.circles++;
    return undefined;
  }
  const declaration = models(name);
  if (!declaration) return undefined;
  const { circles } = state;
  state.active.add(name);
  const shape = declaredShape(declaration, models);
  state.active.delete(name);
  if (state.circles === circles) state.done.set(name, shape);
  return shape;
};
