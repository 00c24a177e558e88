/**
 * Security schemes: what credentials are and where they are sent.
 */
import type { ObjectCheck, CheckContext } from "./context.js";
import { isToken } from "./parameters.js";
import { type Path, toPointer } from "../../openapi/pointers.js";
import { isRecord } from "../../openapi/records.js";

const types = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"];
const places = ["query", "header", "cookie"];

export const checkSecurityScheme: ObjectCheck = (node, path, context) => {
  if (Object.hasOwn(node, "$ref")) return;
  const { diagnostics } = context;
  const { type } = node;
  if (typeof type !== "string") return;
  if (!types.includes(type)) {
    diagnostics.report(
      "security-type",
      { type },
      toPointer({ parent: path, token: "type" }),
    );
  }
  if (type === "apiKey") checkApiKey(node, path, context);
  if (type === "http" && typeof node.scheme !== "string") {
    diagnostics.report(
      "field-missing",
      { object: "security scheme", field: "scheme" },
      toPointer(path),
    );
  }
  checkUrl(node, "openIdConnectUrl", path, context);
  const { flows } = node;
  if (!isRecord(flows)) return;
  for (const [name, flow] of Object.entries(flows)) {
    if (!isRecord(flow)) continue;
    const at: Path = { parent: { parent: path, token: "flows" }, token: name };
    for (const field of [
      "authorizationUrl",
      "tokenUrl",
      "refreshUrl",
      "deviceAuthorizationUrl",
    ]) {
      checkUrl(flow, field, at, context);
    }
  }
};

const checkApiKey: ObjectCheck = (
  { in: where, name },
  path,
  { diagnostics },
) => {
  for (const [field, value] of Object.entries({ in: where, name })) {
    if (typeof value === "string") continue;
    diagnostics.report(
      "field-missing",
      { object: "security scheme", field },
      toPointer(path),
    );
  }
  if (typeof where !== "string" || typeof name !== "string") return;
  if (!places.includes(where)) {
    diagnostics.report(
      "security-in",
      { in: where },
      toPointer({ parent: path, token: "in" }),
    );
  } else if (where === "query" ? name === "" : !isToken(name)) {
    diagnostics.report(
      "name-not-token",
      { in: where, name },
      toPointer({ parent: path, token: "name" }),
    );
  }
};

/** Credentials are sent there: no other scheme, and no address of a machine's own neighbourhood. */
const checkUrl = (
  node: Readonly<Record<string, unknown>>,
  field: string,
  path: Path | undefined,
  { diagnostics }: CheckContext,
): void => {
  const url = node[field];
  if (typeof url !== "string") return;
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url.trim())?.[1]?.toLowerCase();
  const isHttp = scheme === undefined || /^https?$/.test(scheme);
  if (isHttp && !/^(?:https?:)?\/\/(?:169\.254\.|\[fe80:)/i.test(url.trim())) {
    return;
  }
  diagnostics.report(
    "security-url",
    { field, reason: isHttp ? "a link-local address" : `${scheme}:` },
    toPointer({ parent: path, token: field }),
  );
};

export const checkRequirement: ObjectCheck = (
  node,
  path,
  { root, diagnostics },
) => {
  const { components } = root;
  const schemes = isRecord(components) ? components.securitySchemes : undefined;
  for (const name of Object.keys(node)) {
    if (isRecord(schemes) && Object.hasOwn(schemes, name)) continue;
    diagnostics.report(
      "security-undefined",
      { name },
      toPointer({ parent: path, token: name }),
    );
  }
};
