/**
 * Types as code.
 */
import {
  assertNever,
  type ObjectType,
  type Property,
  type Type,
} from "../../sdk/sdk.js";
import { childTypes } from "../../sdk/types.js";
import {
  code,
  doc,
  docs,
  join,
  lit,
  literalUnion,
  typeKey,
  type Code,
} from "../encode/encode.js";
import type { Module } from "../module.js";
import { modulePaths } from "../module-paths.js";
import type { PropertyStructure } from "../structures.js";
import { remarksOf } from "./comments.js";
import { runtimeSymbols } from "./symbols.js";

/** What surrounds a type decides whether it needs parentheses. */
type Position = "alone" | "union" | "intersection" | "element";

export function typeCode(
  type: Type,
  module: Module,
  position: Position = "alone",
): Code {
  const inside = (inner: Type, around: Position = "alone"): Code =>
    typeCode(inner, module, around);
  switch (type.kind) {
    case "keyword":
      return type.open
        ? parenthesized(code`${type.keyword as Code} & {}`, position)
        : (type.keyword as Code);
    case "literal":
      return lit(type.value);
    case "model":
      return module.model(type.name);
    case "binary":
      if (type.input) return module.use(runtimeSymbols.Uploadable);
      return type.isResponse ? code`Response` : code`Blob`;
    case "dateTime":
      return type.input
        ? alternatives(code`string | Date`, position)
        : code`string`;
    case "array":
      return type.readonly
        ? code`readonly ${inside(type.item, "element")}[]`
        : code`${inside(type.item, "element")}[]`;
    case "iterable": {
      const item = inside(type.item);
      return alternatives(
        code`Iterable<${item}> | AsyncIterable<${item}>`,
        position,
      );
    }
    case "part":
      return code`${module.use(runtimeSymbols.Part)}<${inside(type.of)}>`;
    case "tuple": {
      const items = type.items.map((item) =>
        item.optional
          ? code`${inside(item.type, "element")}?`
          : inside(item.type),
      );
      const rest = type.rest
        ? [code`...${inside(type.rest, "element")}[]`]
        : [];
      return code`[${join([...items, ...rest], ", ")}]`;
    }
    case "object":
      return module.places.get(type) ?? objectCode(type, module);
    case "union":
      return type.members.length === 0
        ? code`never`
        : alternatives(
            join(
              type.members.map((member) =>
                member.kind === "dateTime" && type.members.some(isTextLiteral)
                  ? openDate(member.input)
                  : inside(member, "union"),
              ),
              " | ",
            ),
            position,
          );
    case "intersection":
      return parenthesized(
        join(
          type.members.map((member) => inside(member, "intersection")),
          " & ",
        ),
        position,
      );
    case "withRequired":
      return code`${module.import("WithRequired", modulePaths.models, true)}<${inside(type.of)}, ${literalUnion(type.keys)}>`;
    case "element":
      return code`${type.path.reduce(
        (of, name) => code`NonNullable<${of}[${lit(name)}]>`,
        inside(type.of, "element"),
      )}[number]`;
    default:
      return assertNever(type);
  }
}

const isTextLiteral = (type: Type): boolean =>
  type.kind === "literal" && typeof type.value === "string";

/** A time beside listed texts, which a bare `string` would absorb. */
const openDate = (isInput: boolean): Code =>
  isInput ? code`(string & {}) | Date` : code`(string & {})`;

const alternatives = (text: Code, position: Position): Code =>
  position === "alone" || position === "union" ? text : code`(${text})`;

/** `&` binds more tightly than `|`; prettier shows it all the same. */
const parenthesized = (text: Code, position: Position): Code =>
  position === "element" || position === "union" ? code`(${text})` : text;

function objectCode(type: ObjectType, module: Module): Code {
  if (type.properties.length === 0 && type.index) {
    const value = typeCode(type.index, module);
    // A type argument must be known at once (TS2456): `type Json = string | Record<string, Json>`.
    return namesModel(type.index)
      ? code`{ [key: string]: ${value} }`
      : code`Record<string, ${value}>`;
  }
  return type.properties.length === 0
    ? code`{}`
    : code`{\n${membersCode(type, module)}}`;
}

/** True if the type names a declaration, which may lead back here. */
function namesModel(type: Type): boolean {
  switch (type.kind) {
    case "model":
    case "withRequired":
    case "element":
    case "part":
      return true;
    case "object":
      // the members of a literal are looked at later than the type itself
      return type.index !== undefined && namesModel(type.index);
    default:
      return childTypes(type).some(namesModel);
  }
}

/** The members of an object type as code, each with its comment. */
const membersCode = ({ properties, index }: ObjectType, module: Module): Code =>
  join(
    [
      ...properties.map((property) => propertyCode(property, module)),
      ...(index ? [code`[key: string]: ${typeCode(index, module)};\n`] : []),
    ],
    "",
  );

/** A property within a type. */
export const propertyCode = (
  property: Property,
  module: Module,
  isInput = false,
): Code =>
  code`${doc(remarksOf(property.doc))}${typeKey(property.name)}${
    property.optional ? code`?` : code``
  }: ${propertyType(property, module, isInput)};\n`;

/** A property of an interface. */
export const propertyStructure = (
  property: Property,
  module: Module,
  isInput = false,
): PropertyStructure => ({
  docs: docs(remarksOf(property.doc)),
  name: typeKey(property.name),
  hasQuestionToken: property.optional,
  type: propertyType(property, module, isInput),
});

/** The members of an interface. */
export const propertyStructures = (
  { properties, index }: ObjectType,
  module: Module,
): PropertyStructure[] => [
  ...properties.map((property) => propertyStructure(property, module)),
  // As a property: index signatures are written before all properties.
  ...(index
    ? [{ name: code`[key: string]`, type: typeCode(index, module) }]
    : []),
];

/**
 * @param isInput `?: T | undefined`, so that callers may pass `undefined` under
 *   `exactOptionalPropertyTypes`
 */
const propertyType = (
  { type, optional }: Property,
  module: Module,
  isInput: boolean,
): Code =>
  optional && isInput
    ? code`${typeCode(type, module, "union")} | undefined`
    : typeCode(type, module);
