/**
 * Values whose form is wrong and whose meaning is plain: one object where a list of them belongs, a
 * name where an object with that name belongs, `"true"` in quotes. They are put right before anything
 * else is checked, so that what is inside them is checked too.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import {
  openapiRoot,
  type FieldType,
  type ObjectKind,
} from "../../openapi/grammar.js";
import { methods } from "../../openapi/operations.js";
import { type Path, toPointer, valueAt } from "../../openapi/pointers.js";
import {
  isRecord,
  remove,
  setOwn,
  typeName,
  type JsonObject,
} from "../../openapi/records.js";
import { type ObjectVisitor, walk } from "../../openapi/walk.js";
import type { SourceLocations } from "../read/source-locations.js";
import { describeField } from "./types.js";

interface PlainFormsContext {
  readonly root: JsonObject;
  readonly diagnostics: Diagnostics;
  readonly locations: SourceLocations;
}

/** Changes the document. */
export function readPlainForms(context: PlainFormsContext): void {
  const { root, diagnostics } = context;
  const visitor: ObjectVisitor = {
    object: (node, kind, path) => {
      if (kind === "pathItem") lowerMethods(node, path, context);
    },
    mismatch: (value, expected, path) => {
      const pointer = toPointer(path);
      const holder = valueAt(root, pointer.slice(0, -1));
      const name = pointer.at(-1) ?? "";
      const plain = plainForm(value, expected, pointer);
      if (plain === undefined || name === "$ref") return;
      if (Array.isArray(holder)) holder[Number(name)] = plain.value;
      else if (isRecord(holder)) setOwn(holder, name, plain.value);
      else return;
      diagnostics.report(
        "form-read",
        {
          field: fieldOf(pointer, holder),
          expected: describeField(expected),
          found: typeName(value),
          read: plain.read,
        },
        pointer,
      );
      walk(plain.value, expected, path, visitor);
    },
  };
  walk(root, openapiRoot, undefined, visitor);
}

/** `GET` is `get`. */
function lowerMethods(
  item: JsonObject,
  path: Path | undefined,
  { diagnostics, locations }: PlainFormsContext,
): void {
  for (const [name, operation] of Object.entries(item)) {
    const read = name.toLowerCase();
    if (name === read || !methods.includes(read) || !isRecord(operation))
      continue;
    if (Object.hasOwn(item, read)) continue;
    const pointer = toPointer(path, name);
    const details = { field: "method", found: name, read };
    diagnostics.report("case-read", details, pointer);
    remove(item, name);
    setOwn(item, read, operation);
    locations.set(toPointer(path, read), pointer);
  }
}

interface PlainForm {
  readonly value: unknown;
  /** What the message says that it is read as. */
  readonly read: string;
}

function plainForm(
  value: unknown,
  expected: FieldType,
  pointer: readonly string[],
): PlainForm | undefined {
  switch (expected.form) {
    case "array":
      return listOf(value, expected.of);
    case "scalar":
      return scalarOf(value, expected.scalar, pointer);
    case "object":
      return typeof value === "string"
        ? objectOf(value, expected.kind)
        : undefined;
    case "map":
    case "any":
      return undefined;
  }
}

/** `parameters: { name: q, in: query }`, `required: id`; any value may be meant by `enum: "a,b"`. */
function listOf(value: unknown, of: FieldType): PlainForm | undefined {
  const fits =
    of.form === "object"
      ? isRecord(value) && Object.keys(value).length > 0
      : of.form === "scalar" &&
        of.scalar === "string" &&
        typeof value === "string";
  return fits ? { value: [value], read: "an array of one" } : undefined;
}

function scalarOf(
  value: unknown,
  scalar: string,
  pointer: readonly string[],
): PlainForm | undefined {
  // `tags: [{ name: pets }]` of an operation
  if (scalar === "string" && pointer.at(-2) === "tags" && isRecord(value))
    return typeof value.name === "string"
      ? { value: value.name, read: "its name" }
      : undefined;
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (scalar === "boolean") {
    const said = /^(?:(true|yes|on)|(?:false|no|off))$/i.exec(text);
    if (!said) return undefined;
    const is = said[1] !== undefined;
    return { value: is, read: String(is) };
  }
  const isNumber =
    scalar === "nonNegativeInteger"
      ? /^\d{1,15}$/.test(text)
      : /^(?:number|exclusiveBound)$/.test(scalar) &&
        /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text);
  return isNumber ? { value: Number(text), read: text } : undefined;
}

const typeNames = ["array", "boolean", "integer", "number", "object", "string"];

/** What a text stands for where an object belongs. */
function objectOf(text: string, kind: ObjectKind): PlainForm | undefined {
  const as = (field: string): PlainForm => ({
    value: { [field]: text },
    read: `its ${field}`,
  });
  switch (kind) {
    case "schema":
      return typeNames.includes(text) ? as("type") : undefined;
    case "discriminator":
      return as("propertyName");
    case "response":
      return as("description");
    case "tag":
    case "license":
    case "contact":
      return as("name");
    case "server":
    case "externalDocs":
      return as("url");
    case "securityRequirement": {
      const value: JsonObject = {};
      setOwn(value, text, []);
      return { value, read: "the name of a security scheme" };
    }
    default:
      return undefined;
  }
}

const fieldOf = (pointer: readonly string[], holder: unknown): string =>
  Array.isArray(holder)
    ? `${pointer.at(-2) ?? ""}[${pointer.at(-1) ?? ""}]`
    : (pointer.at(-1) ?? "the document");
