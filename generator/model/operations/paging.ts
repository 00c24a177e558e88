/**
 * Recognises paginated operations: by the extensions of other generators, or by a parameter and a field
 * of the response that belong together.
 */
import type { OperationObject } from "../../openapi/document.js";
import { isRecord } from "../../openapi/records.js";
import type { Paging, Property, Result, Text, Type } from "../../sdk/sdk.js";
import type { Models } from "../schemas/models.js";
import { isKeyword } from "../schemas/simplify.js";
import type { PlannedParameter } from "./parameters.js";

export interface PagingContext {
  readonly method: string;
  readonly operation: OperationObject;
  readonly parameters: readonly PlannedParameter[];
  readonly bodyFields: readonly Property[];
  readonly result: Result;
  readonly models: Models;
}

const cursorParameters =
  /^(cursor|after|page_?token|next_?token|next_?cursor|continuation_?token|start_?cursor|page_?cursor)$/i;
const offsetParameters = /^(offset|skip)$/i;
const pageParameters = /^(page|page_?number)$/i;
const cursorFields =
  /^(next_?cursor|next_?page_?token|next_?token|continuation_?token|next_?page_?cursor|cursor_?next)$/i;
const moreFields = /^(has_?more|has_?next(_?page)?)$/i;
const itemFields = ["data", "items", "results", "values", "entries", "records"];

/** @returns undefined for an operation whose response is no page */
export function planPaging(context: PagingContext): Paging | undefined {
  const { operation, method, result } = context;
  if (result.kind !== "json") return undefined;
  const speakeasy = operation["x-speakeasy-pagination"];
  const fern = operation["x-fern-pagination"];
  const declared = isRecord(speakeasy)
    ? fromSpeakeasy(speakeasy, context)
    : isRecord(fern)
      ? fromFern(fern, context)
      : undefined;
  return declared ?? (method === "GET" ? inferPaging(context) : undefined);
}

function inferPaging(context: PagingContext): Paging | undefined {
  const { parameters, result, models } = context;
  const items = findItems(context);
  if (!items) return undefined;
  const query = parameters.filter((parameter) => parameter.in === "query");
  // A string cannot be counted up: it may be the name of a page.
  const counters = query.filter(({ type }) =>
    isCountable(models.expanded(type)),
  );
  const more = fieldPath(result.type, moreFields, models);
  const common = { ...items, ...(more && { more }) };
  const cursor = keyMatching(cursorParameters, query);
  const next = fieldPath(result.type, cursorFields, models);
  if (cursor !== undefined && next)
    return { by: "cursor", param: cursor, ...common, next };
  return byNumber(
    common,
    keyMatching(offsetParameters, counters),
    keyMatching(pageParameters, counters),
  );
}

const keyMatching = (
  pattern: RegExp,
  parameters: readonly PlannedParameter[],
): Text | undefined => parameters.find(({ name }) => pattern.test(name))?.key;

/** Pages that are asked for by the number of the first item, or by their own. */
function byNumber(
  items: Pick<Paging, "items" | "item" | "more">,
  offset: Text | undefined,
  page: Text | undefined,
): Paging | undefined {
  if (offset !== undefined) return { by: "offset", param: offset, ...items };
  return page === undefined ? undefined : { by: "page", param: page, ...items };
}

/** True for numbers, also where `null` is allowed. */
const isCountable = (type: Type): boolean =>
  isKeyword(type, "number") ||
  (type.kind === "union" &&
    type.members.some(isCountable) &&
    type.members.every(
      (member) => isCountable(member) || isKeyword(member, "null"),
    ));

/** `x-speakeasy-pagination` */
function fromSpeakeasy(
  extension: Record<string, unknown>,
  context: PagingContext,
): Paging | undefined {
  const outputs = isRecord(extension["outputs"]) ? extension["outputs"] : {};
  const items = itemsAt(jsonPath(outputs["results"]), context);
  if (!items) return undefined;
  const inputs = Array.isArray(extension["inputs"])
    ? (extension["inputs"] as unknown[]).filter(isRecord)
    : [];
  const input = (kind: string): Text | undefined =>
    keyOf(inputs.find(({ type }) => type === kind)?.["name"], context);
  switch (extension["type"]) {
    case "offsetLimit":
      return byNumber(items, input("offset"), input("page"));
    case "cursor": {
      const [param, next] = [input("cursor"), jsonPath(outputs["nextCursor"])];
      return param !== undefined && next
        ? { by: "cursor", param, ...items, next }
        : undefined;
    }
    case "url": {
      const next = jsonPath(outputs["nextUrl"]);
      return next ? { by: "url", ...items, next } : undefined;
    }
    default:
      return undefined;
  }
}

/** `x-fern-pagination` */
function fromFern(
  extension: Record<string, unknown>,
  context: PagingContext,
): Paging | undefined {
  const items = itemsAt(dotPath(extension["results"], "$response"), context);
  if (!items) return undefined;
  const param = (field: string): Text | undefined => {
    const [name, ...nested] = dotPath(extension[field], "$request") ?? [];
    return nested.length === 0 ? keyOf(name, context) : undefined;
  };
  const next = dotPath(extension["next_cursor"], "$response");
  const cursor = param("cursor");
  return cursor !== undefined && next
    ? { by: "cursor", param: cursor, ...items, next }
    : byNumber(items, param("offset"), undefined);
}

/** The key in `params` of a parameter or a field of the body. */
const keyOf = (
  name: unknown,
  { parameters, bodyFields }: PagingContext,
): Text | undefined =>
  parameters.find((parameter) => parameter.name === name)?.key ??
  bodyFields.find((field) => field.name === name)?.name;

/** `$.data.items` and `$['data']`: plain members only. */
function jsonPath(value: unknown): Text[] | undefined {
  if (typeof value !== "string" || !value.startsWith("$")) return undefined;
  const names: string[] = [];
  const rest = value
    .slice(1)
    .replace(
      /\.([\w-]+)|\[['"]([^'"]+)['"]\]/g,
      (_, afterDot?: string, inBrackets?: string) => {
        names.push(afterDot ?? inBrackets ?? "");
        return "";
      },
    );
  return rest === "" || rest === "[*]" ? (names as Text[]) : undefined;
}

/** `$response.data.items` -> `["data", "items"]` */
const dotPath = (value: unknown, root: string): Text[] | undefined =>
  typeof value === "string" && value.startsWith(`${root}.`)
    ? (value.slice(root.length + 1).split(".") as Text[])
    : undefined;

type Items = Pick<Paging, "items" | "item">;

/** The array at a path of the response; an anonymous item becomes `KeyList["data"][number]`. */
function itemsAt(
  path: readonly Text[] | undefined,
  { result: { type }, models }: PagingContext,
): Items | undefined {
  const array = path?.reduce<Type | undefined>(
    (parent, name) =>
      parent &&
      models.fieldsOf(parent)?.find((field) => field.name === name)?.type,
    type,
  );
  const item = array && elementOf(array, models);
  if (!path || !item) return undefined;
  const isAnonymous = item.kind === "object" || item.kind === "intersection";
  return {
    items: path,
    item: isAnonymous ? { kind: "element", of: type, path } : item,
  };
}

/** The items of a page: the response itself, its only array, or its array with the usual name. */
function findItems(context: PagingContext): Items | undefined {
  const { result, models } = context;
  const arrays = (models.fieldsOf(result.type) ?? []).filter(
    (field) => elementOf(field.type, models) !== undefined,
  );
  const field =
    arrays.length === 1
      ? arrays[0]
      : arrays.find(({ name }) => itemFields.includes(name));
  return itemsAt([], context) ?? (field && itemsAt([field.name], context));
}

/** The item type of an array, through names and `null`. */
function elementOf(type: Type, models: Models): Type | undefined {
  const target = models.unaliased(type);
  if (target.kind === "array") return target.item;
  if (target.kind !== "union") return undefined;
  const [only, ...more] = target.members.filter(
    (member) => !isKeyword(member, "null", "undefined"),
  );
  return only && more.length === 0 ? elementOf(only, models) : undefined;
}

/** The path of the first field with such a name, in the response or one level below. */
function fieldPath(
  type: Type,
  pattern: RegExp,
  models: Models,
): readonly Text[] | undefined {
  const nameIn = (fields: readonly Property[] = []): Text | undefined =>
    fields.find(({ name }) => pattern.test(name))?.name;
  const fields = models.fieldsOf(type) ?? [];
  const name = nameIn(fields);
  if (name !== undefined) return [name];
  for (const field of fields) {
    const inner = nameIn(models.fieldsOf(models.withoutNull(field.type)));
    if (inner !== undefined) return [field.name, inner];
  }
  return undefined;
}
