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
import { code, join, lit, typeKey, type Code } from "../encode/encode.js";
import { remarksOf, comment } from "./comments.js";
import { modelsPath, type Module } from "../module.js";
import { runtime } from "./symbols.js";

/** Where a type stands decides whether it needs parentheses. */
type Position = "alone" | "union" | "intersection" | "element";

export function typeCode(
  type: Type,
  module: Module,
  position: Position = "alone",
): Code {
  const inside = (one: Type, at: Position = "alone"): Code =>
    typeCode(one, module, at);
  switch (type.kind) {
    case "keyword":
      return type.keyword as Code;
    case "literal":
      return lit(type.value);
    case "model":
      return module.model(type.name);
    case "binary":
      return type.input ? module.use(runtime.Uploadable) : code`Blob`;
    case "dateTime":
      return type.input
        ? alternatives(code`string | Date`, position)
        : code`string`;
    case "array":
      return type.readonly
        ? code`readonly ${inside(type.item, "element")}[]`
        : code`${inside(type.item, "element")}[]`;
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
      return objectCode(type, module);
    case "union":
      return type.members.length === 0
        ? code`never`
        : alternatives(
            join(
              type.members.map((one) => inside(one, "union")),
              " | ",
            ),
            position,
          );
    case "intersection":
      return parenthesized(
        join(
          type.members.map((one) => inside(one, "intersection")),
          " & ",
        ),
        position,
      );
    case "withRequired":
      return code`${module.import("WithRequired", modelsPath, true)}<${inside(type.of)}, ${join(type.keys.map(lit), " | ")}>`;
    case "element":
      return code`${type.path.reduce(
        (of, name) => code`NonNullable<${of}[${lit(name)}]>`,
        inside(type.of, "element"),
      )}[number]`;
    default:
      return assertNever(type);
  }
}

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

/** True if the type contains a declaration that may lead back to it. */
function namesModel(type: Type): boolean {
  switch (type.kind) {
    case "model":
    case "withRequired":
    case "element":
      return true;
    case "object":
      // the members of a literal are looked at later than the type itself
      return type.index !== undefined && namesModel(type.index);
    default:
      return childTypes(type).some(namesModel);
  }
}

/** The members of an object type or interface, each with its comment. */
export function membersCode(
  { properties, index }: ObjectType,
  module: Module,
): Code {
  const members = properties.map((property) =>
    propertyCode(property, module, false),
  );
  if (index) members.push(code`[key: string]: ${typeCode(index, module)};\n`);
  return join(members, "");
}

/**
 * @param input `?: T | undefined`, so that callers may pass `undefined` under
 *   `exactOptionalPropertyTypes`
 */
export function propertyCode(
  { name, type, optional, doc }: Property,
  module: Module,
  input: boolean,
): Code {
  const mark = optional ? code`?` : code``;
  const absent = optional && input ? code` | undefined` : code``;
  const value = typeCode(type, module, absent === "" ? "alone" : "union");
  return code`${comment(remarksOf(doc))}${typeKey(name)}${mark}: ${value}${absent};\n`;
}
