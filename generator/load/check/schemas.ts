/**
 * Schemas: keywords whose values contradict each other. That a keyword has the right JSON type is
 * checked by the grammar.
 */
import { mappingValuesOf, resolveMapping } from "../bundle/mappings.js";
import type { ObjectCheck, CheckContext } from "./context.js";
import {
  type Path,
  printReference,
  toPointer,
  valueAt,
} from "../../openapi/pointers.js";
import { type JsonObject, isRecord } from "../../openapi/records.js";
import { ignoredBesideReference } from "../convert/upgrade.js";

const types = [
  "string",
  "number",
  "integer",
  "boolean",
  "object",
  "array",
  "null",
];

/** What other languages and Swagger 2.0 call them. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["int", "integer"],
  ["int32", "integer"],
  ["int64", "integer"],
  ["long", "integer"],
  ["float", "number"],
  ["double", "number"],
  ["decimal", "number"],
  ["bool", "boolean"],
  ["str", "string"],
  ["text", "string"],
  ["file", "string"],
  ["list", "array"],
  ["dict", "object"],
]);

export const checkSchema: ObjectCheck = (node, path, context) => {
  const { diagnostics, fixes, root } = context;
  const at = (token: string): readonly string[] => toPointer(path, token);
  const { type, default: value, discriminator } = node;
  const named: readonly unknown[] = Array.isArray(type) ? type : [type];
  for (const name of named) {
    if (typeof name !== "string" || types.includes(name)) continue;
    const lower = name.toLowerCase();
    const meant = types.includes(lower) ? lower : otherNames.get(lower);
    if (meant !== undefined && type === name) {
      diagnostics.report(
        "schema-type-case",
        { type: name, lower: meant },
        at("type"),
      );
      fixes.set(at("type"), meant);
      if (lower === "file" && node.format === undefined)
        fixes.set(at("format"), "binary");
    } else {
      diagnostics.report("schema-type", { type: name }, at("type"));
      fixes.remove(at("type"));
    }
  }
  if (typeof value === "string" && (type === "integer" || type === "number")) {
    const number = value.trim() === "" ? NaN : Number(value);
    if (Number.isFinite(number)) {
      diagnostics.report("default-text", { type }, at("default"));
      fixes.set(at("default"), number);
    } else {
      diagnostics.report("default-type", { type }, at("default"));
      fixes.remove(at("default"));
    }
  }
  if (Array.isArray(node.enum) && isOutside(node.default, node.enum)) {
    const details = { value: JSON.stringify(node.default) };
    diagnostics.report("default-not-in-enum", details, at("default"));
  }
  checkRequired(node, at("required"), context);
  if (typeof node.pattern === "string" && !isPattern(node.pattern)) {
    diagnostics.report(
      "pattern-syntax",
      { pattern: node.pattern },
      at("pattern"),
    );
  }
  if (typeof node.$ref === "string" && String(root.openapi).startsWith("3.0")) {
    // A type that only repeats what the target says is no loss.
    const ignored = ignoredBesideReference(node)
      .filter((keyword) => keyword !== "type")
      .join(", ");
    if (ignored !== "") {
      diagnostics.report("ref-siblings", { ignored }, toPointer(path));
    }
  }
  if (node.$recursiveRef === "#") followRecursive(path, context);
  if (isRecord(discriminator)) checkMapping(discriminator, path, context);
};

/** `$recursiveRef` of JSON Schema 2019-09 leads to the schema around it that says it is one. */
const followRecursive = (
  path: Path | undefined,
  { root, fixes }: CheckContext,
): void => {
  for (let at = path?.parent; at !== undefined; at = at.parent) {
    const pointer = toPointer(at);
    const around = valueAt(root, pointer);
    if (!isRecord(around) || around.$recursiveAnchor !== true) continue;
    fixes.set(toPointer(path, "$ref"), printReference(pointer));
    return;
  }
};

/** What is required and can never be there: no value fits such a schema. */
const checkRequired = (
  node: Readonly<JsonObject>,
  at: readonly string[],
  { diagnostics }: CheckContext,
): void => {
  const { required, properties, additionalProperties, patternProperties } =
    node;
  if (!Array.isArray(required) || additionalProperties !== false) return;
  if (patternProperties !== undefined) return;
  for (const name of required as unknown[]) {
    if (typeof name !== "string") continue;
    if (isRecord(properties) && Object.hasOwn(properties, name)) continue;
    diagnostics.report("required-impossible", { name }, at);
  }
};

const isOutside = (value: unknown, values: readonly unknown[]): boolean =>
  value !== undefined &&
  value !== null &&
  typeof value !== "object" &&
  !values.includes(value);

/** As JavaScript reads it, strictly or not. It is only compiled, never run. */
const isPattern = (pattern: string): boolean =>
  ["u", ""].some((flags) => {
    try {
      new RegExp(pattern, flags);
      return true;
    } catch {
      return false;
    }
  });

/** Every value becomes a reference; those without a target are left out. */
const checkMapping = (
  discriminator: Readonly<JsonObject>,
  path: Path | undefined,
  { root, diagnostics, fixes }: CheckContext,
): void => {
  for (const value of mappingValuesOf(discriminator)) {
    const { selector = "(default)", target } = value;
    const pointer = toPointer(path, "discriminator", ...value.pointer);
    const reference = resolveMapping(value, root);
    if (reference === undefined) {
      const details = { value: selector, target };
      diagnostics.report("discriminator-mapping", details, pointer);
      fixes.remove(pointer);
    } else if (reference !== target) fixes.set(pointer, reference);
  }
};
