/**
 * Properties that are required and not declared (JSON Schema 2020-12 Validation section 6.5.3 allows
 * it): they are declared here, with any value, so that types have them and requests send them.
 */
import { isRecord, type JsonObject, setOwn } from "../../openapi/records.js";

/** Schemas inside these say something of a value that another schema describes too. */
const applicators = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"];

/**
 * @param schemas every schema of the document
 * @param areOptional true if callers of an earlier SDK do not pass them: then they may be left out
 */
export function declareRequired(
  schemas: readonly JsonObject[],
  areOptional = false,
): void {
  const parts = new Set(
    schemas.flatMap((schema) =>
      [...applicators, "dependentSchemas"].flatMap((keyword) =>
        partsOf(schema[keyword]),
      ),
    ),
  );
  for (const schema of schemas) {
    const { required, properties, additionalProperties = {} } = schema;
    if (
      parts.has(schema) ||
      !Array.isArray(required) ||
      !isRecord(properties) ||
      ["$ref", "$dynamicRef", "patternProperties", ...applicators].some(
        (keyword) => schema[keyword] !== undefined,
      ) ||
      additionalProperties === false
    )
      continue;
    const { discriminator } = schema;
    const selector = isRecord(discriminator) ? discriminator.propertyName : "";
    const missing = required.filter(
      (name): name is string =>
        typeof name === "string" &&
        name !== selector &&
        !Object.hasOwn(properties, name),
    );
    if (missing.length === 0) continue;
    // A copy: the map may belong to another schema too, through an alias of YAML.
    const declared: JsonObject = { ...properties };
    for (const name of missing)
      setOwn(
        declared,
        name,
        isRecord(additionalProperties) ? { ...additionalProperties } : {},
      );
    schema.properties = declared;
    if (areOptional)
      schema.required = required.filter(
        (name) => !missing.includes(name as string),
      );
  }
}

const partsOf = (value: unknown): unknown[] =>
  Array.isArray(value)
    ? value
    : isRecord(value)
      ? [value, ...Object.values(value)]
      : [];
