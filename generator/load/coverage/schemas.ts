/**
 * The Schema Object: every keyword of JSON Schema 2020-12 and what OpenAPI adds. See `coverage.ts`.
 */
import type { Covered } from "./coverage.js";

const onlyAtRunTime =
  "a rule for values, which a type cannot say; nothing is validated at run time";

export const schemaCoverage = {
  schema: {
    honoured:
      "$ref $id $anchor $dynamicAnchor $dynamicRef $recursiveAnchor $recursiveRef $defs definitions type title description default example examples enum const format nullable deprecated readOnly writeOnly multipleOf minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength pattern minItems maxItems uniqueItems minProperties maxProperties required properties patternProperties additionalProperties items prefixItems additionalItems allOf oneOf anyOf contentEncoding contentMediaType discriminator not if then else dependentRequired dependentSchemas unevaluatedProperties unevaluatedItems propertyNames contentSchema",
    notApplicable: {
      $schema: "one dialect is read: that of OpenAPI",
      $vocabulary: "only for schemas of schemas",
      $comment: "for those who edit the document",
      contains: onlyAtRunTime,
      minContains: onlyAtRunTime,
      maxContains: onlyAtRunTime,
      xml: "XML bodies are sent and returned as text",
      externalDocs: "a link for readers of the document",
    },
  },
  discriminator: { honoured: "propertyName mapping defaultMapping" },
  xml: {
    honoured: "",
    notApplicable: Object.fromEntries(
      ["name", "namespace", "prefix", "attribute", "wrapped", "nodeType"].map(
        (field) => [field, "XML bodies are sent and returned as text"],
      ),
    ),
  },
} as const satisfies Readonly<Record<string, Covered>>;
