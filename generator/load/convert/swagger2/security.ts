/**
 * Security definitions of Swagger 2.0: `basic` became a scheme of `http`, the flow of OAuth a field.
 */
import { isRecord } from "../../../openapi/records.js";
import type { Conversion } from "./conversion.js";

const flows: ReadonlyMap<unknown, string> = new Map([
  ["implicit", "implicit"],
  ["password", "password"],
  ["application", "clientCredentials"],
  ["accessCode", "authorizationCode"],
]);

export const convertScheme = (
  scheme: unknown,
  key: string,
  { moved }: Conversion,
): unknown => {
  if (!isRecord(scheme)) return scheme;
  if (scheme.type === "basic") {
    return { ...scheme, type: "http", scheme: "basic" };
  }
  if (scheme.type !== "oauth2") return scheme;
  const { flow, authorizationUrl, tokenUrl, scopes, ...rest } = scheme;
  const name = flows.get(flow) ?? String(flow);
  const fields = {
    ...(authorizationUrl !== undefined && { authorizationUrl }),
    ...(tokenUrl !== undefined && { tokenUrl }),
    scopes: scopes ?? {},
  };
  moved(
    ["components", "securitySchemes", key, "flows", name],
    ["securityDefinitions", key],
  );
  return { ...rest, flows: { [name]: fields } };
};
