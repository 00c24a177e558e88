/**
 * The grammar of OpenAPI documents: the tables of objects, read once, in the form that the walk, the
 * checks, the bundler and the upgrade use.
 */
import type { Coverage, FieldEntry, FieldTable } from "./field-table.js";
import { openapi3 } from "./objects.js";
import { schemaObjects } from "./schema-objects.js";
import { swagger2 } from "./swagger2-objects.js";

const table = { ...openapi3, ...schemaObjects, ...swagger2 };

/** An object of OpenAPI 3.x or Swagger 2.0. */
export type ObjectKind = keyof typeof table;

const isString = (value: unknown): boolean => typeof value === "string";
const isBoolean = (value: unknown): boolean => typeof value === "boolean";
const isNumber = (value: unknown): boolean => typeof value === "number";

/** The types of scalar fields: a label for messages, and which values fit. */
export const scalars = {
  string: { label: "a string", fits: isString },
  boolean: { label: "a boolean", fits: isBoolean },
  number: { label: "a number", fits: isNumber },
  nonNegativeInteger: {
    label: "a non-negative integer",
    fits: (value) => Number.isInteger(value) && (value as number) >= 0,
  },
  /** `exclusiveMinimum`: a number, in OpenAPI 3.0 a boolean. */
  exclusiveBound: {
    label: "a number",
    fits: (value) => isNumber(value) || isBoolean(value),
  },
  /** `type` of a schema. */
  typeNames: {
    label: "the name of a type or an array of such names",
    fits: (value) =>
      isString(value) || (Array.isArray(value) && value.every(isString)),
  },
} as const satisfies Readonly<
  Record<string, { label: string; fits: (value: unknown) => boolean }>
>;

export type Scalar = keyof typeof scalars;

/** What a field holds. `any` is data, which is not inspected. */
export type FieldType =
  | { readonly form: "object"; readonly kind: ObjectKind }
  | { readonly form: "scalar"; readonly scalar: Scalar }
  | { readonly form: "array" | "map"; readonly of: FieldType }
  | { readonly form: "any" };

/** A field with a name of its own ("Fixed Fields" in the specification). */
export interface FixedField {
  readonly content: FieldType;
  readonly presence: "required" | "expected" | "optional";
  readonly coverage: Coverage;
}

export interface ObjectShape {
  readonly fields: ReadonlyMap<string, FixedField>;
  /** What the patterned fields hold (paths, statuses, expressions). */
  readonly patterned: FieldType | undefined;
  /** The fields that are required or expected. */
  readonly requiredOrExpected: readonly (readonly [string, FixedField])[];
}

const isKind = (name: string): name is ObjectKind => Object.hasOwn(table, name);
const isScalar = (name: string): name is Scalar => Object.hasOwn(scalars, name);

const readContent = (notation: string): FieldType => {
  const inner = notation.slice(1, -1);
  if (notation.startsWith("[")) {
    return { form: "array", of: readContent(inner) };
  }
  if (notation.startsWith("{")) return { form: "map", of: readContent(inner) };
  if (isKind(notation)) return { form: "object", kind: notation };
  if (isScalar(notation)) return { form: "scalar", scalar: notation };
  if (notation === "any") return { form: "any" };
  throw new Error(`the grammar has no ${notation}`);
};

const presences: Readonly<Record<string, FixedField["presence"]>> = {
  "!": "required",
  "+": "expected",
};

const readField = (entry: FieldEntry): FixedField => {
  const { holds, coverage } =
    typeof entry === "string"
      ? { holds: entry, coverage: { kind: "honoured" } as const }
      : entry;
  return {
    content: readContent(holds.replace(/[!+]$/, "")),
    presence: presences[holds.at(-1) ?? ""] ?? "optional",
    coverage,
  };
};

const readShape = (fields: FieldTable): ObjectShape => {
  const read = new Map(
    Object.entries(fields).map(([name, entry]) => [name, readField(entry)]),
  );
  const patterned = read.get("*")?.content;
  read.delete("*");
  return {
    fields: read,
    patterned,
    requiredOrExpected: [...read].filter(
      ([, { presence }]) => presence !== "optional",
    ),
  };
};

const shapes = new Map<string, ObjectShape>(
  Object.entries(table).map(([kind, fields]) => [kind, readShape(fields)]),
);

export const shapeOf = (kind: ObjectKind): ObjectShape => {
  const shape = shapes.get(kind);
  if (shape === undefined) throw new Error(`the grammar has no ${kind}`);
  return shape;
};

/** The fields of an object that hold objects of one kind: of a path item, the methods. */
export const fieldsHolding = (
  fields: FieldTable,
  kind: ObjectKind,
): readonly string[] =>
  Object.keys(fields).filter((name) => fields[name] === kind);

/** `a schema`, `an operation`. */
export const withArticle = (kind: ObjectKind): string => {
  const label = kindLabel(kind);
  return `${/^[aeiou]/.test(label) ? "an" : "a"} ${label}`;
};

/** For messages: `securityScheme` -> `security scheme`. */
export const kindLabel = (kind: ObjectKind): string =>
  kind === "openapi"
    ? "document"
    : kind.replace(/[A-Z]/g, (letter) => " " + letter.toLowerCase());

/** What the field `name` holds in an object of this shape; undefined for extensions and unknown fields. */
export const contentOf = (
  shape: ObjectShape,
  name: string,
): FieldType | undefined =>
  shape.fields.get(name)?.content ??
  (name.startsWith("x-") ? undefined : shape.patterned);

/** The kinds that may be given by reference, with the section that holds the shared objects. */
export const sections: ReadonlyMap<string, readonly string[]> = new Map([
  ["schema", ["components", "schemas"]],
  ["response", ["components", "responses"]],
  ["parameter", ["components", "parameters"]],
  ["example", ["components", "examples"]],
  ["requestBody", ["components", "requestBodies"]],
  ["header", ["components", "headers"]],
  ["securityScheme", ["components", "securitySchemes"]],
  ["link", ["components", "links"]],
  ["callback", ["components", "callbacks"]],
  ["pathItem", ["components", "pathItems"]],
  ["mediaType", ["components", "mediaTypes"]],
  ["swaggerParameter", ["parameters"]],
  ["swaggerResponse", ["responses"]],
]);

const isReferable = (content: FieldType): boolean =>
  content.form !== "map" &&
  (content.form !== "object" || sections.has(content.kind));

/** Names of fields that hold a map, or an object that no section holds. */
export const unreferableFields: readonly string[] = [...shapes.values()]
  .flatMap(({ fields }) => [...fields])
  .filter(([, { content }]) => !isReferable(content))
  .map(([name]) => name);

/** The section that holds the shared objects of a kind; undefined when there is none. */
export const sectionOf = (
  kind: ObjectKind,
  document: FieldType,
): readonly string[] | undefined =>
  kind === "schema" && document === swaggerRoot
    ? ["definitions"]
    : sections.get(kind);

export const openapiRoot: FieldType = { form: "object", kind: "openapi" };
export const swaggerRoot: FieldType = { form: "object", kind: "swagger" };
