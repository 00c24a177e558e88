/**
 * Reads shapes from JSON, as `shapeJson` writes them, and as earlier versions of the file have them.
 */
import { sortedMap } from "../diagnostics/code-units.js";
import {
  fail,
  flag,
  list,
  map,
  optional,
  record,
  text,
  type Reader,
} from "./readers.js";
import { sharedMark } from "./shared-shapes.js";
import type { Access, Shape, ShapeProperty } from "./shape.js";
import { unionOf } from "./union-of.js";

/** Deeper ones are none of ours. */
const maxDepth = 500;

/** So many parts has no package, with what they share counted each time. */
const maxParts = 20_000_000;

/** Keys of shapes that say more of what stands under another one. */
const besidesKind: ReadonlySet<string> = new Set([
  "index",
  "rest",
  "with",
  "withheld",
]);

export interface ShapeReaders {
  readonly shape: Reader<Shape>;
  readonly property: Reader<ShapeProperty>;
  /** Properties by name: what is read of each is up to the caller, who may be given its name. */
  readonly properties: <Value extends ShapeProperty>(
    value: unknown,
    read: (value: unknown, name: string) => Value,
  ) => ReadonlyMap<string, Value>;
}

interface Format {
  /** Those that stand in several places, by their marks. */
  readonly shared: Readonly<Record<string, unknown>>;
  /** True if keys of properties say which are optional; in the first format their names are all there is. */
  readonly hasMarkedKeys: boolean;
}

/** The readers of one file, which count what they have read. */
export const shapeReaders = ({
  shared,
  hasMarkedKeys,
}: Format): ShapeReaders => {
  const known = new Map<string, { shape: Shape; parts: number }>();
  /** Most types are a few words, the same ones again and again. */
  const words = new Map<string, Shape>();
  const plain = new Map<string, ShapeProperty>();
  const open = new Set<string>();
  let parts = 0;
  const count = (more: number): void => {
    parts += more;
    if (parts > maxParts) fail("its types are too large");
  };

  const sharedShape = (mark: string, depth: number): Shape => {
    const before = known.get(mark);
    if (before) {
      count(before.parts);
      return before.shape;
    }
    if (open.has(mark)) return fail("a type is made of itself");
    open.add(mark);
    const start = parts;
    const shape = shapeAt(depth + 1)(shared[mark]);
    open.delete(mark);
    known.set(mark, { shape, parts: parts - start });
    return shape;
  };

  const shapeAt =
    (depth: number): Reader<Shape> =>
    (value) => {
      if (depth > maxDepth) return fail("a type is too deep");
      count(1);
      if (typeof value === "string")
        return value.startsWith(sharedMark)
          ? sharedShape(value.slice(sharedMark.length), depth)
          : readOnce(words, value, readWords);
      const inside = shapeAt(depth + 1);
      const given = record(value);
      const [kind = ""] = Object.keys(given).filter(
        (key) => !besidesKind.has(key),
      );
      const content = given[kind];
      switch (kind) {
        case "value":
          return literal(content);
        case "enum":
          return unionOf(list(content, literal));
        case "platform":
          return { kind, name: text(content) };
        case "array":
        case "iterable":
          return { kind, item: inside(content) };
        case "tuple":
          return {
            kind,
            items: list(content, (item) => {
              const { type, optional } = record(item);
              return { type: inside(type), isOptional: flag(optional) };
            }),
            ...(given["rest"] !== undefined && { rest: inside(given["rest"]) }),
          };
        case "object":
          return {
            kind,
            properties: properties(content, (one) =>
              // What is shared has its parts counted wherever it stands.
              typeof one === "string" && !one.startsWith(sharedMark)
                ? readOnce(plain, one, () => readProperty(one, inside))
                : readProperty(one, inside),
            ),
            ...(given["index"] !== undefined && {
              index: inside(given["index"]),
            }),
            ...(given["with"] !== undefined && {
              bases: list(given["with"], text),
            }),
            ...(given["withheld"] !== undefined && {
              withheld: map(given["withheld"], access),
            }),
          };
        case "anyOf":
          return unionOf(list(content, inside));
        case "allOf":
          return { kind: "intersection", members: list(content, inside) };
        default:
          return fail(`\`${kind}\` is no type`);
      }
    };

  const properties: ShapeReaders["properties"] = (value, read) =>
    sortedMap(
      Object.entries(record(value)).map(([key, one]) => {
        const mark = hasMarkedKeys ? /[?!]$/.exec(key)?.[0] : undefined;
        const name = mark === undefined ? key : key.slice(0, -1);
        const property = read(one, name);
        return [
          name,
          mark === "?" ? { ...property, isOptional: true } : property,
        ];
      }),
    );

  const shape = shapeAt(0);
  const property: Reader<ShapeProperty> = (value) => readProperty(value, shape);
  return { shape, property, properties };
};

const readOnce = <Value>(
  known: Map<string, Value>,
  words: string,
  read: (words: string) => Value,
): Value => {
  const before = known.get(words);
  if (before !== undefined) return before;
  const value = read(words);
  known.set(words, value);
  return value;
};

/** No shape has a `type`: where it is alone, there is nothing else to say about the property. */
function readProperty(value: unknown, shape: Reader<Shape>): ShapeProperty {
  if (typeof value === "string" || !Object.hasOwn(record(value), "type"))
    return {
      type: shape(value),
      isOptional: false,
      isDeprecated: false,
      constraints: [],
    };
  const given = record(value);
  return {
    type: shape(given["type"]),
    isOptional: flag(given["optional"]),
    isDeprecated: flag(given["deprecated"]),
    ...optional(given, "access", access),
    constraints: list(given["constraints"] ?? [], text),
    ...(given["default"] !== undefined && { default: text(given["default"]) }),
  };
}

const access: Reader<Access> = (value) =>
  value === "readOnly" || value === "writeOnly"
    ? value
    : fail("an access is none");

const literal: Reader<Shape> = (value) =>
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "boolean"
    ? { kind: "literal", value }
    : fail("a value is no literal");

/** `null | #Pet[]` */
function readWords(words: string): Shape {
  const [only = "", ...more] = words.split(" | ");
  return more.length === 0
    ? readWord(only)
    : unionOf([only, ...more].map(readWord));
}

function readWord(word: string): Shape {
  const [, item, brackets = ""] = /^(.*?)((?:\[\])*)$/.exec(word) ?? [];
  if (brackets.length / 2 > maxDepth) return fail("a type is too deep");
  let shape = readName(item ?? word);
  for (let depth = brackets.length / 2; depth > 0; depth--)
    shape = { kind: "array", item: shape };
  return shape;
}

function readName(word: string): Shape {
  if (word.startsWith("#")) return { kind: "model", name: word.slice(1) };
  switch (word) {
    case "string":
    case "number":
    case "null":
    case "unknown":
    case "never":
      return { kind: "keyword", keyword: word };
    case "void":
    case "openString":
    case "unresolved":
      return { kind: word };
    case "boolean":
      return unionOf([
        { kind: "literal", value: true },
        { kind: "literal", value: false },
      ]);
    default:
      return fail(`\`${word}\` is no type`);
  }
}
