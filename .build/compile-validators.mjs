/**
 * Compiles the official JSON Schemas of OpenAPI to plain JavaScript in `dist/validators/`, so that
 * checking a document neither compiles schemas at run time nor evaluates code.
 *
 * Where a schema offers alternatives that one member tells apart, the choice is made by that member
 * first. That changes no verdict, but a fault is then reported once, in the alternative that was
 * meant, and the others cost no time.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";

const require = createRequire(import.meta.url);
const folder = new URL("../dist/validators/", import.meta.url);

/** What names a schema; as text these are no names of properties. */
const names = new Set(["id", "$schema"]);

const isRecord = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** JSON Schema draft 4, as OpenAPI 2.0 and 3.0 use it, becomes draft 7; `oneOf` becomes choices. */
const modernise = (root) => {
  const target = (schema) =>
    typeof schema.$ref === "string" && schema.$ref.startsWith("#/definitions/")
      ? root.definitions[schema.$ref.slice("#/definitions/".length)]
      : schema;
  /** The one value of a member that a schema is about. */
  const sole = (schema, member) => {
    const values = target(schema).properties?.[member]?.enum;
    return values?.length === 1 ? values[0] : undefined;
  };
  const isReference = ({ $ref }) =>
    /^#\/definitions\/(?:Reference|jsonReference)$/.test($ref ?? "");
  const choose = (schemas) => {
    const boolean = schemas.find(({ type }) => type === "boolean");
    if (boolean !== undefined && schemas.length > 1) {
      const rest = schemas.filter((schema) => schema !== boolean);
      return { if: { type: "boolean" }, then: true, else: choose(rest) };
    }
    const reference = schemas.find(isReference);
    if (reference !== undefined && schemas.length > 1) {
      const rest = schemas.filter((schema) => schema !== reference);
      return {
        if: { type: "object", required: ["$ref"] },
        then: reference,
        else: choose(rest),
      };
    }
    if (schemas.length === 1) return schemas[0];
    for (const member of ["in", "type", "flow"]) {
      const values = schemas.map((schema) => sole(schema, member));
      if (values.includes(undefined)) continue;
      if (new Set(values).size < values.length) continue;
      return {
        required: [member],
        properties: { [member]: { enum: values } },
        allOf: schemas.map((schema, index) => ({
          if: { properties: { [member]: { enum: [values[index]] } } },
          then: schema,
        })),
      };
    }
    // One of them may be told apart, if not all.
    for (const member of ["in", "type", "flow"]) {
      const values = schemas.map((schema) => sole(schema, member));
      const told = schemas.find(
        (_, index) =>
          values[index] !== undefined &&
          values.filter((value) => value === values[index]).length === 1,
      );
      if (told === undefined) continue;
      return {
        if: {
          required: [member],
          properties: { [member]: { enum: [sole(told, member)] } },
        },
        then: told,
        else: choose(schemas.filter((schema) => schema !== told)),
      };
    }
    return { oneOf: schemas };
  };
  const convert = (value) => {
    if (Array.isArray(value)) return value.map(convert);
    if (!isRecord(value)) return value;
    const { oneOf, exclusiveMinimum, ...rest } = value;
    const result = Object.fromEntries(
      Object.entries(rest)
        .filter(([key, inner]) => !names.has(key) || typeof inner !== "string")
        .map(([key, inner]) => [key, convert(inner)]),
    );
    if (exclusiveMinimum === true) {
      result.exclusiveMinimum = result.minimum;
      delete result.minimum;
    } else if (exclusiveMinimum !== undefined) {
      result.exclusiveMinimum = convert(exclusiveMinimum);
    }
    if (Array.isArray(oneOf)) {
      result.allOf = [...(result.allOf ?? []), choose(oneOf.map(convert))];
    } else if (oneOf !== undefined) {
      result.oneOf = convert(oneOf);
    }
    return result;
  };
  return convert(root);
};

const dialects = {
  "2.0": [Ajv, modernise],
  "3.0": [Ajv, modernise],
  3.1: [Ajv2020, (schema) => schema],
  3.2: [Ajv2020, (schema) => schema],
};

mkdirSync(folder, { recursive: true });
for (const [version, [Dialect, prepare]] of Object.entries(dialects)) {
  const ajv = new (Dialect.default ?? Dialect)({
    allErrors: true,
    strict: false,
    validateFormats: false,
    verbose: false,
    code: { source: true },
  });
  if (Dialect === Ajv) {
    const draft4 = require("ajv-draft-04/dist/refs/json-schema-draft-04.json");
    ajv.addSchema(modernise(draft4), "http://json-schema.org/draft-04/schema");
  }
  const file = require.resolve(
    `@seriousme/openapi-schema-validator/schemas/v${version}/schema.json`,
  );
  const schema = prepare(JSON.parse(readFileSync(file, "utf8")));
  const code = (standaloneCode.default ?? standaloneCode)(
    ajv,
    ajv.compile(schema),
  );
  writeFileSync(new URL(`v${version}.cjs`, folder), code);
}
