/**
 * Values of another type than OpenAPI says. What a value plainly means all the same is put right, with
 * a warning.
 */
import type { CheckContext } from "./context.js";
import { checkFields } from "./fields.js";
import { leaveOut } from "./leave-out.js";
import {
  type FieldType,
  kindLabel,
  openapiRoot,
  scalars,
  sections,
  shapeOf,
} from "../../openapi/grammar.js";
import type { Pointer } from "../../openapi/document.js";
import { type Path, toPointer, valueAt } from "../../openapi/pointers.js";
import { isRecord, typeName } from "../../openapi/records.js";
import { contentAt } from "../../openapi/walk.js";

export const checkMismatch = (
  value: unknown,
  expected: FieldType,
  path: Path | undefined,
  context: CheckContext,
): void => {
  const { root, diagnostics, fixes, locations } = context;
  const pointer = toPointer(path);
  const wrong = { value, expected, ...placeOf(pointer, root) };
  if (wrong.isReference) return; // the check of references says more
  const field =
    wrong.place === "item"
      ? `${pointer.at(-2) ?? ""}[${wrong.name}]`
      : wrong.name;
  const found = typeName(value);
  const fix = fixOf(wrong);
  if (fix === undefined) {
    const details = { field, expected: describeField(expected), found };
    if (canBeLeftOut(wrong, pointer)) {
      const effect = leaveOutWrong(wrong, path, context);
      diagnostics.report("type-left-out", { ...details, effect }, pointer);
    } else diagnostics.report("type-wrong", details, pointer);
    return;
  }
  diagnostics.report(fix.code, { field, found }, pointer);
  if (fix.code === "text-expected") {
    // `version: 1.10` means 1.10 and not 1.1.
    fixes.set(pointer, locations.spelling(pointer) ?? String(value));
  } else if (fix.code === "items-list") {
    fixes.rename(pointer, "prefixItems");
  } else if ("value" in fix) {
    // FixQueue are made from the last to the first: the object is there before its fields are.
    if (expected.form === "object" && isRecord(fix.value))
      checkFields(fix.value, expected.kind, path, context);
    fixes.set(pointer, fix.value);
  } else {
    fixes.remove(pointer);
  }
};

/**
 * False where what is left would be wrong or unsafe: a bound that is no number may be anything, an
 * operation must not lose what it says of credentials, and a document needs its paths and servers.
 */
function canBeLeftOut(
  { expected, name, place, value }: Wrong,
  pointer: Pointer,
): boolean {
  if (pointer.length < 2 && !isTextual(name)) return false;
  if (pointer[0] === "servers" || pointer.includes("security")) return false;
  if (name === "$ref") return false;
  if (place === "item") return value === null || expected.form === "object";
  if (expected.form !== "scalar") return presenceOf(pointer) !== "required";
  return expected.scalar === "string" && presenceOf(pointer) !== "required";
}

const isTextual = (name: string): boolean =>
  /^(?:tags|externalDocs)$/.test(name);

function presenceOf(pointer: Pointer): string {
  const parent = contentAt(openapiRoot, pointer.slice(0, -1));
  const fields =
    parent?.form === "object" ? shapeOf(parent.kind).fields : undefined;
  return fields?.get(pointer.at(-1) ?? "")?.presence ?? "optional";
}

function leaveOutWrong(
  { place }: Wrong,
  path: Path | undefined,
  context: CheckContext,
): string {
  const pointer = toPointer(path);
  if (place === "field" && presenceOf(pointer) === "expected") {
    context.fixes.set(pointer, "");
    return "it is left out";
  }
  return leaveOut(path, context);
}

interface Wrong {
  readonly value: unknown;
  readonly expected: FieldType;
  readonly name: string;
  /** A field with a name of its own, any name of a map, or a place in a list. */
  readonly place: "field" | "entry" | "item";
  /** True for `$ref` of an object that may be given by reference. */
  readonly isReference: boolean;
}

const placeOf = (
  pointer: readonly string[],
  root: unknown,
): Omit<Wrong, "value" | "expected"> => {
  const name = pointer.at(-1) ?? "the document";
  const above = pointer.slice(0, -1);
  if (Array.isArray(valueAt(root, above))) {
    return { name, place: "item", isReference: false };
  }
  const parent = contentAt(openapiRoot, above);
  const isField =
    parent === undefined ||
    (parent.form === "object" && shapeOf(parent.kind).fields.has(name));
  const isReference =
    name === "$ref" &&
    (parent === undefined ||
      (parent.form === "object" && sections.has(parent.kind)));
  return { name, place: isField ? "field" : "entry", isReference };
};

interface Fix {
  readonly code:
    | "null-ignored"
    | "null-entry"
    | "null-list"
    | "text-expected"
    | "list-for-map"
    | "keyword-ignored"
    | "null-type"
    | "items-list";
  /** What is meant; without it the value is left out, unless its code says more. */
  readonly value?: unknown;
}

/** Undefined when it is not plain what the value means. */
const fixOf = ({ value, expected, name, place }: Wrong): Fix | undefined => {
  if (expected.form === "scalar" && expected.scalar === "typeNames") {
    return fixType(value);
  }
  if (value === null && place !== "item") {
    // A key with nothing after it. The name of an entry says something by itself.
    if (place !== "entry") return { code: "null-ignored" };
    return expected.form === "object"
      ? { code: "null-entry", value: {} }
      : // A requirement without scopes is no requirement of nothing.
        expected.form === "array"
        ? { code: "null-list", value: [] }
        : { code: "null-ignored" };
  }
  if (expected.form === "scalar") {
    const isPlain = typeof value === "number" || typeof value === "boolean";
    return expected.scalar === "string" && isPlain
      ? { code: "text-expected" }
      : undefined;
  }
  if (Array.isArray(value) && value.length === 0) {
    return { code: "list-for-map", value: {} }; // PHP writes an empty map so
  }
  // A property may have the name of a keyword.
  if (place !== "field") return undefined;
  if (name === "required" && typeof value === "boolean") {
    return { code: "keyword-ignored" };
  }
  if (name === "items" && Array.isArray(value) && value.every(isRecord)) {
    return { code: "items-list" };
  }
  if (name === "examples" && isRecord(value)) {
    return { code: "keyword-ignored" };
  }
  return undefined;
};

/** `type: null` and `type: [string, null]`, where the quotes were forgotten. */
const fixType = (value: unknown): Fix | undefined => {
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  const fixed = names.map((name) => name ?? "null");
  return fixed.every((name) => typeof name === "string")
    ? { code: "null-type", value: Array.isArray(value) ? fixed : fixed[0] }
    : undefined;
};

/** For messages. */
export const describeField = (expected: FieldType): string => {
  switch (expected.form) {
    case "any":
      return "anything";
    case "array":
      return "an array";
    case "map":
      return "an object";
    case "object":
      return `an object (${kindLabel(expected.kind)})`;
    case "scalar":
      return scalars[expected.scalar].label;
  }
};
