/**
 * The tables of Swagger 2.0, where it differs from OpenAPI 3. The notation is that of the other
 * `objects.ts`.
 */
import type { Fields } from "./objects.js";

export const swagger2 = {
  swagger: {
    swagger: "any",
    info: "info!",
    host: "text",
    basePath: "text",
    schemes: "[text]",
    consumes: "[text]",
    produces: "[text]",
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
    $ref: "text",
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
    tags: "[text]",
    summary: "text",
    description: "text",
    externalDocs: "externalDocs",
    operationId: "text",
    consumes: "[text]",
    produces: "[text]",
    parameters: "[swaggerParameter]",
    responses: "swaggerResponses",
    schemes: "[text]",
    deprecated: "flag",
    security: "[securityRequirement]",
  },
  swaggerParameter: { schema: "schema", items: "any" },
  swaggerResponses: { "*": "swaggerResponse" },
  swaggerResponse: {
    description: "text",
    schema: "schema",
    headers: "{any}",
    examples: "{any}",
  },
  swaggerSecurityScheme: { scopes: "{text}" },
} as const satisfies Readonly<Record<string, Fields>>;
