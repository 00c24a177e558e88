/**
 * Path keys, and the path parameters that belong to them.
 */
import type { Pointer } from "../../openapi/document.js";
import type { CheckContext, ObjectCheck } from "./context.js";
import { isToken } from "./parameters.js";
import { methods, operationsOf } from "../../openapi/operations.js";
import { child, type Path, toPath, toPointer } from "../../openapi/pointers.js";
import {
  arrayOrEmpty,
  isRecord,
  type JsonObject,
  recordOrEmpty,
} from "../../openapi/records.js";
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

/** `/a/{x}` and `/a/{y}` are the same path (OpenAPI 3.1.1 section 4.8.8.2). */
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
        toPointer(parent, key, method),
        [toPointer(parent, other, method)],
      );
    }
  }
};

/** `/find?term={term}`: the path without the query, when that only names query parameters. */
const checkQuery = (
  key: string,
  paths: Readonly<JsonObject>,
  item: Readonly<JsonObject>,
  path: Path,
  { resolver, diagnostics, fixes }: CheckContext,
): string | undefined => {
  const [bare = "", query] = key.split(/\?(.*)/s);
  if (query === undefined || Object.hasOwn(paths, bare)) return undefined;
  const names = query
    .split("&")
    .map((pair) => /^[^={}]+=\{([^{}]+)\}$/.exec(pair)?.[1]);
  const operations = [...operationsOf(item)].map(({ operation }) => operation);
  const locations = new Map(
    [item, ...operations]
      .flatMap(({ parameters }) => arrayOrEmpty(parameters))
      .map((parameter) => resolver.follow(parameter))
      .map((parameter) => [parameter?.name, parameter?.in]),
  );
  if (names.some((name) => !name || locations.get(name) === "path")) {
    return undefined;
  }
  diagnostics.report("path-query", { path: key, bare }, toPointer(path));
  fixes.rename(toPointer(path), bare);
  for (const name of names) {
    if (locations.has(name)) continue;
    fixes.append(toPointer(path, "parameters"), {
      name,
      in: "query",
      schema: { type: "string" },
    });
  }
  return bare;
};

/** False when the key has no readable template, so that its parameters cannot be checked. */
const checkKey = (
  key: string,
  path: Path,
  { diagnostics, fixes }: CheckContext,
): boolean => {
  if (key.split("/").some(isDotSegment)) {
    diagnostics.report("path-dots", { path: key }, toPointer(path));
  }
  const { names, isBalanced } = readTemplate(key);
  if (!isBalanced || names.includes("")) {
    diagnostics.report("path-braces", { path: key }, toPointer(path));
    return false;
  }
  if (!key.startsWith("/")) {
    const details = { path: key, fixed: `/${key}` };
    diagnostics.report("path-no-slash", details, toPointer(path));
    fixes.rename(toPointer(path), `/${key}`);
  }
  for (const name of new Set(repeated(names))) {
    diagnostics.report("path-repeats", { path: key, name }, toPointer(path));
  }
  return true;
};

/** Browsers and fetch remove such a segment, percent-encoded or not. */
const isDotSegment = (segment: string): boolean =>
  /^(?:\.|%2e){1,2}$/i.test(segment);

const repeated = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

/** Methods without a fixed field (OpenAPI 3.2 section 4.9.1). */
export const checkPathItem: ObjectCheck = (
  node,
  path,
  { diagnostics, fixes },
) => {
  const { additionalOperations } = node;
  for (const name of Object.keys(recordOrEmpty(additionalOperations))) {
    const pointer = toPointer(path, "additionalOperations", name);
    if (!isToken(name)) {
      diagnostics.report("name-not-token", { in: "method", name }, pointer);
    } else if (methods.includes(name.toLowerCase())) {
      const field = name.toLowerCase();
      const isFree = !Object.hasOwn(node, field);
      const effect = isFree ? "it is moved there" : "it is left out";
      diagnostics.report("method-misplaced", { name, field, effect }, pointer);
      if (isFree)
        fixes.set(toPointer(path, field), child(additionalOperations, name));
      fixes.remove(pointer);
    }
  }
};

const checkItem = (
  item: Readonly<JsonObject>,
  path: Path,
  names: readonly string[],
  context: CheckContext,
): void => {
  const { diagnostics, fixes } = context;
  const shared = pathParameters(item, path, names, context);
  for (const { operation, pointer } of operationsOf(item)) {
    const parent = toPath(pointer, path);
    const declared = pathParameters(operation, parent, names, context);
    for (const name of new Set(names)) {
      if (shared.has(name) || declared.has(name)) continue;
      const place = toPointer(parent);
      diagnostics.report("path-parameter-undeclared", { name }, place);
      fixes.append([...place, "parameters"], {
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
  holder: Readonly<JsonObject>,
  parent: Path | undefined,
  names: readonly string[],
  { resolver, diagnostics, fixes }: CheckContext,
): ReadonlySet<string> => {
  const declared = new Set<string>();
  const seen = new Map<string, Pointer>();
  const list = holder.parameters;
  if (!Array.isArray(list)) return declared;
  list.forEach((item: unknown, index) => {
    const { name, in: location } = resolver.follow(item) ?? {};
    if (typeof name !== "string" || typeof location !== "string") return;
    const pointer = toPointer(parent, "parameters", `${index}`);
    // Names of headers ignore case (RFC 9110 section 5.1).
    const key = `${location} ${location === "header" ? name.toLowerCase() : name}`;
    const first = seen.get(key);
    if (first !== undefined) {
      const details = { name, in: location };
      diagnostics.report("parameter-duplicate", details, pointer, [first]);
      fixes.removeItem(list, pointer.slice(0, -1), item);
      return;
    }
    seen.set(key, pointer);
    if (location !== "path") return;
    declared.add(name);
    if (names.includes(name)) return;
    diagnostics.report("path-parameter-unused", { name }, pointer);
    fixes.removeItem(list, pointer.slice(0, -1), item);
  });
  return declared;
};
