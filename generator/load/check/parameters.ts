/**
 * Parameters by themselves: where they go and whether their name can go there.
 */
import type { Check } from "./check.js";
import { type Path, toPointer } from "../pointers.js";

const places = ["path", "query", "header", "cookie", "querystring"];

/** RFC 9110 section 5.6.2; anything else would split a header. */
export const isToken = (name: string): boolean =>
  /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/.test(name);

export const checkParameter: Check = (
  node,
  path,
  { diagnostics, repairs },
): void => {
  if (Object.hasOwn(node, "$ref")) return;
  const at = (token: string): readonly string[] =>
    toPointer({ parent: path, token } satisfies Path);
  const { name, in: where, required } = node;
  if (typeof where !== "string") return;
  if (!places.includes(where)) {
    diagnostics.report("parameter-in", { in: where }, at("in"));
    return;
  }
  if (where === "path" && required !== true) {
    diagnostics.report("path-parameter-optional", {}, toPointer(path));
    repairs.set(at("required"), true);
  }
  if (typeof name !== "string") return;
  if ((where === "header" || where === "cookie") && !isToken(name)) {
    diagnostics.report("name-not-token", { in: where, name }, at("name"));
  }
  if (!Object.hasOwn(node, "schema") && !Object.hasOwn(node, "content")) {
    diagnostics.report("parameter-untyped", { name }, toPointer(path));
  }
};
