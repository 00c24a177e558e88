/**
 * Path items, operations and responses of Swagger 2.0.
 */
import type { Pointer } from "../../../openapi/document.js";
import { fieldsHolding } from "../../../openapi/grammar.js";
import { isRecord, mapValues, setOwn } from "../../../openapi/records.js";
import {
  bodyOf,
  convertParameter,
  formOf,
  isBody,
  isForm,
  type LocatedParameter,
  locateParameter,
} from "./parameters.js";
import { convertSchema } from "./schemas.js";
import type { Conversion } from "./conversion.js";
import type { JsonObject } from "../../../openapi/records.js";
import { swagger2 } from "../../../openapi/swagger2-objects.js";
import { serversOf } from "./servers.js";

const methods: ReadonlySet<string> = new Set(
  fieldsHolding(swagger2.swaggerPathItem, "swaggerOperation"),
);

/** @param at where the item stands, before and after */
export const convertItem = (
  item: unknown,
  at: Pointer,
  conversion: Conversion,
): unknown => {
  if (!isRecord(item)) return item;
  const shared = divide(item.parameters, at, conversion);
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(item)) {
    if (key === "parameters") {
      result.parameters = shared.parameters ?? value;
    } else {
      setOwn(
        result,
        key,
        methods.has(key) && isRecord(value)
          ? convertOperation(value, [...at, key], shared.payload, conversion)
          : value,
      );
    }
  }
  return result;
};

/** FieldContent types, or undefined where the list says nothing usable. */
const typesOf = (value: unknown): readonly string[] | undefined => {
  if (!Array.isArray(value)) return undefined;
  const types = value.filter((type) => typeof type === "string");
  return types.length > 0 ? types : undefined;
};

export const produced = (
  ...holders: readonly JsonObject[]
): readonly string[] =>
  holders.map(({ produces }) => typesOf(produces)).find(Boolean) ?? [
    "application/json",
  ];

const consumed = (...holders: readonly JsonObject[]): readonly string[] =>
  holders.map(({ consumes }) => typesOf(consumes)).find(Boolean) ?? [
    "application/json",
  ];

const convertOperation = (
  operation: JsonObject,
  at: Pointer,
  inherited: readonly LocatedParameter[],
  conversion: Conversion,
): JsonObject => {
  const { swagger } = conversion;
  const own = divide(operation.parameters, at, conversion);
  const payload = own.payload.length > 0 ? own.payload : inherited;
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(operation)) {
    switch (key) {
      case "consumes":
      case "produces":
        break;
      case "schemes":
        result.servers = serversOf(
          { ...swagger, schemes: value },
          conversion,
          at,
        );
        break;
      case "parameters":
        result.parameters = own.parameters ?? value;
        addBody(result, operation, payload, at, conversion);
        break;
      case "responses":
        result.responses = isRecord(value)
          ? mapValues(value, (response, status) =>
              convertResponse(
                response,
                [...at, "responses", status],
                produced(operation, swagger),
                conversion,
              ),
            )
          : value;
        break;
      default:
        setOwn(result, key, value);
    }
  }
  if (!("requestBody" in result)) {
    addBody(result, operation, payload, at, conversion);
  }
  return result;
};

const addBody = (
  result: JsonObject,
  operation: JsonObject,
  payload: readonly LocatedParameter[],
  at: Pointer,
  conversion: Conversion,
): void => {
  const types = consumed(operation, conversion.swagger);
  const where = [...at, "requestBody"];
  const body = payload.find(({ parameter }) => isBody(parameter));
  const fields = payload.filter(({ parameter }) => isForm(parameter));
  if (body) result.requestBody = bodyOf(body, types, where, conversion);
  else if (fields.length > 0) {
    result.requestBody = formOf(fields, types, where, conversion);
  }
};

/** Splits a list into parameters of 3.0 and what belongs to the request body. */
const divide = (
  list: unknown,
  at: Pointer,
  conversion: Conversion,
): {
  parameters: unknown[] | undefined;
  payload: readonly LocatedParameter[];
} => {
  if (!Array.isArray(list)) return { parameters: undefined, payload: [] };
  const parameters: unknown[] = [];
  const payload: LocatedParameter[] = [];
  list.forEach((item: unknown, index) => {
    const was = [...at, "parameters", `${index}`];
    const located = locateParameter(item, was, conversion.swagger);
    if (located && (isBody(located.parameter) || isForm(located.parameter))) {
      payload.push(located);
      return;
    }
    const now = [...at, "parameters", `${parameters.length}`];
    conversion.moved(now, was);
    parameters.push(convertParameter(item, now, was, conversion));
  });
  return { parameters, payload };
};

/** @param at where the response stands, under `components` when it is shared */
export const convertResponse = (
  response: unknown,
  at: Pointer,
  types: readonly string[],
  conversion: Conversion,
): unknown => {
  if (!isRecord(response) || Object.hasOwn(response, "$ref")) return response;
  const { schema, headers, examples, ...rest } = response;
  const was = at[0] === "components" ? at.slice(1) : at;
  if (headers !== undefined) {
    rest.headers = isRecord(headers)
      ? mapValues(headers, (header, name) =>
          convertParameter(
            header,
            [...at, "headers", name],
            [...was, "headers", name],
            conversion,
          ),
        )
      : headers;
  }
  const samples = isRecord(examples) ? examples : {};
  const content: JsonObject = {};
  if (schema !== undefined) {
    const isFile = isRecord(schema) && schema.type === "file";
    convertSchema(schema);
    const bodies =
      isFile && types[0] === "application/json"
        ? ["application/octet-stream"]
        : types;
    bodies.forEach((type, index) => {
      conversion.moved([...at, "content", type, "schema"], [...was, "schema"]);
      setOwn(content, type, {
        schema: index === 0 ? schema : structuredClone(schema),
      });
    });
  }
  for (const [type, example] of Object.entries(samples)) {
    const media = Object.hasOwn(content, type) ? content[type] : undefined;
    if (isRecord(media)) media.example = example;
    else if (schema === undefined) setOwn(content, type, { example });
    conversion.moved(
      [...at, "content", type, "example"],
      [...was, "examples", type],
    );
  }
  if (Object.keys(content).length > 0) rest.content = content;
  return rest;
};
