/**
 * Servers: where requests will go. A URL must be http, https or relative, and hold no credentials,
 * which are never repeated in a message.
 */
import type { ObjectCheck } from "./context.js";
import { child, toPointer } from "../../openapi/pointers.js";
import { isRecord, recordOrEmpty } from "../../openapi/records.js";
import { fillTemplate, readTemplate } from "./templates.js";

export const checkServer: ObjectCheck = (node, path, { diagnostics }) => {
  const { url } = node;
  const variables = recordOrEmpty(node.variables);
  for (const [name, variable] of Object.entries(variables)) {
    if (!isRecord(variable)) continue;
    const { default: chosen, enum: values } = variable;
    if (!Array.isArray(values) || typeof chosen !== "string") continue;
    if (values.map(String).includes(chosen)) continue;
    const pointer = toPointer(path, "variables", name, "default");
    diagnostics.report("server-default", { name }, pointer);
  }
  if (typeof url !== "string") return;
  const { names, isBalanced } = readTemplate(url);
  if (!isBalanced) {
    diagnostics.report("server-braces", {}, toPointer(path));
    return;
  }
  for (const name of new Set(names)) {
    if (Object.hasOwn(variables, name) || /^[a-z]+:[^/]/.test(url)) continue;
    diagnostics.report("server-variable-undefined", { name }, toPointer(path));
  }
  const filled = fillTemplate(url, (name) => {
    const value = child(child(variables, name), "default");
    return typeof value === "string" ? value : "x";
  });
  const reason = faultOf(filled);
  if (reason === undefined) return;
  diagnostics.report("server-url", { reason }, toPointer(path));
};

/** Why requests cannot start with this URL; undefined when they can. */
const faultOf = (url: string): string | undefined => {
  const scheme = /^([a-z][a-z\d+.-]*):(?!\d)/i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
    return `${scheme}: is neither http nor https`;
  }
  const authority = /^(?:[a-z][a-z\d+.-]*:)?\/\/([^/?#\\]*)/i.exec(url)?.[1];
  if (authority?.includes("@")) return "it holds credentials";
  if (authority === "") return "it names no host";
  if (url.includes("#")) return "it has a fragment (#)";
  if (url.includes("?")) return "it has a query (?)";
  return undefined;
};
