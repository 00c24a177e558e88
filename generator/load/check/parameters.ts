/**
 * Parameters by themselves: where they go and whether their name can go there.
 */
import type { ObjectCheck } from "./context.js";
import type { Pointer } from "../../openapi/document.js";
import { type Path, toPointer, valueAt } from "../../openapi/pointers.js";
import { isRecord } from "../../openapi/records.js";

const places = ["path", "query", "header", "cookie", "querystring"];

/** RFC 9110 section 5.6.2; anything else would split a header. */
export const isToken = (name: string): boolean =>
  /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/.test(name);

export const checkParameter: ObjectCheck = (
  node,
  path,
  { diagnostics, fixes },
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
    fixes.set(at("required"), true);
  }
  if (typeof name !== "string") return;
  if ((where === "header" || where === "cookie") && !isToken(name)) {
    diagnostics.report("name-not-token", { in: where, name }, at("name"));
  }
  if (!Object.hasOwn(node, "schema") && !Object.hasOwn(node, "content")) {
    diagnostics.report("parameter-untyped", { name }, toPointer(path));
  }
};

/** OpenAPI 3.2: one parameter may hold the whole query, and then it is the only one there. */
export const checkQueryString: ObjectCheck = (
  operation,
  path,
  { diagnostics, resolver, root },
): void => {
  const above = valueAt(root, toPointer(path?.parent));
  const shared = isRecord(above) ? above.parameters : undefined;
  const whole: Pointer[] = [];
  let parts = 0;
  const collect = (list: unknown, holder: Path | undefined): void => {
    if (!Array.isArray(list)) return;
    (list as unknown[]).forEach((item, index) => {
      const where = resolver.follow(item)?.in;
      if (where === "query") parts++;
      if (where !== "querystring") return;
      const parent = { parent: holder, token: "parameters" };
      whole.push(toPointer({ parent, token: `${index}` }));
    });
  };
  collect(operation.parameters, path);
  collect(shared, path?.parent);
  const [one, other] = whole;
  if (one === undefined || (other === undefined && parts === 0)) return;
  diagnostics.report("querystring-alone", {}, one);
};
