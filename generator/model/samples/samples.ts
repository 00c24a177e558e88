/**
 * Values for samples and tests: made from schemas, with the examples in them.
 */
import { isRecord } from "../../openapi/records.js";
import type { Document, Schema, SchemaObject } from "../../openapi/document.js";
import { dereference } from "../references.js";
import { withRequired } from "../schemas/conditions.js";
import { withDiscriminatorConstants } from "../schemas/discriminators.js";
import { hierarchyOf } from "../schemas/hierarchy.js";
import {
  impliedType,
  objectKeywords,
  requiredOf,
} from "../schemas/keywords.js";
import { isTypedAsText } from "../schemas/text-formats.js";
import { sampleNumber } from "./numbers.js";
import { patternText } from "./pattern-text.js";
import { varied } from "./varied.js";

/** Beyond these limits, values are null. */
const maximumDepth = 50;
const maximumValues = 2000;

/** What is asked for beyond is left out. */
const mostProperties = 10;

export interface SampleOptions {
  /** Use the `examples` and `default` of schemas. Default: true. */
  readonly examples?: boolean;
  /** The value is one that the server sends. Default: false. */
  readonly received?: boolean;
}

/** A value that the schema allows, with required properties only. */
export type Sampler = (
  schema: Schema | undefined,
  options?: SampleOptions,
) => unknown;

export function sampler(
  document: Document,
  textFormats: ReadonlySet<string>,
): Sampler {
  return (schema, { examples = true, received = false } = {}) =>
    new Sampling({ document, textFormats, examples, received }).sample(
      schema,
      [],
      0,
    );
}

interface Composition {
  readonly required: readonly string[];
  readonly depth: number;
  /** True if what the schema refers to is what it extends. */
  readonly isBase: boolean;
  /** What discriminators say of the schema. */
  readonly constants: readonly SchemaObject[];
}

class Sampling {
  /** Schemas that are being sampled: recursion ends at them. */
  readonly #open = new Set<object>();
  #values = 0;

  constructor(
    private readonly options: Required<SampleOptions> & {
      readonly document: Document;
      readonly textFormats: ReadonlySet<string>;
    },
  ) {}

  /**
   * @param required properties that are required besides those that the schema requires
   * @param isBase true for what another schema extends: it is no union of its children there
   */
  sample(
    schema: Schema | undefined,
    required: readonly string[],
    depth: number,
    isBase = false,
  ): unknown {
    if (typeof schema !== "object" || depth > maximumDepth) return null;
    if (++this.#values > maximumValues) return null;
    if (this.options.examples) {
      const [example = schema.default] = schema.examples ?? [];
      if (example !== undefined) return example;
    }
    if (this.#open.has(schema)) return undefined;
    this.#open.add(schema);
    const { document } = this.options;
    const hierarchy = hierarchyOf(document);
    const union = isBase ? undefined : hierarchy.unionOfDescendants(schema);
    const written = union ?? hierarchy.withoutConflictingLiterals(schema);
    const value = this.#compose(withRequired(document, written, required), {
      required,
      depth: depth + 1,
      isBase: isBase || hierarchy.extends(written),
      constants: union ? [] : hierarchy.constantsOf(schema),
    });
    this.#open.delete(schema);
    return value;
  }

  /** The value of all parts of a schema: its reference, its compositions, its own keywords. */
  #compose(
    schema: SchemaObject,
    { required, depth, isBase, constants }: Composition,
  ): unknown {
    if ("const" in schema) return schema.const;
    if (schema.enum) return schema.enum[0];
    const needed = [...required, ...requiredOf(schema)];
    const target = schema.$ref === undefined ? [] : [this.#resolve(schema)];
    const parts = [...target, ...(schema.allOf ?? [])].map((part) =>
      this.sample(part, needed, depth, isBase),
    );
    for (const alternatives of [schema.oneOf, schema.anyOf]) {
      if (!alternatives || alternatives.length === 0) continue;
      const all = withDiscriminatorConstants(
        this.options.document,
        schema,
        alternatives,
      );
      const chosen = all.find(
        (alternative) =>
          typeof alternative !== "object" || alternative.type !== "null",
      );
      parts.push(this.sample(chosen ?? all[0], needed, depth));
    }
    if (parts.length === 0 || schema.properties)
      parts.push(this.#byType(schema, needed, depth));
    for (const constant of constants)
      parts.push(this.sample(constant, [], depth));
    const objects = parts.filter(isRecord);
    return objects.length > 0
      ? Object.fromEntries(objects.flatMap((part) => Object.entries(part)))
      : (parts.find((part) => part !== null && part !== undefined) ?? parts[0]);
  }

  #byType(
    schema: SchemaObject,
    required: readonly string[],
    depth: number,
  ): unknown {
    const isObject = objectKeywords.some((keyword) =>
      isRecord(schema[keyword]),
    );
    const type =
      typeof schema.type === "object"
        ? schema.type.find((name) => name !== "null")
        : (schema.type ??
          impliedType(schema, isObject) ??
          (isObject && "object"));
    switch (type) {
      case "string":
        return sampleText(schema);
      case "integer":
      case "number":
        return isTypedAsText(schema, this.options.textFormats)
          ? String(sampleNumber(schema))
          : sampleNumber(schema);
      case "boolean":
        return true;
      case "array":
        return this.#array(schema, depth);
      case "object":
        return this.#object(schema, required, depth);
      default:
        return null;
    }
  }

  #array(
    { prefixItems, items, minItems = 1, uniqueItems = false }: SchemaObject,
    depth: number,
  ): unknown[] {
    if (prefixItems)
      return prefixItems.map((item) => this.sample(item, [], depth));
    const item = this.sample(items, [], depth);
    if (item === undefined) return [];
    const length = Math.min(Math.max(minItems, 1), 10);
    const copies = Array.from({ length }, (): unknown => item);
    if (!uniqueItems || typeof items !== "object") return copies;
    return varied(copies, this.#resolve(items), (one) => this.#resolve(one));
  }

  #object(
    { properties = {}, minProperties = 0, additionalProperties }: SchemaObject,
    required: readonly string[],
    depth: number,
  ): Record<string, unknown> {
    const passed = Object.entries(properties).filter(
      ([, property]) => !this.#isOfOtherDirection(property),
    );
    const found = new Map<string, unknown>();
    const add = (name: string, schema: Schema): void => {
      const value = this.sample(schema, [], depth);
      if (value !== undefined) found.set(name, value);
    };
    for (const [name, property] of passed)
      if (required.includes(name)) add(name, property);
    // As many more as it takes, as far as the type has them.
    const least = Math.min(minProperties, mostProperties);
    for (const [name, property] of passed)
      if (found.size < least && !found.has(name)) add(name, property);
    if (typeof additionalProperties === "object")
      for (let more = 1; found.size < least && more <= least; more++)
        add(`key${String(more)}`, additionalProperties);
    return Object.fromEntries(found);
  }

  /** True of a property that is only sent in the other direction. */
  #isOfOtherDirection(schema: Schema): boolean {
    if (typeof schema !== "object") return false;
    const access = this.options.received ? "writeOnly" : "readOnly";
    return (
      schema[access] === true ||
      (schema.$ref !== undefined && this.#resolve(schema)[access] === true)
    );
  }

  #resolve(schema: SchemaObject): SchemaObject {
    return dereference(this.options.document, schema);
  }
}

const formats: Readonly<Record<string, string>> = {
  date: "2026-01-31",
  "date-time": "2026-01-31T12:00:00Z",
  time: "12:00:00Z",
  duration: "P1D",
  email: "ada@example.com",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/",
  url: "https://example.com/",
  uuid: "123e4567-e89b-42d3-a456-426614174000",
  byte: "aGVsbG8=",
};

function sampleText({
  format = "",
  minLength = 0,
  maxLength = Infinity,
  pattern,
}: SchemaObject): string {
  if (Object.hasOwn(formats, format)) return formats[format] ?? "";
  const fitting =
    pattern !== undefined && maxLength > 0
      ? patternText(pattern, { minLength, maxLength })
      : undefined;
  if (fitting !== undefined) return fitting;
  const value = "string".slice(0, Math.max(1, maxLength));
  return value.padEnd(Math.min(minLength, 1000), "x");
}
