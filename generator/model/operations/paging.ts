/**
 * Recognises paginated operations: by the config, by the extensions of other generators, or by a
 * parameter and a field of the response that belong together.
 */
import type { Paging, Result } from "../../sdk/sdk.js";
import { endsOf, isAbout, nearestOf, signsIn } from "./paging-ends.js";
import { declaredPaging } from "./paging-extensions.js";
import {
  Fields,
  inputsOf,
  type Input,
  type PagingField,
} from "./paging-fields.js";
import { elementOf, findItems, type Items } from "./paging-items.js";
import {
  cursorPair,
  isCursor,
  isLink,
  isPagingInput,
  lastItem,
  linkIn,
} from "./paging-links.js";
import { byNumber, isNumbered } from "./paging-numbers.js";
import type { PagingSchemes } from "./paging-schemes.js";
import type { PagingContext, PagingSource } from "./paging-source.js";

/** @returns undefined for an operation whose response is no page */
export function planPaging(
  context: PagingContext,
  schemes: PagingSchemes,
): Paging | undefined {
  const { entry, result } = context;
  if (result.kind !== "json") {
    schemes.refused(entry);
    return undefined;
  }
  const fields = new Fields(context.models);
  const { parameters, body } = context;
  const source: PagingSource = {
    ...context,
    fields,
    inputs: inputsOf(parameters, body, fields),
  };
  const chosen = schemes.chosen(source);
  if (chosen) return chosen.paging;
  const declared = declaredPaging(source);
  if (declared) return declared;
  const fitting = schemes.fitting(source);
  if (fitting) return fitting.paging;
  if (!/^(GET|POST|QUERY)$/i.test(entry.method)) return undefined;
  const items = findItems(result.type, entry.path, fields);
  if (!items) return undefined;
  const paging = infer(items, source);
  if (!paging && entry.method === "GET" && source.inputs.some(looksPaged))
    schemes.addUnclear(entry);
  return paging;
}

/** A parameter that is there for pages, and not for the number of results alone. */
const looksPaged = (input: Input): boolean =>
  isCursor(input) || isNumbered(input);

function infer(items: Items, source: PagingSource): Paging | undefined {
  const { result, fields, inputs, entry } = source;
  const all = signsIn(result.type, items.items, fields);
  const about = all.filter((sign) => isAbout(sign, items.items));
  const ends = endsOf(about, fields);
  const { more } = ends;
  const common = { ...items, ...(more && { more }) };
  const pair = cursorPair(inputs, all, more !== undefined, fields);
  if (pair) return { ...pair, ...common };
  const isRead = entry.method === "GET";
  const number = byNumber(items, source);
  const link = isRead ? linkIn(about, fields) : undefined;
  if (
    link &&
    // The links of OData are the only way on, whatever else there is to ask for.
    (!number || inputs.some(isCursor) || link.name.endsWith("nextlink")) &&
    (inputs.some(isPagingInput) || isSure(link, about))
  )
    return { by: "url", ...common, next: link.path };
  const array = fields.at(result.type, items.items)?.type ?? result.type;
  const item = elementOf(array, fields);
  const last = lastItem(inputs, about, item, fields);
  if (last) return { ...last, ...common };
  if (number)
    // What POST does is a list only where the response says so.
    return isRead || Object.keys(ends).length > 0
      ? { ...number, ...ends, ...nullAtEnd(about, source) }
      : undefined;
  return isRead && linksInHeader(result) && inputs.some(isPagingInput)
    ? { by: "url", ...items }
    : undefined;
}

/** A link that no parameter goes with: it is named so, or there is one to the page before. */
const isSure = (link: PagingField, about: readonly PagingField[]): boolean =>
  link.name !== "next" || about.some(({ name }) => /^prev(ious)?$/.test(name));

/** `next` is null on the last page, also where pages are asked for by number. */
function nullAtEnd(
  about: readonly PagingField[],
  { fields }: PagingSource,
): Pick<Paging, "next"> {
  const next = nearestOf(
    about.filter(
      (place) =>
        /^next(page|link|url|uri|href|pageurl|pageuri|pagelink)?$/.test(
          place.name,
        ) &&
        (isLink(place) || fields.isToken(place.type)),
    ),
  );
  return next ? { next } : {};
}

const linksInHeader = ({ headers = [] }: Result): boolean =>
  headers.some((name) => name.toLowerCase() === "link");
