/**
 * Path keys, and the path parameters that belong to them.
 */
import type { ObjectCheck, CheckContext } from "./context.js";
import { isToken } from "./parameters.js";
import { methods, operationsOf } from "../../openapi/operations.js";
import { type Path, toPath, toPointer } from "../../openapi/pointers.js";
import { isRecord } from "../../openapi/records.js";
import { readTemplate } from "./templates.js";

export const checkPaths: ObjectCheck = (paths, parent, context) => {
  checkClashes(paths, parent, context);
  for (const key of Object.keys(paths)) {
    if (key.startsWith("x-")) continue;
    const path: Path = { parent, token: key };
    if (!checkKey(key, path, context)) continue;
    const item = paths[key];
    if (!isRecord(item)) continue;
    const bare = checkQuery(key, paths, item, path, context) ?? key;
    checkItem(item, path, readTemplate(bare).names, context);
  }
};

/** `/a/{x}` and `/a/{y}` are one path: no server can tell operations of one method apart. */
const checkClashes: ObjectCheck = (paths, parent, { diagnostics }) => {
  const first = new Map<string, string>();
  for (const [key, item] of Object.entries(paths)) {
    if (key.startsWith("x-") || !isRecord(item)) continue;
    const template = key.replace(/\{[^{}]*\}/g, "{}");
    for (const method of methods) {
      if (!Object.hasOwn(item, method)) continue;
      const operation = `${method.toUpperCase()} ${template}`;
      const other = first.get(operation);
      first.set(operation, other ?? key);
      if (other === undefined) continue;
      diagnostics.report(
        "path-clash",
        { method: method.toUpperCase(), path: key, other },
        toPointer({ parent: { parent, token: key }, token: method }),
        [toPointer({ parent: { parent, token: other }, token: method })],
      );
    }
  }
};

/** `/find?term={term}`: the path alone, when the rest only repeats what query parameters do. */
const checkQuery = (
  key: string,
  paths: Readonly<Record<string, unknown>>,
  item: Readonly<Record<string, unknown>>,
  path: Path,
  { resolver, diagnostics, fixes }: CheckContext,
): string | undefined => {
  const [bare = "", query] = key.split(/\?(.*)/s);
  if (query === undefined || Object.hasOwn(paths, bare)) return undefined;
  const names = query
    .split("&")
    .map((pair) => /^[^={}]+=\{([^{}]+)\}$/.exec(pair)?.[1]);
  const operations = [...operationsOf(item)];
  const places = new Map<unknown, unknown>();
  for (const { parameters } of [
    item,
    ...operations.map(({ operation }) => operation),
  ]) {
    if (!Array.isArray(parameters)) continue;
    for (const parameter of parameters.map((one) => resolver.follow(one))) {
      places.set(parameter?.name, parameter?.in);
    }
  }
  if (names.some((name) => !name || places.get(name) === "path")) {
    return undefined;
  }
  diagnostics.report("path-query", { path: key, bare }, toPointer(path));
  fixes.rename(toPointer(path), bare);
  for (const name of names) {
    if (places.has(name)) continue;
    fixes.append([...toPointer(path), "parameters"], {
      name,
      in: "query",
      schema: { type: "string" },
    });
  }
  return bare;
};

/** False when the parameters need not be looked at. */
const checkKey = (
  key: string,
  path: Path,
  { diagnostics }: CheckContext,
): boolean => {
  if (!key.startsWith("/")) {
    diagnostics.report("path-no-slash", { path: key }, toPointer(path));
    return false;
  }
  if (key.split("/").some(isDotSegment)) {
    diagnostics.report("path-dots", { path: key }, toPointer(path));
  }
  const { names, isBalanced } = readTemplate(key);
  if (!isBalanced || names.includes("")) {
    diagnostics.report("path-braces", { path: key }, toPointer(path));
    return false;
  }
  for (const name of new Set(repeated(names))) {
    diagnostics.report("path-repeats", { path: key, name }, toPointer(path));
  }
  return true;
};

/** Browsers and fetch would remove such a segment, written out or encoded. */
const isDotSegment = (segment: string): boolean =>
  /^(?:\.|%2e){1,2}$/i.test(segment);

const repeated = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

/** Methods of OpenAPI 3.2 that have no field of their own. */
export const checkPathItem: ObjectCheck = (node, path, { diagnostics }) => {
  const others = node.additionalOperations;
  if (!isRecord(others)) return;
  for (const name of Object.keys(others)) {
    const at = () =>
      toPointer({
        parent: { parent: path, token: "additionalOperations" },
        token: name,
      });
    if (!isToken(name)) {
      diagnostics.report("name-not-token", { in: "method", name }, at());
    } else if (methods.includes(name.toLowerCase())) {
      const field = name.toLowerCase();
      diagnostics.report("method-misplaced", { name, field }, at());
    }
  }
};

const checkItem = (
  item: Readonly<Record<string, unknown>>,
  path: Path,
  names: readonly string[],
  context: CheckContext,
): void => {
  const { diagnostics, fixes } = context;
  const shared = pathParameters(item, path, names, context);
  for (const { operation, pointer } of operationsOf(item)) {
    const at = toPath(pointer, path);
    const own = pathParameters(operation, at, names, context);
    for (const name of new Set(names)) {
      if (shared.has(name) || own.has(name)) continue;
      diagnostics.report("path-parameter-undeclared", { name }, toPointer(at));
      fixes.append([...toPointer(at), "parameters"], {
        name,
        in: "path",
        required: true,
        schema: { type: "string" },
      });
    }
  }
};

/** The names of the path parameters declared here; those that the path lacks are reported. */
const pathParameters = (
  holder: Readonly<Record<string, unknown>>,
  parent: Path | undefined,
  names: readonly string[],
  { resolver, diagnostics, fixes }: CheckContext,
): ReadonlySet<string> => {
  const declared = new Set<string>();
  const seen = new Map<string, Path>();
  const list = holder.parameters;
  if (!Array.isArray(list)) return declared;
  list.forEach((item: unknown, index) => {
    const path: Path = {
      parent: { parent, token: "parameters" },
      token: `${index}`,
    };
    const parameter = resolver.follow(item);
    const name = parameter?.name;
    const where = parameter?.in;
    if (typeof name !== "string" || typeof where !== "string") return;
    const key = `${where} ${where === "header" ? name.toLowerCase() : name}`;
    const first = seen.get(key);
    if (first !== undefined) {
      diagnostics.report(
        "parameter-duplicate",
        { name, in: where },
        toPointer(path),
        [toPointer(first)],
      );
      return;
    }
    seen.set(key, path);
    if (where !== "path") return;
    declared.add(name);
    if (names.includes(name)) return;
    diagnostics.report("path-parameter-unused", { name }, toPointer(path));
    fixes.removeItem(list, [...toPointer(parent), "parameters"], item);
  });
  return declared;
};
