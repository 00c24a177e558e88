/**
 * Arguments for samples and tests: the document's own examples, or values made from the schema.
 */
import type { Document } from "../document.js";
import { exampleOf } from "./parameters.js";
import { isRecord } from "./references.js";

/** Deeper values do not make a sample clearer. */
const maximumDepth = 8;

export type Sampler = (schema: unknown) => unknown;

/** A value that the schema allows, with required properties only. */
export function sampler(document: Document): Sampler {
  const sample = (schema: unknown, depth: number): unknown => {
    if (!isRecord(schema) || depth > maximumDepth) return null;
    const given = exampleIn(schema);
    if (given !== undefined) return given;
    if (typeof schema["$ref"] === "string")
      return sample(document.resolve<object>(schema, []).node, depth + 1);
    if ("const" in schema) return schema["const"];
    if (Array.isArray(schema["enum"])) return (schema["enum"] as unknown[])[0];
    if (Array.isArray(schema["allOf"])) return merged(schema, depth);
    for (const keyword of ["oneOf", "anyOf"]) {
      const alternatives = schema[keyword];
      if (Array.isArray(alternatives) && alternatives.length > 0)
        return sample(
          (alternatives as unknown[]).find((one) => !isNull(one)) ??
            (alternatives as unknown[])[0],
          depth + 1,
        );
    }
    return byType(schema, depth);
  };

  function merged(schema: Record<string, unknown>, depth: number): unknown {
    const parts = (schema["allOf"] as unknown[]).map((part) =>
      sample(part, depth + 1),
    );
    if (isRecord(schema["properties"])) parts.push(objectOf(schema, depth));
    const objects = parts.filter(isRecord);
    return objects.length > 0
      ? Object.fromEntries(objects.flatMap((part) => Object.entries(part)))
      : parts[0];
  }

  function objectOf(
    schema: Record<string, unknown>,
    depth: number,
  ): Record<string, unknown> {
    const properties = isRecord(schema["properties"])
      ? schema["properties"]
      : {};
    const required: readonly unknown[] = Array.isArray(schema["required"])
      ? (schema["required"] as unknown[])
      : [];
    return Object.fromEntries(
      Object.entries(properties)
        .filter(
          ([name, property]) =>
            required.includes(name) &&
            !(isRecord(property) && property["readOnly"] === true),
        )
        .map(([name, property]) => [name, sample(property, depth + 1)]),
    );
  }

  function byType(schema: Record<string, unknown>, depth: number): unknown {
    const type = Array.isArray(schema["type"])
      ? (schema["type"] as unknown[]).find((name) => name !== "null")
      : (schema["type"] ??
        (isRecord(schema["properties"]) ? "object" : undefined));
    switch (type) {
      case "string":
        return text(schema);
      case "integer":
      case "number":
        return number(schema);
      case "boolean":
        return true;
      case "array": {
        const prefix = schema["prefixItems"];
        if (Array.isArray(prefix))
          return prefix.map((one) => sample(one, depth + 1));
        return depth < maximumDepth ? [sample(schema["items"], depth + 1)] : [];
      }
      case "object":
        return objectOf(schema, depth);
      default:
        return null;
    }
  }

  return (schema) => sample(schema, 0);
}

function exampleIn(schema: Record<string, unknown>): unknown {
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

function text(schema: Record<string, unknown>): string {
  const format = schema["format"];
  if (typeof format === "string" && Object.hasOwn(formats, format))
    return formats[format] ?? "";
  const minimum = Number(schema["minLength"] ?? 0);
  const maximum = Number(schema["maxLength"] ?? Infinity);
  const value = "string".slice(0, Math.max(1, maximum));
  return value.padEnd(Math.min(minimum, 1000), "x");
}

function number(schema: Record<string, unknown>): number {
  const { minimum, exclusiveMinimum, maximum } = schema;
  if (typeof minimum === "number") return minimum;
  if (typeof exclusiveMinimum === "number") return exclusiveMinimum + 1;
  return typeof maximum === "number" && maximum < 1 ? maximum : 1;
}
