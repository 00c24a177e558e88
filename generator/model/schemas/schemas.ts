/**
 * Rewrites a schema in the few forms that openapi-typescript turns into the right type.
 *
 * Its transform is exact for a reference, a constant, an enum, a single type, an object, and a list of
 * alternatives, but wrong for schemas that combine them (`properties` beside `anyOf` becomes a union of
 * both). Here every schema is split into such parts, joined by `allOf`, which is what JSON Schema means
 * (2020-12 Core section 7.7).
 */
import type { Document, Schema, SchemaObject } from "../../openapi/document.js";
import { hasOnlyExactIntegers } from "../exact.js";
import {
  isReference,
  isSchemaObject,
  resolveSchema,
  type ModelKeys,
  type ModelSource,
} from "../references.js";
import { rewriteConditions, withRequired } from "./conditions.js";
import { withDiscriminatorConstants } from "./discriminators.js";
import { type Hierarchy, hierarchyOf } from "./hierarchy.js";
import { aliasedBy } from "./inheritance.js";
import {
  noKeysMarker,
  enumOf,
  emptyObject,
  impliedType,
  isComposed,
  isEmptyObject,
  hasFileMediaType,
  isNullable,
  isEnumOfItems,
  isTypeName,
  nullType,
  objectKeywords,
  requiredOf,
} from "./keywords.js";
import { keyOfName } from "./openapi-typescript.js";

/** Normalised schema -> the schema of the document, for the comments of properties. */
export type Origins = WeakMap<object, SchemaObject>;

export class Normalizer {
  readonly origins: Origins = new WeakMap();
  readonly #sources: ReadonlyMap<unknown, ModelSource>;
  readonly #hierarchy: Hierarchy;

  constructor(
    private readonly document: Document,
    private readonly keys: ModelKeys,
  ) {
    this.#sources = new Map(
      keys.all().map((source) => [source.schema, source] as const),
    );
    this.#hierarchy = hierarchyOf(document);
  }

  /**
   * The schema in the form that openapi-typescript takes, with references to models by their keys:
   * `#/components/schemas/m7`.
   */
  normalize(schema: Schema, isPart = false): Schema {
    if (!isSchemaObject(schema)) return schema;
    // A schema that a reference elsewhere leads to is a model here as well.
    const source = this.#sources.get(schema);
    const result = source
      ? referenceTo(source.key)
      : this.definitionOf(schema, isPart);
    if (isSchemaObject(result)) this.origins.set(result, schema);
    return result;
  }

  /** The same for the schema of a model: its definition, not a reference to it. */
  definitionOf(schema: Schema, isPart = false): Schema {
    if (!isSchemaObject(schema)) return schema;
    const parts = this.#split(schema, isPart);
    return parts.includes(false)
      ? false
      : joined(parts.filter(isSchemaObject), requiredKeysOf(schema));
  }

  /** The parts that all hold, each in one of the forms of the header comment. */
  #split(written: SchemaObject, isPart: boolean): readonly Schema[] {
    const { schema: rewritten } = rewriteConditions(
      this.document,
      this.#hierarchy.withoutConflictingLiterals(written),
    );
    // What a part of `allOf` requires, another part may declare.
    const schema = isPart ? rewritten : withRequired(this.document, rewritten);
    const core = this.#coreOf(schema);
    const isExtending = this.#hierarchy.extends(written);
    const parts: readonly Schema[] = [
      ...(schema.$ref === undefined
        ? []
        : [this.#referred(schema.$ref, isExtending)]),
      ...acyclicParts(this.document, schema, written).map((part) =>
        isExtending && isReference(part) && aliasedBy(part) !== undefined
          ? this.#referred(part.$ref, true)
          : this.normalize(part, true),
      ),
      ...(core ? [core] : []),
      ...this.#alternatives(schema, "oneOf"),
      ...this.#alternatives(schema, "anyOf"),
      ...this.#list(this.#hierarchy.constantsOf(written)),
    ];
    if (!isComposed(schema) || !isNullable(schema) || parts.includes(false))
      return parts;
    // `type: [object, null]` beside a composition: the null is an alternative to all of it.
    const whole = joined(parts.filter(isSchemaObject), requiredKeysOf(schema));
    return [{ anyOf: [whole, { ...nullType }] }];
  }

  /** A reference; what extends a base has the members of the base alone. */
  #referred($ref: string, isExtending: boolean): SchemaObject {
    const target = resolveSchema(this.document, { $ref });
    const key = this.keys.keyOf($ref);
    return referenceTo(
      isExtending && target && this.#hierarchy.unionOfDescendants(target)
        ? baseKeyOf(key)
        : key,
    );
  }

  #alternatives(
    schema: SchemaObject,
    keyword: "oneOf" | "anyOf",
  ): readonly Schema[] {
    const alternatives = schema[keyword] ?? [];
    if (alternatives.length === 0) return [];
    const narrowed = withDiscriminatorConstants(
      this.document,
      schema,
      alternatives,
    );
    return [
      { [keyword]: narrowed.map((one) => this.#alternative(schema, one)) },
    ];
  }

  /** `type: string` beside alternatives is said of those that name no type: `{ pattern: … }`. */
  #alternative(schema: SchemaObject, alternative: Schema): Schema {
    // a null beside it is an alternative to all of them
    const [type, ...more] = [schema.type]
      .flat()
      .filter((name) => name !== "null");
    return isScalarName(type) &&
      more.length === 0 &&
      isSchemaObject(alternative) &&
      !isComposed(alternative) &&
      !["type", ...objectKeywords, ...listing].some((key) => key in alternative)
      ? this.normalize({ ...alternative, type })
      : this.normalize(alternative);
  }

  #list(schemas: readonly Schema[]): readonly Schema[] {
    return schemas.map((schema) => this.normalize(schema));
  }

  /** Everything of the schema but references and compositions. */
  #coreOf(schema: SchemaObject): SchemaObject | undefined {
    // a literal with other digits than the document's would be wrong
    if (
      !hasOnlyExactIntegers(schema.const) ||
      !hasOnlyExactIntegers(schema.enum)
    )
      return { type: "integer" };
    if ("const" in schema)
      return schema.const === null ? { ...nullType } : { const: schema.const };
    const composed = isComposed(schema);
    if (schema.enum && !isEnumOfItems(schema))
      return enumOf(schema, schema.enum);
    const isObject = objectKeywords.some(
      (keyword) => schema[keyword] !== undefined && schema[keyword] !== false,
    );
    const types = [schema.type ?? impliedType(schema, isObject)]
      .flat()
      .filter(isTypeName)
      // `null` beside a composition is an alternative to all of it
      .filter((name) => !composed || name !== "null");
    // Beside a composition, a bare `type: object` adds nothing.
    const isBare = types.every((name) => name === "object");
    if (composed && isBare && !isObject) return undefined;
    const [first, ...more] = types;
    if (!composed && first === "object" && isEmptyObject(schema))
      return { ...emptyObject };
    if (first === undefined && !isObject) return undefined;
    return {
      ...(first !== undefined && { type: more.length === 0 ? first : types }),
      ...(isObject && this.#membersOf(schema)),
      required: requiredKeysOf(schema),
      ...(types.includes("array") && this.#arrayOf(schema)),
      ...(schema.format !== undefined && { format: schema.format }),
      ...(hasFileMediaType(schema) && { format: "binary" }),
    };
  }

  #membersOf(schema: SchemaObject): SchemaObject {
    const { properties, patternProperties, additionalProperties } = schema;
    return {
      ...(properties && { properties: this.#map(properties) }),
      ...(patternProperties && {
        patternProperties: this.#map(patternProperties),
      }),
      ...(additionalProperties !== undefined && {
        additionalProperties: this.normalize(additionalProperties),
      }),
    };
  }

  #map(schemas: Readonly<Record<string, Schema>>): Record<string, Schema> {
    return Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [
        keyOfName(name),
        this.normalize(schema),
      ]),
    );
  }

  #arrayOf(schema: SchemaObject): SchemaObject {
    const { items, minItems, maxItems } = schema;
    const prefix = schema.prefixItems ?? (items === false ? [] : undefined);
    if (!prefix) return { items: this.#itemsOf(schema) };
    return {
      prefixItems: this.#list(prefix),
      ...(items !== undefined && { items: this.normalize(items) }),
      ...(minItems !== undefined && { minItems }),
      ...(maxItems !== undefined && { maxItems }),
    };
  }

  #itemsOf({ items = true, enum: values }: SchemaObject): Schema {
    const normal = this.normalize(items);
    return values && !(isSchemaObject(normal) && "enum" in normal)
      ? { enum: values }
      : normal;
  }
}

/** The key of what all children of a discriminated schema have, beside that of their union. */
export const baseKeyOf = (key: string): string => `${key}base`;

const referenceTo = (key: string): SchemaObject => ({
  $ref: `#/components/schemas/${key}`,
});

const listing = ["enum", "const", "items", "prefixItems", "required"];

const isScalarName = (type: string | undefined): type is string =>
  ["string", "number", "integer", "boolean"].includes(type ?? "");

const requiredKeysOf = (schema: SchemaObject): readonly string[] =>
  requiredOf(schema).map(keyOfName);

/** The intersection of the parts; `required` applies to their properties. */
function joined(
  parts: readonly SchemaObject[],
  required: readonly string[],
): SchemaObject {
  const relevant = parts.filter((part) => !isBareObject(part));
  const [only = {}, ...more] =
    relevant.length > 0 ? relevant : parts.slice(0, 1);
  if (more.length === 0 && (required.length === 0 || isCore(only))) return only;
  return { allOf: relevant, ...(required.length > 0 && { required }) };
}

/** `allOf: [Pet, { type: object, required: [name] }]`: the second part has no members of its own. */
const isBareObject = (part: SchemaObject): boolean =>
  part.type === "object" &&
  Object.keys(part).every((keyword) =>
    keyword === "additionalProperties"
      ? part[keyword] === false
      : ["type", "required", noKeysMarker].includes(keyword),
  );

/** Not a reference and not a list of parts: it has its own `required`. */
const isCore = (part: SchemaObject): boolean =>
  part.$ref === undefined && part.allOf === undefined;

/**
 * The parts of `allOf`, without cycles: `Cat: allOf [Pet]` while `Pet: oneOf [Cat, Dog]` means that a cat
 * has the fields of every pet, so the alternatives of `Pet` are left out in `Cat`.
 */
function acyclicParts(
  document: Document,
  { allOf = [] }: SchemaObject,
  written: SchemaObject,
): readonly Schema[] {
  return allOf.map((part) => {
    const target = isReference(part)
      ? resolveSchema(document, part)
      : undefined;
    if (!target) return part;
    const { oneOf = [], anyOf = [], discriminator: _, ...rest } = target;
    const leadsBack = [...oneOf, ...anyOf].some(
      (alternative) =>
        isReference(alternative) &&
        resolveSchema(document, alternative) === written,
    );
    return leadsBack ? rest : part;
  });
}
