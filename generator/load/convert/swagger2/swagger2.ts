/**
 * Swagger 2.0 in the form of OpenAPI 3.0.
 *
 * No library does it, because messages need the position at which each moved value was written.
 * Values of the wrong type are passed on as they are; the checks that follow report them.
 */
import type { Pointer } from "../../../openapi/document.js";
import { convertItem, convertResponse, mediaTypesOf } from "./operations.js";
import { convertParameter, isBody, isForm } from "./parameters.js";
import type { Diagnostics } from "../../../diagnostics/diagnostics.js";
import { convertScheme } from "./security.js";
import { convertReferences, convertSchema } from "./schemas.js";
import { SourceLocations } from "../../read/source-locations.js";
import {
  isRecord,
  type JsonObject,
  mapValues,
  setOwn,
} from "../../../openapi/records.js";
import type { Conversion } from "./conversion.js";
import { serversOf } from "./servers.js";

export const fromSwagger2 = (
  swagger: JsonObject,
  before: SourceLocations,
  diagnostics: Diagnostics,
): { readonly root: JsonObject; readonly locations: SourceLocations } => {
  const locations = new SourceLocations(before);
  const moves: [now: Pointer, was: Pointer][] = [];
  const conversion: Conversion = {
    swagger,
    moved: (now, was) => {
      locations.set(now, was);
      moves.push([now, was]);
    },
    report: (code, was, other) => {
      diagnostics.report(code, {}, before.locate(was), [before.locate(other)]);
    },
  };
  const root: JsonObject = { openapi: "3.0.3" };
  for (const [key, value] of Object.entries(swagger)) {
    if (!replaced.has(key)) setOwn(root, key, value);
    // The servers take the place of the first of their fields.
    else if (servers.has(key)) root.servers ??= serversOf(swagger, conversion);
  }
  const { paths } = swagger;
  if (isRecord(paths)) {
    root.paths = mapValues(paths, (item, key) =>
      key.startsWith("x-")
        ? item
        : convertItem(item, ["paths", key], conversion),
    );
  }
  root.components = componentsOf(swagger, conversion);
  convertReferences(root, moves);
  return { root, locations };
};

const servers: ReadonlySet<string> = new Set(["host", "basePath", "schemes"]);

const replaced: ReadonlySet<string> = new Set([
  ...servers,
  "swagger",
  "consumes",
  "produces",
  "definitions",
  "parameters",
  "responses",
  "securityDefinitions",
]);

const componentsOf = (
  swagger: JsonObject,
  conversion: Conversion,
): JsonObject => {
  const { definitions, parameters, responses, securityDefinitions } = swagger;
  const { moved } = conversion;
  const components: JsonObject = {};
  if (definitions !== undefined) {
    moved(["components", "schemas"], ["definitions"]);
    components.schemas = definitions;
    if (isRecord(definitions)) {
      Object.values(definitions).forEach(convertSchema);
    }
  }
  if (isRecord(parameters)) {
    const shared: JsonObject = {};
    for (const [name, parameter] of Object.entries(parameters)) {
      // Bodies and form fields belong to the operation's content types: they are copied there.
      if (isBody(parameter) || isForm(parameter)) continue;
      const at = ["components", "parameters", name];
      const was = ["parameters", name];
      moved(at, was);
      setOwn(shared, name, convertParameter(parameter, at, was, conversion));
    }
    components.parameters = shared;
  }
  if (isRecord(responses)) {
    components.responses = mapValues(responses, (response, name) => {
      const at = ["components", "responses", name];
      moved(at, ["responses", name]);
      const types = mediaTypesOf("produces", swagger);
      return convertResponse(response, at, types, conversion);
    });
  }
  if (securityDefinitions !== undefined) {
    moved(["components", "securitySchemes"], ["securityDefinitions"]);
    components.securitySchemes = isRecord(securityDefinitions)
      ? mapValues(securityDefinitions, (scheme, key) =>
          convertScheme(scheme, key, conversion),
        )
      : securityDefinitions;
  }
  return components;
};
