/**
 * Servers: where requests will go. A URL must be http, https or relative, and hold no credentials,
 * which are never repeated in a message.
 */
import type { ObjectCheck } from "./context.js";
import { type Path, toPointer } from "../../openapi/pointers.js";
import { isRecord } from "../../openapi/records.js";
import { fillTemplate, readTemplate } from "./templates.js";

export const checkServer: ObjectCheck = (node, path, { diagnostics }) => {
  const { url } = node;
  const variables = isRecord(node.variables) ? node.variables : {};
  for (const [name, variable] of Object.entries(variables)) {
    if (!isRecord(variable)) continue;
    const { default: chosen, enum: values } = variable;
    if (!Array.isArray(values) || typeof chosen !== "string") continue;
    if (values.map(String).includes(chosen)) continue;
    diagnostics.report(
      "server-default",
      { name },
      toPointer(under(path, "variables", name, "default")),
    );
  }
  if (typeof url !== "string") return;
  const at = toPointer(path);
  const { names, isBalanced } = readTemplate(url);
  if (!isBalanced) {
    diagnostics.report("server-braces", {}, at);
    return;
  }
  for (const name of new Set(names)) {
    if (Object.hasOwn(variables, name) || /^[a-z]+:[^/]/.test(url)) continue;
    diagnostics.report("server-variable-undefined", { name }, at);
  }
  const reason = faultOf(
    fillTemplate(url, (name) => {
      const variable = Object.hasOwn(variables, name)
        ? variables[name]
        : undefined;
      return isRecord(variable) && typeof variable.default === "string"
        ? variable.default
        : "x";
    }),
  );
  if (reason !== undefined) diagnostics.report("server-url", { reason }, at);
};

const under = (path: Path | undefined, ...tokens: string[]): Path | undefined =>
  tokens.reduce<Path | undefined>((parent, token) => ({ parent, token }), path);

/** Why requests cannot start with this URL. */
const faultOf = (url: string): string | undefined => {
  const scheme = /^([a-z][a-z\d+.-]*):(?!\d)/i.exec(url)?.[1]?.toLowerCase();
  const isHost = /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(url);
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
    return `${scheme}: is neither http nor https`;
  }
  if (isHost) {
    const authority =
      url.slice(url.indexOf("//") + 2).split(/[/?#\\]/)[0] ?? "";
    if (authority.includes("@")) return "it holds credentials";
    if (authority === "") return "it names no host";
  }
  if (url.includes("#")) return "it has a fragment (#)";
  if (url.includes("?")) return "it has a query (?)";
  return undefined;
};
