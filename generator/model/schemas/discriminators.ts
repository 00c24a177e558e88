/**
 * Makes discriminated unions narrow: each alternative gets the value that selects it as a constant.
 * (OpenAPI 3.1.1 section 4.8.25; a mapping value is a reference or the name of a component schema.)
 */
import type { Document } from "../../openapi/document.js";
import { isRecord, pointerOf, type ModelKeys } from "../references.js";

type Plain = Record<string, unknown>;

interface Discriminator {
  readonly property: string;
  /** Pointer of a schema, as JSON -> the values that select it. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** The schema for every other value, and for none (OpenAPI 3.2 section 4.25). */
  readonly fallback?: string;
}

function discriminatorOf(schema: Plain): Discriminator | undefined {
  const discriminator = schema["discriminator"];
  if (!isRecord(discriminator)) return undefined;
  const property = discriminator["propertyName"];
  if (typeof property !== "string") return undefined;
  const values = new Map<string, string[]>();
  if (isRecord(discriminator["mapping"]))
    for (const [value, target] of Object.entries(discriminator["mapping"])) {
      if (typeof target !== "string") continue;
      const id = idOf(target);
      values.set(id, [...(values.get(id) ?? []), value]);
    }
  const fallback = discriminator["defaultMapping"];
  return {
    property,
    values,
    ...(typeof fallback === "string" && { fallback: idOf(fallback) }),
  };
}

const idOf = (target: string): string =>
  JSON.stringify(
    target.includes("#") ? pointerOf(target) : schemaPointer(target),
  );

const schemaPointer = (name: string): readonly string[] => [
  "components",
  "schemas",
  name,
];

/** Without a mapping for it, a component schema is selected by its name. */
function selecting(
  discriminator: Discriminator,
  pointer: readonly string[],
): readonly string[] {
  const id = JSON.stringify(pointer);
  if (id === discriminator.fallback) return [];
  const mapped = discriminator.values.get(id);
  if (mapped) return mapped;
  const [first, second, name] = pointer;
  return first === "components" && second === "schemas" && name !== undefined
    ? [name]
    : [];
}

const constant = (property: string, values: readonly unknown[]): Plain => ({
  type: "object",
  required: [property],
  properties: {
    [property]: values.length === 1 ? { const: values[0] } : { enum: values },
  },
});

/** The alternatives of a union, each with its constant where the member does not say it itself. */
export function discriminated(
  document: Document,
  schema: Plain,
  alternatives: readonly unknown[],
): unknown[] {
  const discriminator = discriminatorOf(schema);
  if (!discriminator) return [...alternatives];
  return alternatives.map((alternative) => {
    if (!isRecord(alternative) || typeof alternative["$ref"] !== "string")
      return alternative;
    const values = selecting(discriminator, pointerOf(alternative["$ref"]));
    const own = narrowing(document, alternative, discriminator, values);
    return own ? { allOf: [alternative, own] } : alternative;
  });
}

/** The constant of a schema that extends a discriminated base: `Dog: allOf [Pet, …]` is a `"dog"`. */
export function constantsOf(
  document: Document,
  keys: ModelKeys,
  schema: Plain,
): Plain | undefined {
  if (!Array.isArray(schema["allOf"])) return undefined;
  const own = keys.all().find((source) => source.schema === schema);
  if (!own) return undefined;
  for (const item of schema["allOf"] as readonly unknown[]) {
    if (!isRecord(item) || typeof item["$ref"] !== "string") continue;
    const base = document.resolve<object>(item, []).node as Plain;
    const discriminator = discriminatorOf(base);
    if (!discriminator) continue;
    const values = discriminator.values.get(JSON.stringify(own.pointer)) ?? [];
    const constants = narrowing(document, schema, discriminator, values);
    if (constants) return constants;
  }
  return undefined;
}

/** What the values add to a schema; undefined where it says so itself, or says something else. */
function narrowing(
  document: Document,
  schema: Plain,
  { property }: Discriminator,
  values: readonly string[],
): Plain | undefined {
  const said = whatIsSaid(document, schema, property, 0);
  if (!said) return undefined;
  const typed = values.map((value) => asType(value, said.type));
  const { only } = said;
  const left = only ? typed.filter((value) => only.has(value)) : typed;
  return left.length === 0 || left.length === only?.size
    ? undefined
    : constant(property, left);
}

interface Said {
  /** The type of the property, where the schema names one. */
  readonly type?: string;
  /** All values that the property can have, where the schema lists them. */
  readonly only?: ReadonlySet<unknown>;
}

/** What a schema says of a property; undefined for a schema that is no object or a union. */
function whatIsSaid(
  document: Document,
  schema: unknown,
  property: string,
  depth: number,
): Said | undefined {
  const target = resolved(document, schema);
  if (!target || depth > 20) return {};
  const { type } = target;
  if (typeof type === "string" && type !== "object") return undefined;
  const isUnion = ["oneOf", "anyOf"].some((kind) =>
    Array.isArray(target[kind]),
  );
  if (isUnion && depth === 0) return undefined;
  const parts: readonly unknown[] = Array.isArray(target["allOf"])
    ? target["allOf"]
    : [];
  let said: Said = {};
  for (const part of parts) {
    const inherited = whatIsSaid(document, part, property, depth + 1);
    said = { ...said, ...inherited };
  }
  const own = isRecord(target["properties"])
    ? unwrapped(document, ownMember(target["properties"], property))
    : undefined;
  if (!own) return said;
  const only =
    "const" in own
      ? [own["const"]]
      : Array.isArray(own["enum"])
        ? (own["enum"] as unknown[])
        : undefined;
  return {
    ...said,
    ...(typeof own["type"] === "string" && { type: own["type"] }),
    ...(only && { only: new Set(only) }),
  };
}

const ownMember = (members: Plain, name: string): unknown =>
  Object.hasOwn(members, name) ? members[name] : undefined;

function resolved(document: Document, schema: unknown): Plain | undefined {
  if (!isRecord(schema)) return undefined;
  return typeof schema["$ref"] === "string"
    ? (document.resolve<object>(schema, []).node as Plain)
    : schema;
}

/** `allOf: [Kind]` is how 3.0 writes words beside a reference. */
function unwrapped(document: Document, schema: unknown): Plain | undefined {
  const target = resolved(document, schema);
  const parts = target?.["allOf"];
  return Array.isArray(parts) && parts.length === 1
    ? { ...resolved(document, parts[0]), ...target }
    : target;
}

/** Keys of a mapping are text, whatever the property's type is. */
function asType(value: string, type: string | undefined): unknown {
  if ((type === "integer" || type === "number") && value.trim() !== "") {
    const number = Number(value);
    return Number.isFinite(number) ? number : value;
  }
  return type === "boolean" && /^(true|false)$/.test(value)
    ? value === "true"
    : value;
}
