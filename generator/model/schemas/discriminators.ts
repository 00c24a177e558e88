/**
 * Makes discriminated unions narrow: each alternative gets the value that selects it as a constant
 * (OpenAPI 3.1.1 section 4.8.25). A mapping holds references: `load` has made them of names.
 */
import type {
  Document,
  Pointer,
  Schema,
  SchemaObject,
} from "../../openapi/document.js";
import { isReference, pointerOf, resolveSchema } from "../references.js";
import { hierarchyOf } from "./hierarchy.js";
import { typedValue } from "./literals.js";

interface DiscriminatorMapping {
  readonly property: string;
  /** Pointer of a schema, as JSON -> the values that select it. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** The values that have a schema: no other is selected by them, even if it has such a name. */
  readonly taken: ReadonlySet<string>;
  /** The schema for every other value, and for none (OpenAPI 3.2 section 4.25). */
  readonly fallback?: string;
}

function discriminatorMapping({
  discriminator,
}: SchemaObject): DiscriminatorMapping | undefined {
  if (!discriminator) return undefined;
  const { propertyName, mapping = {}, defaultMapping } = discriminator;
  const values = new Map<string, string[]>();
  for (const [value, $ref] of Object.entries(mapping)) {
    const id = idOf(pointerOf($ref));
    values.set(id, [...(values.get(id) ?? []), value]);
  }
  return {
    property: propertyName,
    values,
    taken: new Set(Object.keys(mapping)),
    ...(defaultMapping !== undefined && {
      fallback: idOf(pointerOf(defaultMapping)),
    }),
  };
}

const idOf = (pointer: Pointer): string => JSON.stringify(pointer);

/** Without a mapping for it, a component schema is selected by its name, unless that selects another. */
function selectorsOf(
  { values, taken, fallback }: DiscriminatorMapping,
  pointer: Pointer,
): readonly string[] {
  const id = idOf(pointer);
  if (id === fallback) return [];
  const mapped = values.get(id);
  if (mapped) return mapped;
  const [first, second, name] = pointer;
  const isNamed = first === "components" && second === "schemas";
  return isNamed && name !== undefined && !taken.has(name) ? [name] : [];
}

/** The alternatives of a union, each with the constant that selects it where it declares none. */
export function withDiscriminatorConstants(
  document: Document,
  schema: SchemaObject,
  alternatives: readonly Schema[],
): readonly Schema[] {
  const mapping = discriminatorMapping(schema);
  if (!mapping) return alternatives;
  return alternatives.map((alternative) => {
    if (!isReference(alternative)) return alternative;
    const values = selectorsOf(mapping, pointerOf(alternative.$ref));
    const constant = narrowing(document, alternative, mapping, values);
    return constant ? { allOf: [alternative, constant] } : alternative;
  });
}

/** The constraint to add to a schema; undefined where it has an equal or a contradictory one. */
function narrowing(
  document: Document,
  schema: SchemaObject,
  { property }: DiscriminatorMapping,
  selecting: readonly string[],
): SchemaObject | undefined {
  const hierarchy = hierarchyOf(document);
  const target = resolveSchema(document, schema);
  // No object, or a union, whose own alternatives say which they are.
  if (target) {
    const { type, oneOf, anyOf } = target;
    if (typeof type === "string" && type !== "object") return undefined;
    if ((oneOf ?? anyOf) || hierarchy.unionOfDescendants(target))
      return undefined;
  }
  const constraint = hierarchy.constraintOf(schema, property);
  const { allowed } = constraint;
  const values = selecting
    .map((value) => typedValue(value, constraint))
    .filter((value) => !allowed || allowed.has(value));
  return values.length === allowed?.size
    ? undefined
    : hierarchy.constantSchema(property, values);
}
