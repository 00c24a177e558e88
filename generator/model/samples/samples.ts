/**
 * Arguments for samples and tests: values made from schemas, with the examples in them.
 */
import { isText } from "../schemas/text-formats.js";
import type { Document } from "../../openapi/document.js";
import { discriminated } from "../schemas/discriminators.js";
import {
  impliedType,
  objectKeywords,
  requiredOf,
} from "../schemas/keywords.js";
import { exampleOf } from "../operations/parameters.js";
import { isRecord } from "../../openapi/records.js";

/** Ends what a document nests too deep, and what it makes too large. */
const maximumDepth = 50;
const maximumValues = 2000;

export interface SampleOptions {
  /** Take what the document gives as `example`, `examples` and `default`. Default: true. */
  readonly examples?: boolean;
  /** A value that the server sends, not one that it takes. Default: false. */
  readonly received?: boolean;
}

export type Sampler = (schema: unknown, options?: SampleOptions) => unknown;

/** A value that the schema allows, with required properties only. */
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

type Plain = Record<string, unknown>;

class Sampling {
  /** Schemas that are being sampled: what leads back into one of them ends there. */
  readonly #open = new Set<object>();
  #values = 0;

  constructor(
    private readonly options: Required<SampleOptions> & {
      readonly document: Document;
      readonly textFormats: ReadonlySet<string>;
    },
  ) {}

  /** @param required what must be there besides what the schema itself says */
  sample(schema: unknown, required: readonly string[], depth: number): unknown {
    if (!isRecord(schema) || depth > maximumDepth) return null;
    if (++this.#values > maximumValues) return null;
    const given = this.options.examples ? exampleIn(schema) : undefined;
    if (given !== undefined) return given;
    if (this.#open.has(schema)) return undefined;
    this.#open.add(schema);
    const value = this.#made(schema, required, depth + 1);
    this.#open.delete(schema);
    return value;
  }

  #made(schema: Plain, required: readonly string[], depth: number): unknown {
    if ("const" in schema) return schema["const"];
    if (Array.isArray(schema["enum"])) return (schema["enum"] as unknown[])[0];
    const needed = [...required, ...requiredOf(schema)];
    const parts: unknown[] = [];
    if (typeof schema["$ref"] === "string")
      parts.push(
        this.sample(
          this.options.document.resolve<object>(schema, []).node,
          needed,
          depth,
        ),
      );
    if (Array.isArray(schema["allOf"]))
      for (const part of schema["allOf"] as unknown[])
        parts.push(this.sample(part, needed, depth));
    for (const keyword of ["oneOf", "anyOf"]) {
      const alternatives = schema[keyword];
      if (!Array.isArray(alternatives) || alternatives.length === 0) continue;
      const all = discriminated(this.options.document, schema, alternatives);
      parts.push(
        this.sample(all.find((one) => !isNull(one)) ?? all[0], needed, depth),
      );
    }
    if (parts.length === 0 || isRecord(schema["properties"]))
      parts.push(this.#byType(schema, needed, depth));
    const objects = parts.filter(isRecord);
    return objects.length > 0
      ? Object.fromEntries(objects.flatMap((part) => Object.entries(part)))
      : (parts.find((part) => part !== null && part !== undefined) ?? parts[0]);
  }

  #byType(schema: Plain, required: readonly string[], depth: number): unknown {
    const isObject = objectKeywords.some((name) => isRecord(schema[name]));
    const type = Array.isArray(schema["type"])
      ? (schema["type"] as unknown[]).find((name) => name !== "null")
      : (schema["type"] ??
        impliedType(schema, isObject) ??
        (isObject && "object"));
    switch (type) {
      case "string":
        return text(schema);
      case "integer":
      case "number":
        return isText(schema, this.options.textFormats)
          ? String(number(schema))
          : number(schema);
      case "boolean":
        return true;
      case "array":
        return this.#list(schema, depth);
      case "object":
        return this.#object(schema, required, depth);
      default:
        return null;
    }
  }

  #list(schema: Plain, depth: number): unknown[] {
    const prefix = schema["prefixItems"];
    if (Array.isArray(prefix))
      return (prefix as unknown[]).map((one) => this.sample(one, [], depth));
    const item = this.sample(schema["items"], [], depth);
    const least = Math.min(Number(schema["minItems"] ?? 1), 10);
    return item === undefined
      ? []
      : Array.from({ length: Math.max(1, least) }, () => item);
  }

  #object(schema: Plain, required: readonly string[], depth: number): Plain {
    const properties = isRecord(schema["properties"])
      ? schema["properties"]
      : {};
    return Object.fromEntries(
      Object.entries(properties)
        .filter(
          ([name, property]) =>
            required.includes(name) && !this.#isForOthers(property),
        )
        .map(([name, property]): readonly [string, unknown] => [
          name,
          this.sample(property, [], depth),
        ])
        .filter(([, value]) => value !== undefined),
    );
  }

  /** Is the property only sent in the other direction? */
  #isForOthers(schema: unknown): boolean {
    if (!isRecord(schema)) return false;
    const access = this.options.received ? "writeOnly" : "readOnly";
    return (
      schema[access] === true ||
      (typeof schema["$ref"] === "string" &&
        this.options.document.resolve<Plain>(schema, []).node[access] === true)
    );
  }
}

function exampleIn(schema: Plain): unknown {
  const examples = schema["examples"];
  if (Array.isArray(examples) && examples.length > 0)
    return examples[0] as unknown;
  return exampleOf(schema) ?? schema["default"];
}

const isNull = (schema: unknown): boolean =>
  isRecord(schema) && schema["type"] === "null";

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

function text(schema: Plain): string {
  const format = schema["format"];
  if (typeof format === "string" && Object.hasOwn(formats, format))
    return formats[format] ?? "";
  const minimum = Number(schema["minLength"] ?? 0);
  const maximum = Number(schema["maxLength"] ?? Infinity);
  const value = "string".slice(0, Math.max(1, maximum));
  return value.padEnd(Math.min(minimum, 1000), "x");
}

function number(schema: Plain): number {
  const { minimum, exclusiveMinimum, maximum } = schema;
  if (typeof minimum === "number") return minimum;
  if (typeof exclusiveMinimum === "number") return exclusiveMinimum + 1;
  return typeof maximum === "number" && maximum < 1 ? maximum : 1;
}
