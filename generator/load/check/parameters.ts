/**
 * Parameters: where they are sent, and whether their name can be sent there.
 */
import type { ObjectCheck } from "./context.js";
import { leaveOut } from "./leave-out.js";
import { child, toPath, toPointer, valueAt } from "../../openapi/pointers.js";
import { arrayOrEmpty } from "../../openapi/records.js";

const locations = ["path", "query", "header", "cookie", "querystring"];

/** RFC 9110 section 5.6.2; anything else would split a header. */
export const isToken = (name: string): boolean =>
  /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/.test(name);

export const checkParameter: ObjectCheck = (node, path, context): void => {
  const { diagnostics, fixes } = context;
  if (Object.hasOwn(node, "$ref")) return;
  const { name, required } = node;
  let { in: location } = node;
  if (typeof location !== "string") return;
  const lower = location.toLowerCase();
  if (location !== lower && locations.includes(lower)) {
    const details = { field: "in", found: location, read: lower };
    diagnostics.report("case-read", details, toPointer(path, "in"));
    fixes.set(toPointer(path, "in"), lower);
    location = lower;
  }
  if (!locations.includes(location as string)) {
    const effect = leaveOut(path, context, "parameter");
    const details = { in: String(location), effect };
    diagnostics.report("parameter-in", details, toPointer(path, "in"));
    return;
  }
  if (location === "path" && required !== true) {
    diagnostics.report("path-parameter-optional", {}, toPointer(path));
    fixes.set(toPointer(path, "required"), true);
  }
  if (typeof name !== "string") return;
  if ((location === "header" || location === "cookie") && !isToken(name)) {
    const details = { in: location, name };
    diagnostics.report("name-not-token", details, toPointer(path, "name"));
  }
  if (!Object.hasOwn(node, "schema") && !Object.hasOwn(node, "content")) {
    diagnostics.report("parameter-untyped", { name }, toPointer(path));
  }
};

/** A `querystring` parameter excludes others of the query (OpenAPI 3.2 section 4.12.1). */
export const checkQueryString: ObjectCheck = (
  operation,
  path,
  context,
): void => {
  const { diagnostics, resolver, root } = context;
  const item = valueAt(root, toPointer(path?.parent));
  const parameters = [
    { list: operation.parameters, holder: path },
    { list: child(item, "parameters"), holder: path?.parent },
  ].flatMap(({ list, holder }) =>
    arrayOrEmpty(list).map((node, index) => ({
      location: resolver.follow(node)?.in,
      pointer: () => toPointer(holder, "parameters", `${index}`),
    })),
  );
  const inQuery = parameters.filter(({ location }) => location === "query");
  const [first, ...rest] = parameters.filter(
    ({ location }) => location === "querystring",
  );
  if (first === undefined || rest.length + inQuery.length === 0) return;
  diagnostics.report("querystring-alone", {}, first.pointer());
  leaveOut(toPath(first.pointer()), context);
  for (const { pointer } of inQuery.length > 0 ? rest : [])
    leaveOut(toPath(pointer()), context);
};
