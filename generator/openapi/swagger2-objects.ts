/**
 * The objects of Swagger 2.0 where they differ from those of OpenAPI 3, in the notation of
 * `field-table.ts`. Documents are converted before coverage matters.
 */
import type { FieldTable } from "./field-table.js";

export const swagger2 = {
  swagger: {
    swagger: "any",
    info: "info!",
    host: "string",
    basePath: "string",
    schemes: "[string]",
    consumes: "[string]",
    produces: "[string]",
    paths: "swaggerPaths",
    definitions: "{schema}",
    parameters: "{swaggerParameter}",
    responses: "{swaggerResponse}",
    securityDefinitions: "{swaggerSecurityScheme}",
    security: "[securityRequirement]",
    tags: "[tag]",
    externalDocs: "externalDocs",
  },
  swaggerPaths: { "*": "swaggerPathItem" },
  swaggerPathItem: {
    $ref: "string",
    get: "swaggerOperation",
    put: "swaggerOperation",
    post: "swaggerOperation",
    delete: "swaggerOperation",
    options: "swaggerOperation",
    head: "swaggerOperation",
    patch: "swaggerOperation",
    parameters: "[swaggerParameter]",
  },
  swaggerOperation: {
    tags: "[string]",
    summary: "string",
    description: "string",
    externalDocs: "externalDocs",
    operationId: "string",
    consumes: "[string]",
    produces: "[string]",
    parameters: "[swaggerParameter]",
    responses: "swaggerResponses",
    schemes: "[string]",
    deprecated: "boolean",
    security: "[securityRequirement]",
  },
  swaggerParameter: { schema: "schema", items: "any" },
  swaggerResponses: { "*": "swaggerResponse" },
  swaggerResponse: {
    description: "string",
    schema: "schema",
    headers: "{any}",
    examples: "{any}",
  },
  swaggerSecurityScheme: { scopes: "{string}" },
} as const satisfies Readonly<Record<string, FieldTable>>;
