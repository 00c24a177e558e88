/**
 * Security schemes: what credentials are and where they are sent.
 */
import type { ObjectCheck } from "./context.js";
import { leaveOut } from "./leave-out.js";
import { isToken } from "./parameters.js";
import { child, toPointer, valueAt } from "../../openapi/pointers.js";

const types = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"];

/** OpenAPI 3.1.1 section 4.8.27.1: the fields that a type requires. */
const requiredFields: ReadonlyMap<string, readonly string[]> = new Map([
  ["apiKey", ["in", "name"]],
  ["http", ["scheme"]],
]);

export const checkSecurityScheme: ObjectCheck = (node, path, context) => {
  if (Object.hasOwn(node, "$ref")) return;
  const { diagnostics, fixes } = context;
  const { type } = node;
  if (typeof type !== "string") return;
  if (/^(?:basic|bearer)$/i.test(type)) {
    // Swagger 2.0 has `basic`, and people write the other likewise.
    const scheme = type.toLowerCase();
    const details = { field: "type", found: type, read: `http, ${scheme}` };
    diagnostics.report("case-read", details, toPointer(path, "type"));
    fixes.set(toPointer(path, "type"), "http");
    fixes.set(toPointer(path, "scheme"), scheme);
    return;
  }
  if (!types.includes(type)) {
    const details = { type, effect: leaveOut(path, context) };
    diagnostics.report("security-type", details, toPointer(path, "type"));
  }
  for (const field of requiredFields.get(type) ?? []) {
    if (typeof node[field] === "string") continue;
    const effect = leaveOut(path, context);
    const details = { object: "security scheme", field, effect };
    diagnostics.report("field-needed", details, toPointer(path));
  }
  if (type === "apiKey") checkApiKey(node, path, context);
  checkUrls(node, path, context);
};

const checkApiKey: ObjectCheck = ({ in: location, name }, path, context) => {
  const { diagnostics } = context;
  if (typeof location !== "string" || typeof name !== "string") return;
  if (!["query", "header", "cookie"].includes(location)) {
    const details = { in: location, effect: leaveOut(path, context) };
    diagnostics.report("security-in", details, toPointer(path, "in"));
  } else if (location === "query" ? name === "" : !isToken(name)) {
    const details = { in: location, name };
    diagnostics.report("name-not-token", details, toPointer(path, "name"));
  }
};

const urlFields = [
  "openIdConnectUrl",
  "authorizationUrl",
  "tokenUrl",
  "refreshUrl",
  "deviceAuthorizationUrl",
];

/** Credentials are sent to these URLs: only http and https, and no link-local address. */
export const checkUrls: ObjectCheck = (node, path, { diagnostics }) => {
  for (const field of urlFields) {
    const value = node[field];
    if (typeof value !== "string") continue;
    const url = value.trim();
    const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url)?.[1]?.toLowerCase();
    const isHttp = scheme === undefined || /^https?$/.test(scheme);
    const isLocal = /^(?:https?:)?\/\/(?:169\.254\.|\[fe80:)/i.test(url);
    if (isHttp && !isLocal) continue;
    const reason = isHttp ? "a link-local address" : `${scheme}:`;
    const details = { field, reason };
    diagnostics.report("security-url", details, toPointer(path, field));
  }
};

/** Every name in a requirement must be a component (OpenAPI 3.1.1 section 4.8.30). */
export const checkRequirement: ObjectCheck = (
  node,
  path,
  { root, diagnostics },
) => {
  const schemes = valueAt(root, ["components", "securitySchemes"]);
  for (const name of Object.keys(node)) {
    if (child(schemes, name) !== undefined) continue;
    diagnostics.report("security-undefined", { name }, toPointer(path, name));
  }
};
