/**
 * Recognises lists that come in pages: by the extensions other generators' users have written, or
 * by a parameter and a response that fit together.
 */
import type { OperationObject } from "../../openapi/document.js";
import type { Paging, Property, Result, Text, Type } from "../../sdk/sdk.js";
import type { Models } from "../schemas/models.js";
import type { PlannedParameter } from "./parameters.js";
import { isRecord } from "../../openapi/records.js";

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

export function planPaging(context: PagingContext): Paging | undefined {
  if (context.result.kind !== "json") return undefined;
  return (
    extended(context) ??
    (context.method === "GET" ? inferred(context) : undefined)
  );
}

function inferred({
  parameters,
  result,
  models,
}: PagingContext): Paging | undefined {
  const items = itemsOf(result.type, models);
  if (!items) return undefined;
  const query = (
    pattern: RegExp,
    fits: (type: Type) => boolean = () => true,
  ): Text | undefined =>
    parameters.find(
      ({ in: place, name, type }) =>
        place === "query" && pattern.test(name) && fits(type),
    )?.key;
  // A text is no place to count from: it may be a page's own name.
  const isNumber = (type: Type): boolean => countable(models.expanded(type));
  const cursor = query(cursorParameters);
  const next = fieldPath(result.type, cursorFields, models);
  const more = fieldPath(result.type, moreFields, models);
  if (cursor !== undefined && next)
    return {
      by: "cursor",
      param: cursor,
      ...items,
      next,
      ...(more && { more }),
    };
  const offset = query(offsetParameters, isNumber);
  if (offset !== undefined)
    return { by: "offset", param: offset, ...items, ...(more && { more }) };
  const page = query(pageParameters, isNumber);
  if (page !== undefined)
    return { by: "page", param: page, ...items, ...(more && { more }) };
  return undefined;
}

const countable = (type: Type): boolean =>
  type.kind === "keyword"
    ? type.keyword === "number"
    : type.kind === "union" &&
      type.members.some(countable) &&
      type.members.every(
        (one) =>
          countable(one) || (one.kind === "keyword" && one.keyword === "null"),
      );

/** `x-speakeasy-pagination` and `x-fern-pagination`. */
function extended(context: PagingContext): Paging | undefined {
  const { operation } = context;
  const speakeasy = operation["x-speakeasy-pagination"];
  if (isRecord(speakeasy)) return fromSpeakeasy(speakeasy, context);
  const fern = operation["x-fern-pagination"];
  if (isRecord(fern)) return fromFern(fern, context);
  return undefined;
}

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
  const input = (type: string): Text | undefined => {
    const name = inputs.find((one) => one["type"] === type)?.["name"];
    return typeof name === "string" ? keyOf(name, context) : undefined;
  };
  switch (extension["type"]) {
    case "offsetLimit": {
      const [offset, page] = [input("offset"), input("page")];
      if (offset !== undefined)
        return { by: "offset", param: offset, ...items };
      return page === undefined
        ? undefined
        : { by: "page", param: page, ...items };
    }
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

function fromFern(
  extension: Record<string, unknown>,
  context: PagingContext,
): Paging | undefined {
  const items = itemsAt(dotPath(extension["results"], "$response"), context);
  if (!items) return undefined;
  const param = (field: string): Text | undefined => {
    const path = dotPath(extension[field], "$request");
    return path?.length === 1 && path[0] !== undefined
      ? keyOf(path[0], context)
      : undefined;
  };
  const next = dotPath(extension["next_cursor"], "$response");
  const [cursor, offset] = [param("cursor"), param("offset")];
  if (cursor !== undefined && next)
    return { by: "cursor", param: cursor, ...items, next };
  return offset === undefined
    ? undefined
    : { by: "offset", param: offset, ...items };
}

function keyOf(
  name: string,
  { parameters, bodyFields }: PagingContext,
): Text | undefined {
  return (
    parameters.find((parameter) => parameter.name === name)?.key ??
    bodyFields.find((field) => field.name === name)?.name
  );
}

/** `$.data.items` and `$['data']`: plain members only. */
function jsonPath(value: unknown): Text[] | undefined {
  if (typeof value !== "string" || !value.startsWith("$")) return undefined;
  const tokens = [
    ...value.slice(1).matchAll(/\.([\w-]+)|\[['"]([^'"]+)['"]\]/g),
  ];
  const rest = value.slice(1).replace(/\.([\w-]+)|\[['"]([^'"]+)['"]\]/g, "");
  return rest === "" || rest === "[*]"
    ? tokens.map(([, a, b]) => (a ?? b ?? "") as Text)
    : undefined;
}

function dotPath(value: unknown, root: string): Text[] | undefined {
  return typeof value === "string" && value.startsWith(root + ".")
    ? (value.slice(root.length + 1).split(".") as Text[])
    : undefined;
}

interface Items {
  readonly items: readonly Text[];
  readonly item: Type;
}

function itemsAt(
  path: readonly Text[] | undefined,
  { result, models }: PagingContext,
): Items | undefined {
  if (!path) return undefined;
  let type: Type | undefined = result.type;
  for (const name of path)
    type =
      type && models.fieldsOf(type)?.find((field) => field.name === name)?.type;
  const item = type && elementOf(type, models);
  return item
    ? { items: path, item: nameable(item, result.type, path) }
    : undefined;
}

/** The array that a page is about: the body itself, or its only array, or the usual name for it. */
function itemsOf(type: Type, models: Models): Items | undefined {
  const own = elementOf(type, models);
  if (own) return { items: [], item: nameable(own, type, []) };
  const arrays = (models.fieldsOf(type) ?? []).filter((field) =>
    elementOf(field.type, models),
  );
  const field =
    arrays.length === 1
      ? arrays[0]
      : arrays.find(({ name }) => itemFields.includes(name));
  const item = field && elementOf(field.type, models);
  return field && item
    ? { items: [field.name], item: nameable(item, type, [field.name]) }
    : undefined;
}

/** The item type of an array, through names and `null`. */
function elementOf(type: Type, models: Models): Type | undefined {
  const target = models.unaliased(type);
  if (target.kind === "array") return target.item;
  if (target.kind !== "union") return undefined;
  const rest = target.members.filter(
    (member) =>
      !(
        member.kind === "keyword" &&
        ["null", "undefined"].includes(member.keyword)
      ),
  );
  const [only] = rest;
  return rest.length === 1 && only ? elementOf(only, models) : undefined;
}

/** An item without a name is named by its place in the page: `KeyList["data"][number]`. */
const nameable = (item: Type, of: Type, path: readonly Text[]): Type =>
  item.kind === "object" || item.kind === "intersection"
    ? { kind: "element", of, path }
    : item;

/** Where a field of that name stands, at most one level down. */
function fieldPath(
  type: Type,
  pattern: RegExp,
  models: Models,
): readonly Text[] | undefined {
  const fields = models.fieldsOf(type) ?? [];
  const own = fields.find(({ name }) => pattern.test(name));
  if (own) return [own.name];
  for (const field of fields) {
    const inside = models
      .fieldsOf(models.withoutNull(field.type))
      ?.find(({ name }) => pattern.test(name));
    if (inside) return [field.name, inside.name];
  }
  return undefined;
}
