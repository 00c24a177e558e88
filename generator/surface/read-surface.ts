/**
 * Reads `sdkwright.surface.json`: the surface of a release, as `printSurface` wrote it.
 */
import { conflictIn } from "../diagnostics/conflict-markers.js";
import { surfaceFormat } from "./print-surface.js";
import {
  dictionary,
  fail,
  list,
  map,
  optional,
  record,
  text,
  UnexpectedJson,
  type Reader,
} from "./readers.js";
import { operationWith, optionSets } from "./read-operation.js";
import { shapeReaders, type ShapeReaders } from "./read-shape.js";
import type {
  Surface,
  SurfaceClient,
  SurfaceLink,
  SurfaceModel,
  SurfaceOrigin,
  SurfacePackage,
  WebhookMethodUse,
} from "./surface.js";

/** What the file says, or why it cannot be read. */
export type SurfaceFile =
  | {
      readonly kind: "surface";
      readonly surface: Surface;
      /** The release that it is the surface of. */
      readonly version: string;
      /** Absent of older files. */
      readonly origin?: SurfaceOrigin;
    }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Without marks at the keys of properties, and without shared shapes. */
const firstFormat = 1;

/** Reads the text of the file; whatever it holds, nothing is thrown. */
export function readSurface(json: string): SurfaceFile {
  try {
    const given = record(JSON.parse(json));
    const version = text(given["version"]);
    const format = given["formatVersion"];
    if (format !== surfaceFormat && format !== firstFormat)
      return { kind: "unreadable", reason: "it has another format" };
    const shapes = shapeReaders({
      shared: dictionary(given["shapes"] ?? {}),
      hasMarkedKeys: format !== firstFormat,
    });
    return {
      kind: "surface",
      version,
      surface: surfaceWith(shapes)(given),
      ...optional(given, "origin", origin),
    };
  } catch (error) {
    if (error instanceof UnexpectedJson)
      return { kind: "unreadable", reason: error.message };
    if (error instanceof SyntaxError)
      return {
        kind: "unreadable",
        reason:
          conflictIn(json) === -1 ? "it is no JSON" : "it has conflict markers",
      };
    throw error;
  }
}

const origin: Reader<SurfaceOrigin> = (value) => ({
  document: text(record(value)["document"]),
  generator: text(record(value)["generator"]),
});

const surfaceWith =
  (shapes: ShapeReaders): Reader<Surface> =>
  (value) => {
    const given = record(value);
    return {
      package: packageOf(given["package"]),
      client: client(given["client"]),
      operations: map(given["operations"], operationWith(shapes)),
      models: map(given["models"], modelWith(shapes)),
      webhooks: map(given["webhooks"], shapes.shape),
      ...optional(given, "webhookMethods", (all) => map(all, methodUse)),
      ...optional(given, "aliases", (aliases) => map(aliases, text)),
      ...optional(given, "links", (links) => map(links, link)),
      ...optional(given, "callbacks", (all) => map(all, shapes.shape)),
    };
  };

const link: Reader<SurfaceLink> = (value) => {
  const given = record(value);
  return {
    from: text(given["from"]),
    to: text(given["to"]),
    reads: texts(given["reads"]),
    request: texts(given["request"]),
    positional: texts(given["positional"]),
    params: texts(given["params"]),
  };
};

const methodUse: Reader<WebhookMethodUse> = (value) =>
  value === "verify" || value === "parse"
    ? value
    : fail("a method of webhooks is none");

const packageOf: Reader<SurfacePackage> = (value) => {
  const given = record(value);
  return {
    name: text(given["name"]),
    exports: list(given["exports"], text),
    ...optional(given, "node", text),
  };
};

const texts: Reader<readonly string[]> = (value) => list(value, text);

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
    ...optional(given, "servers", (servers) => map(servers, text)),
    credentials: map(given["credentials"], (credential) => ({
      environment: text(record(credential)["environment"]),
      kind: text(record(credential)["kind"]),
      sent: text(record(credential)["sent"]),
      ...optional(record(credential), "tokenURL", tokenURL),
      ...(record(credential)["isPersonal"] === true && {
        isPersonal: true as const,
      }),
    })),
    security: optionSets(given["security"]),
    parameters: map(given["parameters"], (parameter) => ({
      environment: text(record(parameter)["environment"]),
      ...optional(record(parameter), "type", parameterType),
    })),
    ...optional(given, "webhookSecret", (secret) => ({
      option: text(record(secret)["option"]),
      environment: text(record(secret)["environment"]),
    })),
  };
};

const tokenURL: Reader<"known" | "passed"> = (value) =>
  value === "known" || value === "passed"
    ? value
    : fail("a credential has no tokens");

const parameterType = (value: unknown): "number" | "boolean" =>
  text(value) === "number" ? "number" : "boolean";

const modelWith =
  ({ shape }: ShapeReaders): Reader<SurfaceModel> =>
  (value) => {
    const given = record(value);
    return {
      type: shape(given["type"]),
      ...optional(given, "schema", text),
      ...optional(given, "formOf", text),
      ...optional(given, "members", (members) =>
        map(members, (member) =>
          typeof member === "number" ? member : text(member),
        ),
      ),
    };
  };
