/**
 * Types of the old surface as TypeScript, for a caller that writes them down itself.
 *
 * What callers send may be mutable; what they get may be read-only by now: the same shape is written
 * in one way for each direction.
 */
import { isIdentifier } from "../sdk/identifiers.js";
import { assertNever } from "../sdk/sdk.js";
import type { RecordShape, Shape } from "../surface/shape.js";
import type { Surface } from "../surface/surface.js";

/** The type of files that are sent, as packages export it. */
export const uploadType = "Uploadable";

/** The namespaces in which the caller declares the models of the old surface. */
export type Namespace = "Sent" | "Received";

/** @param nameOf declares an object that is written in place, and gives its name. Default: it stays there */
export const typeText = (
  shape: Shape,
  namespace: Namespace,
  nameOf: (record: string) => string = (record) => record,
): string => {
  const inner = (one: Shape): string => typeText(one, namespace, nameOf);
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
      return isIdentifier(shape.name) ? `${namespace}.${shape.name}` : "never";
    case "platform":
      return platformType(shape.name);
    case "array":
      return namespace === "Sent"
        ? `Array<${inner(shape.item)}>`
        : `ReadonlyArray<${inner(shape.item)}>`;
    case "iterable":
      return namespace === "Sent"
        ? `(Iterable<${inner(shape.item)}> | AsyncIterable<${inner(shape.item)}>)`
        : `AsyncIterable<${inner(shape.item)}>`;
    case "tuple": {
      const items = shape.items.map(
        ({ type, isOptional }) => `(${inner(type)})${isOptional ? "?" : ""}`,
      );
      const rest = shape.rest ? [`...Array<${inner(shape.rest)}>`] : [];
      const list = `[${[...items, ...rest].join(", ")}]`;
      return namespace === "Sent" ? list : `(readonly ${list})`;
    }
    case "object":
      return shape.index
        ? recordText(shape, inner)
        : nameOf(recordText(shape, inner));
    case "union":
      return `(${shape.members.map(inner).join(" | ")})`;
    case "intersection":
      return `(${shape.members.map(inner).join(" & ")})`;
    // What declarations do not say: nothing is proved of it.
    case "unresolved":
      return "any";
    default:
      return assertNever(shape);
  }
};

/** Those of the runtime are exported by the package; others are the platform's. */
const platformType = (name: string): string => {
  if (name === "FileInput") return uploadType;
  return isIdentifier(name) ? name : "never";
};

/** Properties need not fit what the index says of all others, so the two are intersected. */
const recordText = (
  { properties, index }: RecordShape,
  inner: (shape: Shape) => string,
): string => {
  const members = [...properties].map(
    ([name, { type, isOptional }]) =>
      `${JSON.stringify(name)}${isOptional ? "?" : ""}: ${inner(type)}`,
  );
  const record = `{ ${members.join("; ")} }`;
  if (!index) return record;
  const open = `{ [key: string]: ${inner(index)} }`;
  return members.length === 0 ? open : `(${record} & ${open})`;
};

/**
 * The models of the old surface, in both forms. Objects are interfaces, as callers have them: unlike a
 * type alias, an interface does not fit where any key is asked for.
 */
export const modelDeclarations = ({ models }: Surface): readonly string[] =>
  (["Sent", "Received"] as const).flatMap((namespace) => {
    const inPlace: string[] = [];
    const nameOf = (record: string): string => {
      const name = `InPlace${String(inPlace.length)}`;
      inPlace.push(`  export interface ${name} ${record}`);
      return `${namespace}.${name}`;
    };
    const exported = [...models]
      .filter(([name]) => isIdentifier(name))
      .map(
        ([name, { type }]) =>
          `  export type ${name} = ${typeText(type, namespace, nameOf)};`,
      );
    return [`declare namespace ${namespace} {`, ...exported, ...inPlace, "}"];
  });
