/**
 * Path items, operations and responses of Swagger 2.0.
 */
import type { Pointer } from "../../../openapi/document.js";
import { fieldsHolding } from "../../../openapi/grammar.js";
import { child } from "../../../openapi/pointers.js";
import {
  arrayOrEmpty,
  isRecord,
  type JsonObject,
  mapValues,
  recordOrEmpty,
  setOwn,
} from "../../../openapi/records.js";
import { swagger2 } from "../../../openapi/swagger2-objects.js";
import type { Conversion } from "./conversion.js";
import {
  requestBody,
  convertParameter,
  formRequestBody,
  isBody,
  isForm,
  type LocatedParameter,
  locateParameter,
} from "./parameters.js";
import { convertSchema } from "./schemas.js";
import { serversOf } from "./servers.js";

const methods: ReadonlySet<string> = new Set(
  fieldsHolding(swagger2.swaggerPathItem, "swaggerOperation"),
);

/** @param pointer to the item, which does not move */
export const convertItem = (
  item: unknown,
  pointer: Pointer,
  conversion: Conversion,
): unknown => {
  if (!isRecord(item)) return item;
  const shared = splitParameters(item.parameters, pointer, conversion);
  return mapValues(item, (value, key) => {
    if (key === "parameters") return shared.parameters ?? value;
    return methods.has(key) && isRecord(value)
      ? convertOperation(value, [...pointer, key], shared.payload, conversion)
      : value;
  });
};

/** The media types of the first holder that names some; JSON when none does. */
export const mediaTypesOf = (
  field: "consumes" | "produces",
  ...holders: readonly JsonObject[]
): readonly string[] =>
  holders
    .map((holder) =>
      arrayOrEmpty(holder[field]).filter((type) => typeof type === "string"),
    )
    .find((types) => types.length > 0) ?? ["application/json"];

const convertOperation = (
  operation: JsonObject,
  pointer: Pointer,
  inherited: readonly LocatedParameter[],
  conversion: Conversion,
): JsonObject => {
  const { swagger } = conversion;
  const own = splitParameters(operation.parameters, pointer, conversion);
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(operation)) {
    if (key === "schemes") {
      const urls = { ...swagger, schemes: value };
      result.servers = serversOf(urls, conversion, pointer);
    } else if (key === "parameters") {
      result.parameters = own.parameters ?? value;
    } else if (key === "responses" && isRecord(value)) {
      const types = mediaTypesOf("produces", operation, swagger);
      result.responses = mapValues(value, (response, status) => {
        const at = [...pointer, "responses", status];
        return convertResponse(response, at, types, conversion);
      });
    } else if (key !== "consumes" && key !== "produces") {
      setOwn(result, key, value);
    }
  }
  const payload = own.payload.length > 0 ? own.payload : inherited;
  const types = mediaTypesOf("consumes", operation, swagger);
  const at = [...pointer, "requestBody"];
  const [body, ...others] = payload.filter(({ parameter }) =>
    isBody(parameter),
  );
  if (body)
    for (const { was } of others)
      conversion.report("body-duplicate", was, body.was);
  const fields = payload.filter(({ parameter }) => isForm(parameter));
  if (body) result.requestBody = requestBody(body, types, at, conversion);
  else if (fields.length > 0) {
    result.requestBody = formRequestBody(fields, types, at, conversion);
  }
  return result;
};

/** Separates the parameters of OpenAPI 3.0 from those that become the request body. */
const splitParameters = (
  list: unknown,
  pointer: Pointer,
  conversion: Conversion,
): {
  parameters: unknown[] | undefined;
  payload: readonly LocatedParameter[];
} => {
  if (!Array.isArray(list)) return { parameters: undefined, payload: [] };
  const parameters: unknown[] = [];
  const payload: LocatedParameter[] = [];
  list.forEach((item: unknown, index) => {
    const was = [...pointer, "parameters", `${index}`];
    const located = locateParameter(item, was, conversion.swagger);
    if (located && (isBody(located.parameter) || isForm(located.parameter))) {
      payload.push(located);
      return;
    }
    const now = [...pointer, "parameters", `${parameters.length}`];
    conversion.moved(now, was);
    parameters.push(convertParameter(item, now, was, conversion));
  });
  return { parameters, payload };
};

/** @param at the new pointer, under `components` when the response is shared */
export const convertResponse = (
  response: unknown,
  at: Pointer,
  types: readonly string[],
  conversion: Conversion,
): unknown => {
  if (!isRecord(response) || Object.hasOwn(response, "$ref")) return response;
  const { schema, headers, examples, ...rest } = response;
  const was = at[0] === "components" ? at.slice(1) : at;
  if (isRecord(headers)) {
    rest.headers = mapValues(headers, (header, name) => {
      const now = [...at, "headers", name];
      return convertParameter(
        header,
        now,
        [...was, "headers", name],
        conversion,
      );
    });
  } else if (headers !== undefined) rest.headers = headers;
  const content: JsonObject = {};
  if (schema !== undefined) {
    const isFile = isRecord(schema) && schema.type === "file";
    convertSchema(schema);
    const bodies =
      isFile && types[0] === "application/json"
        ? ["application/octet-stream"]
        : types;
    for (const type of bodies) {
      conversion.moved([...at, "content", type, "schema"], [...was, "schema"]);
      setOwn(content, type, { schema: structuredClone(schema) });
    }
  }
  for (const [type, example] of Object.entries(recordOrEmpty(examples))) {
    const media = child(content, type);
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
