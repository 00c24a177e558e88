/**
 * What holds for several operations is written into each of them, so that they mean the same beside
 * operations of another document.
 */
import { isDeepStrictEqual } from "node:util";
import type { Pointer } from "../../openapi/document.js";
import { operationsIn, operationsOf } from "../../openapi/operations.js";
import {
  arrayOrEmpty,
  isRecord,
  type JsonObject,
  recordOrEmpty,
} from "../../openapi/records.js";
import type { ReadDocument } from "../read-document.js";
import { SourceLocations } from "../read/source-locations.js";

/** Servers and security requirements of a document that differ from those of the first one. */
export const withOwnDefaults = (
  document: ReadDocument,
  first: JsonObject,
): ReadDocument => {
  const root = structuredClone(document.root);
  const locations = new SourceLocations(document.locations);
  const { servers, security = [] } = root;
  const hasServers =
    arrayOrEmpty(servers).length > 0 &&
    !isDeepStrictEqual(servers, first["servers"]);
  const hasSecurity = !isDeepStrictEqual(security, first["security"] ?? []);
  for (const { operation, pointer } of operationsIn(root)) {
    const [group, path = ""] = pointer;
    // Webhooks are received: neither applies to them.
    if (group !== "paths") continue;
    const own = operation as JsonObject;
    const item = recordOrEmpty(recordOrEmpty(root["paths"])[path]);
    if (hasServers && own["servers"] === undefined && !item["servers"]) {
      own["servers"] = servers;
      locations.set([...pointer, "servers"], ["servers"]);
    }
    if (hasSecurity && own["security"] === undefined) {
      own["security"] = security;
      locations.set([...pointer, "security"], ["security"]);
    }
  }
  return { ...document, root, locations };
};

/**
 * Parameters and servers of a path, whose operations another document adds to. The path item is
 * changed in place.
 */
export const pushIntoOperations = (
  item: JsonObject,
  pointer: Pointer,
  locations: SourceLocations,
): void => {
  const { parameters, servers } = item;
  for (const { operation, pointer: below } of operationsOf(item)) {
    const own = operation as JsonObject;
    const place = [...pointer, ...below];
    if (servers !== undefined && own["servers"] === undefined) {
      own["servers"] = servers;
      locations.set([...place, "servers"], [...pointer, "servers"]);
    }
    if (!Array.isArray(parameters)) continue;
    const before = arrayOrEmpty(own["parameters"]);
    const names = new Set(before.map(nameOf));
    const added = (parameters as unknown[])
      .map((parameter, index) => ({ parameter, index }))
      .filter(({ parameter }) => !names.has(nameOf(parameter)));
    own["parameters"] = [...before, ...added.map(({ parameter }) => parameter)];
    for (const [index, { index: origin }] of added.entries())
      locations.set(
        [...place, "parameters", `${before.length + index}`],
        [...pointer, "parameters", `${origin}`],
      );
  }
  delete item["parameters"];
  delete item["servers"];
};

/** What makes a parameter unique; references are told apart by where they lead. */
const nameOf = (parameter: unknown): string => {
  const { $ref, in: location, name } = isRecord(parameter) ? parameter : {};
  return JSON.stringify([$ref, location, name]);
};
