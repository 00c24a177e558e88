/**
 * Reads `sdkwright.surface.json`: the surface of a release, as `printSurface` wrote it.
 */
import { surfaceFormat } from "./print-surface.js";
import {
  flag,
  list,
  map,
  number,
  optional,
  record,
  text,
  UnexpectedJson,
  type Reader,
} from "./readers.js";
import { readProperty, readShape } from "./shape-json.js";
import type {
  Surface,
  SurfaceBody,
  SurfaceClient,
  SurfaceField,
  SurfaceModel,
  SurfaceOperation,
  SurfacePackage,
  SurfaceResult,
} from "./surface.js";

/** What the file says, or why it cannot be read. */
export type SurfaceFile =
  | {
      readonly kind: "surface";
      readonly surface: Surface;
      /** The release that it is the surface of. */
      readonly version: string;
    }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Reads the text of the file; whatever it holds, nothing is thrown. */
export function readSurface(json: string): SurfaceFile {
  try {
    const given = record(JSON.parse(json));
    const version = text(given["version"]);
    if (given["formatVersion"] !== surfaceFormat)
      return { kind: "unreadable", reason: "it has another format" };
    return { kind: "surface", version, surface: surface(given) };
  } catch (error) {
    if (error instanceof UnexpectedJson)
      return { kind: "unreadable", reason: error.message };
    if (error instanceof SyntaxError)
      return { kind: "unreadable", reason: "it is no JSON" };
    throw error;
  }
}

const surface = (given: Readonly<Record<string, unknown>>): Surface => ({
  package: packageOf(given["package"]),
  client: client(given["client"]),
  operations: map(given["operations"], operation),
  models: map(given["models"], model),
  webhooks: map(given["webhooks"], readShape),
});

const packageOf: Reader<SurfacePackage> = (value) => {
  const given = record(value);
  return {
    name: text(given["name"]),
    exports: list(given["exports"], text),
    ...optional(given, "node", text),
  };
};

const texts: Reader<readonly string[]> = (value) => list(value, text);

const sets: Reader<readonly (readonly string[])[]> = (value) =>
  list(value, texts);

const client: Reader<SurfaceClient> = (value) => {
  const given = record(value);
  return {
    className: text(given["className"]),
    coreName: text(given["coreName"]),
    errorName: text(given["errorName"]),
    ...optional(given, "baseURL", text),
    serverVariables: map(given["serverVariables"], (variable) => ({
      default: text(record(variable)["default"]),
      values: texts(record(variable)["values"]),
    })),
    credentials: map(given["credentials"], (credential) => ({
      environment: text(record(credential)["environment"]),
      kind: text(record(credential)["kind"]),
      sent: text(record(credential)["sent"]),
    })),
    security: sets(given["security"]),
    parameters: map(given["parameters"], (parameter) => ({
      environment: text(record(parameter)["environment"]),
    })),
  };
};

const operation: Reader<SurfaceOperation> = (value) => {
  const given = record(value);
  return {
    id: text(given["id"]),
    call: text(given["call"]),
    ...optional(given, "calls", texts),
    method: text(given["method"]),
    path: text(given["path"]),
    isDeprecated: flag(given["isDeprecated"]),
    positional: list([given["positional"] ?? []].flat(), (argument) => ({
      ...field(argument),
      name: text(record(argument)["name"]),
    })),
    ...optional(given, "params", (params) => ({
      isOptional: flag(record(params)["isOptional"]),
      mayBeOptions: flag(record(params)["mayBeOptions"]),
      fields: map(record(params)["fields"], field),
    })),
    ...optional(given, "body", body),
    result: result(given["result"]),
    headers: texts(given["headers"]),
    errors: map(given["errors"], readShape),
    ...optional(given, "paging", (paging) => ({
      by: text(record(paging)["by"]),
      param: texts(record(paging)["param"]),
      items: texts(record(paging)["items"]),
    })),
    ...optional(given, "idempotencyHeader", text),
    ...optional(given, "security", sets),
    ...optional(given, "server", text),
  };
};

const field: Reader<SurfaceField> = (value) => ({
  ...readProperty(value),
  wire: text(record(value)["wire"]),
});

const body: Reader<SurfaceBody> = (value) => {
  const given = record(value);
  const { key } = given;
  return {
    isRequired: flag(given["isRequired"]),
    passedAs:
      key === undefined
        ? { kind: "fields", keys: map(given["keys"] ?? {}, text) }
        : { kind: "key", key: text(key) },
    types: new Map(
      list(given["types"], (one) => {
        const { mediaType, type } = record(one);
        return [text(mediaType), readShape(type)] as const;
      }),
    ),
    ...optional(given, "wire", text),
  };
};

const result: Reader<SurfaceResult> = (value) => {
  const given = record(value);
  return {
    kind: text(given["kind"]),
    status: number(given["status"]),
    type: readShape(given["type"]),
    alternatives: map(given["alternatives"] ?? {}, (format) => ({
      kind: text(record(format)["kind"]),
      type: readShape(record(format)["type"]),
    })),
    ...optional(given, "streaming", (streaming) => ({
      key: text(record(streaming)["key"]),
      item: readShape(record(streaming)["item"]),
    })),
  };
};

const model: Reader<SurfaceModel> = (value) => {
  const given = record(value);
  return {
    type: readShape(given["type"]),
    ...optional(given, "schema", text),
    ...optional(given, "formOf", text),
    ...optional(given, "members", (members) =>
      map(members, (member) =>
        typeof member === "number" ? member : text(member),
      ),
    ),
  };
};
