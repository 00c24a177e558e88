/**
 * Nothing of a document is lost in silence: the tables of objects have every field that the official
 * JSON Schemas of OpenAPI and of JSON Schema name.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../generator/diagnostics/diagnostics.js";
import { type ObjectKind, shapeOf } from "../../generator/openapi/grammar.js";
import { openapi3 } from "../../generator/openapi/objects.js";
import { schemaObjects } from "../../generator/openapi/schema-objects.js";
import { swagger2 } from "../../generator/openapi/swagger2-objects.js";
import { head, loadYaml } from "../load/loading.js";

const require = createRequire(import.meta.url);

type Json = Readonly<Record<string, unknown>>;

const readJson = (path: string): Json =>
  JSON.parse(readFileSync(path, "utf8")) as Json;

const schemas = join(
  dirname(require.resolve("@seriousme/openapi-schema-validator/package.json")),
  "schemas",
);

/** Every name under `properties`, and every alternative of a pattern that lists names. */
const namesIn = (schema: unknown): readonly string[] => {
  if (typeof schema !== "object" || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(namesIn);
  return Object.entries(schema as Json).flatMap(([key, value]) => {
    switch (key) {
      case "properties":
        return [
          ...Object.keys(value as Json),
          ...Object.values(value as Json).flatMap(namesIn),
        ];
      case "patternProperties":
        return Object.keys(value as Json).flatMap(
          (pattern) =>
            /^\^\(([a-z|]+)\)\$$/.exec(pattern)?.[1]?.split("|") ?? [],
        );
      case "$defs":
      case "definitions":
        return [];
      default:
        return namesIn(value);
    }
  });
};

/** Definitions of the official schemas that are no object of the document, or one of several kinds. */
const kinds: Readonly<Record<string, ObjectKind>> = {
  document: "openapi",
  "server-variable": "serverVariable",
  "path-item": "pathItem",
  "external-documentation": "externalDocs",
  ExternalDocumentation: "externalDocs",
  "request-body": "requestBody",
  "media-type": "mediaType",
  "security-scheme": "securityScheme",
  APIKeySecurityScheme: "securityScheme",
  HTTPSecurityScheme: "securityScheme",
  OAuth2SecurityScheme: "securityScheme",
  OpenIdConnectSecurityScheme: "securityScheme",
  "oauth-flows": "flows",
  OAuthFlows: "flows",
  ImplicitOAuthFlow: "flow",
  PasswordOAuthFlow: "flow",
  ClientCredentialsFlow: "flow",
  AuthorizationCodeOAuthFlow: "flow",
  XML: "xml",
};

const kindOf = (definition: string): ObjectKind | undefined => {
  const name =
    kinds[definition] ??
    definition.slice(0, 1).toLowerCase() + definition.slice(1);
  return Object.hasOwn(openapi3, name) || Object.hasOwn(schemaObjects, name)
    ? (name as ObjectKind)
    : undefined;
};

const official = (
  version: string,
): readonly (readonly [ObjectKind, string])[] => {
  const schema = readJson(join(schemas, `v${version}`, "schema.json"));
  const definitions = (schema.$defs ?? schema.definitions) as Json;
  return Object.entries({ document: schema, ...definitions }).flatMap(
    ([name, definition]) => {
      const kind = kindOf(name);
      return kind === undefined
        ? []
        : [...new Set(namesIn(definition))].map(
            (field) => [kind, field] as const,
          );
    },
  );
};

const keywords = (): readonly string[] => {
  const folder = dirname(
    require.resolve("ajv/dist/refs/json-schema-2020-12/schema.json"),
  );
  return [
    "applicator",
    "content",
    "core",
    "format-annotation",
    "meta-data",
    "unevaluated",
    "validation",
  ].flatMap((name) => namesIn(readJson(join(folder, "meta", `${name}.json`))));
};

describe("the tables of objects", () => {
  it.each([
    ["3.0", 100],
    ["3.1", 100],
    ["3.2", 130],
  ])("have every field of OpenAPI %s", (version, atLeast) => {
    const fields = official(version);
    expect(fields.length).toBeGreaterThan(atLeast);
    const missing = fields.filter(
      ([kind, field]) =>
        !shapeOf(kind).fields.has(field) &&
        !(kind === "responses" && field === "default"),
    );
    expect(missing).toEqual([]);
  });

  it("have every keyword of JSON Schema 2020-12", () => {
    const known = shapeOf("schema").fields;
    const all = keywords();
    expect(all.length).toBeGreaterThan(50);
    // Names of drafts before 2020-12 that its schema still lists.
    const old = new Set(["dependencies"]);
    expect(all.filter((name) => !known.has(name) && !old.has(name))).toEqual(
      [],
    );
  });

  it("have the keywords that Swagger 2.0 and OpenAPI 3.0 add", () => {
    const schema = readJson(join(schemas, "v2.0", "schema.json"));
    const { schema: of } = schema.definitions as Readonly<Record<string, Json>>;
    const fields = Object.keys(of?.properties as Json);
    expect(
      fields.filter((name) => !shapeOf("schema").fields.has(name)),
    ).toEqual([]);
    expect(fields).toContain("xml");
  });

  it("report with codes of the catalogue, and give reasons", () => {
    for (const kind of Object.keys({
      ...openapi3,
      ...schemaObjects,
    }) as ObjectKind[]) {
      for (const { coverage } of shapeOf(kind).fields.values()) {
        if (coverage.kind === "reported") {
          expect(Object.keys(catalogue)).toContain(coverage.code);
          expect(coverage.effect).toMatch(/\w/);
        }
        if (coverage.kind === "notApplicable")
          expect(coverage.why).toMatch(/\w/);
      }
    }
  });

  it("have every field that Swagger 2.0 has beside those", () => {
    const schema = readJson(join(schemas, "v2.0", "schema.json"));
    const definitions = schema.definitions as Json;
    const of = (name: string) => [
      ...new Set(namesIn(name === "" ? schema : definitions[name])),
    ];
    expect(
      of("").filter((field) => !Object.hasOwn(swagger2.swagger, field)),
    ).toEqual([]);
    expect(
      of("operation").filter(
        (field) => !Object.hasOwn(swagger2.swaggerOperation, field),
      ),
    ).toEqual([]);
    expect(
      of("pathItem").filter(
        (field) => !Object.hasOwn(swagger2.swaggerPathItem, field),
      ),
    ).toEqual([]);
    expect(
      of("response").filter(
        (field) => !Object.hasOwn(swagger2.swaggerResponse, field),
      ),
    ).toEqual([]);
  });
});

describe("what the table says is said", () => {
  it("of unknown keywords and unsupported fields", async () => {
    const { problems } =
      await loadYaml(`${head("3.2.0")}jsonSchemaDialect: https://acme.example/dialect
paths:
  /a:
    get:
      callbacks: { told: {} }
      responses: { "200": { description: ok } }
components:
  schemas:
    A: { type: string, maxLenght: 3, xml: {}, x-own: 1 }
`);
    expect(problems).toEqual([
      "3:1 warning schema-dialect: the dialect https://acme.example/dialect is read as that of OpenAPI",
      "11:24 warning keyword-unknown: maxLenght is not a schema keyword and is ignored",
    ]);
  });
});
