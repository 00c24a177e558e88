/**
 * Shapes as TypeScript, for people and as keys: types that are the same have the same text. What a
 * property says besides its type is not in it.
 */
import { isIdentifier } from "../sdk/identifiers.js";
import { assertNever } from "../sdk/sdk.js";
import type { RecordShape, Shape } from "./shape.js";

/** @param nameOf what to call a model; default: its name */
export const printShape = (shape: Shape, nameOf: NameOf = itself): string => {
  const inner = (one: Shape): string => printShape(one, nameOf);
  const within = (one: Shape): string => {
    const text = inner(one);
    const isJoined = one.kind === "union" || one.kind === "intersection";
    return isJoined && text !== "boolean" ? `(${text})` : text;
  };
  switch (shape.kind) {
    case "keyword":
      return shape.keyword;
    case "void":
      return "undefined";
    case "literal":
      return JSON.stringify(shape.value);
    case "openString":
      return "(string & {})";
    case "model":
      return nameOf(shape.name);
    case "platform":
      return shape.name;
    case "unresolved":
      return shape.kind;
    case "array":
      return `${within(shape.item)}[]`;
    case "iterable":
      return `AsyncIterable<${inner(shape.item)}>`;
    case "tuple": {
      const items = shape.items.map(
        ({ type, isOptional }) => within(type) + (isOptional ? "?" : ""),
      );
      const rest = shape.rest ? [`...${within(shape.rest)}[]`] : [];
      return `[${[...items, ...rest].join(", ")}]`;
    }
    case "object":
      return printRecord(shape, inner);
    case "union":
      return withBoolean(shape.members.map(inner)).sort().join(" | ");
    case "intersection":
      return shape.members.map(within).join(" & ");
    default:
      return assertNever(shape);
  }
};

type NameOf = (model: string) => string;

const itself: NameOf = (name) => name;

const withBoolean = (members: readonly string[]): string[] =>
  members.includes("true") && members.includes("false")
    ? ["boolean", ...members.filter((one) => one !== "true" && one !== "false")]
    : [...members];

const printRecord = (
  { properties, index }: RecordShape,
  inner: (shape: Shape) => string,
): string => {
  const members = [
    ...[...properties].map(
      ([name, { type, isOptional }]) =>
        `${isIdentifier(name) ? name : JSON.stringify(name)}${isOptional ? "?" : ""}: ${inner(type)}`,
    ),
    ...(index ? [`[key: string]: ${inner(index)}`] : []),
  ];
  return members.length === 0 ? "{}" : `{ ${members.join("; ")} }`;
};
