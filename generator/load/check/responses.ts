/**
 * The keys under `responses`, and those of the headers of a response.
 */
import type { ObjectCheck } from "./context.js";
import { isToken } from "./parameters.js";
import { toPointer } from "../../openapi/pointers.js";
import { isRecord } from "../../openapi/records.js";

export const checkResponses: ObjectCheck = (
  node,
  parent,
  { diagnostics, fixes },
) => {
  for (const status of Object.keys(node)) {
    if (/^(?:default|[1-5](?:\d\d|XX)|x-.*)$/s.test(status)) continue;
    const pointer = toPointer(parent, status);
    const upper = status.toUpperCase();
    const meant = upper === "DEFAULT" ? "default" : upper;
    if (/^(?:[1-5]XX|default)$/.test(meant) && !Object.hasOwn(node, meant)) {
      diagnostics.report("status-case", { status, upper: meant }, pointer);
      fixes.rename(pointer, meant);
    } else {
      diagnostics.report("status-unknown", { status }, pointer);
    }
  }
};

export const checkResponse: ObjectCheck = (
  { headers },
  path,
  { diagnostics },
) => {
  if (!isRecord(headers)) return;
  for (const name of Object.keys(headers)) {
    if (isToken(name)) continue;
    const pointer = toPointer(path, "headers", name);
    diagnostics.report("response-header", { name }, pointer);
  }
};
