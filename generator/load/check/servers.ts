/**
 * Servers: where requests will go. A URL must be http, https or relative, and hold no credentials,
 * which are never repeated in a message.
 */
import type { CheckContext, ObjectCheck } from "./context.js";
import type { Details } from "../../diagnostics/diagnostics.js";
import type { Pointer } from "../../openapi/document.js";
import { leaveOut } from "./leave-out.js";
import { child, toPointer } from "../../openapi/pointers.js";
import {
  arrayOrEmpty,
  isRecord,
  type JsonObject,
  recordOrEmpty,
  setOwn,
} from "../../openapi/records.js";
import { fillTemplate, readTemplate } from "./templates.js";

export const checkServer: ObjectCheck = (node, path, context) => {
  const { diagnostics, fixes } = context;
  const { url } = node;
  /** Of the document's own servers a flaw is an error; operations can do without theirs. */
  const refuse = (
    code: "server-default" | "server-braces" | "server-url",
    details: Details,
    pointer: Pointer,
    reason: string,
  ): void => {
    if (pointer[0] === "servers") diagnostics.report(code, details, pointer);
    else {
      diagnostics.report("server-left-out", { reason }, pointer);
      leaveOut(path, context);
    }
  };
  const variables = recordOrEmpty(node.variables);
  for (const [name, variable] of Object.entries(variables)) {
    if (!isRecord(variable)) continue;
    const { default: chosen, enum: values } = variable;
    if (!Array.isArray(values) || typeof chosen !== "string") continue;
    if (values.map(String).includes(chosen)) continue;
    const pointer = toPointer(path, "variables", name, "default");
    const reason = `the default of the variable ${name} is not in its enum`;
    refuse("server-default", { name }, pointer, reason);
  }
  if (typeof url !== "string") return;
  if (url !== url.trim()) fixes.set(toPointer(path, "url"), url.trim());
  const { names, isBalanced } = readTemplate(url);
  if (!isBalanced) {
    const reason = "its URL has an unmatched brace";
    refuse("server-braces", {}, toPointer(path), reason);
    return;
  }
  const borrowed: JsonObject = {};
  for (const name of new Set(names)) {
    if (Object.hasOwn(variables, name) || /^[a-z]+:[^/]/.test(url)) continue;
    const shared = sharedVariable(name, context);
    if (shared !== undefined) setOwn(borrowed, name, shared);
    const effect =
      shared === undefined
        ? "callers have to pass baseURL"
        : "that of the document's servers is used";
    const details = { name, effect };
    diagnostics.report("server-variable-undefined", details, toPointer(path));
  }
  if (Object.keys(borrowed).length > 0)
    fixes.set(toPointer(path, "variables"), { ...variables, ...borrowed });
  const filled = fillTemplate(url, (name) => {
    const value = child(child(variables, name), "default");
    return typeof value === "string" ? value : "x";
  });
  const reason = faultOf(filled);
  if (reason === undefined) return;
  refuse("server-url", { reason }, toPointer(path), `its URL: ${reason}`);
};

/** The variable of this name that a server of the whole document defines. */
const sharedVariable = (name: string, { root }: CheckContext): unknown =>
  arrayOrEmpty(root.servers)
    .map((server) => child(child(server, "variables"), name))
    .find(isRecord);

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
