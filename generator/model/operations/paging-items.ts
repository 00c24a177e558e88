/**
 * The items of a page: where they are in a response.
 */
import type { Paging, Property, Text, Type } from "../../sdk/sdk.js";
import { isKeyword } from "../schemas/simplify.js";
import { isContainer, plain, type Fields } from "./paging-fields.js";

export type Items = Pick<Paging, "items" | "item">;

/** Usual names, the most usual first. */
const usualNames = [
  "data",
  "items",
  "results",
  "result",
  "values",
  "entries",
  "records",
  "content",
  "value",
  "list",
  "rows",
  "resources",
  "elements",
  "hits",
];

/** Lists that stand beside the items of a page. */
const asides =
  /^(errors?|warnings?|messages|included|links|facets|schemas|tags)$/;

/** The array at a path of the response; an anonymous item becomes `KeyList["data"][number]`. */
export function itemsAt(
  path: readonly Text[] | undefined,
  type: Type,
  fields: Fields,
): Items | undefined {
  if (!path) return undefined;
  const array = path.length === 0 ? type : fields.at(type, path)?.type;
  const item = array && elementOf(array, fields);
  if (!item) return undefined;
  const isAnonymous = item.kind === "object" || item.kind === "intersection";
  return {
    items: path,
    item: isAnonymous ? { kind: "element", of: type, path } : item,
  };
}

/**
 * The items of a page: the response itself, its only array, or the one of several that is named like
 * the path or in a usual way; else the only array one level below.
 * @param path of the operation
 */
export function findItems(
  type: Type,
  path: string,
  fields: Fields,
): Items | undefined {
  const whole = itemsAt([], type, fields);
  if (whole) return whole;
  const subject = plain(
    path.split("/").findLast((part) => part !== "" && !part.startsWith("{")) ??
      "",
  );
  const top = fields.of(type);
  const name = choose(top, subject, fields);
  if (name !== undefined) return itemsAt([name], type, fields);
  const inner = top.flatMap((field): Text[][] => {
    if (isArray(field.type, fields)) return [];
    const below = fields.of(field.type);
    const chosen = isContainer([field.name])
      ? undefined
      : choose(below, subject, fields);
    return chosen === undefined ? [] : [[field.name, chosen]];
  });
  // Several lists at the top: none of them is the page, nor is what is below.
  return inner.length === 1 &&
    !top.some(
      (field) => isArray(field.type, fields) && !asides.test(plain(field.name)),
    )
    ? itemsAt(inner[0], type, fields)
    : undefined;
}

function choose(
  candidates: readonly Property[],
  subject: string,
  fields: Fields,
): Text | undefined {
  const arrays = candidates.filter(({ type }) => isArray(type, fields));
  const [only] = arrays;
  if (arrays.length === 1) return only?.name;
  const named = (name: string): Text | undefined =>
    arrays.find((array) => plain(array.name) === name)?.name;
  const main = arrays.filter((array) => !asides.test(plain(array.name)));
  return (
    named(subject) ??
    usualNames.map(named).find((name) => name !== undefined) ??
    (main.length === 1 ? main[0]?.name : undefined)
  );
}

const isArray = (type: Type, fields: Fields): boolean =>
  elementOf(type, fields) !== undefined;

/** The item type of an array, through names and `null`. */
export function elementOf(type: Type, fields: Fields): Type | undefined {
  const target = fields.resolved(type);
  if (target.kind === "array") return target.item;
  if (target.kind !== "union") return undefined;
  const [only, ...more] = target.members.filter(
    (member) => !isKeyword(member, "null", "undefined"),
  );
  return only && more.length === 0 ? elementOf(only, fields) : undefined;
}
