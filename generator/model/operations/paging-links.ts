/**
 * How a list goes on by a token or a link that the server gives: which parameter and which field
 * belong together.
 */
import type { Paging, Text, Type } from "../../sdk/sdk.js";
import { nearestOf } from "./paging-ends.js";
import { plain, type Fields, type PagingField } from "./paging-fields.js";

/** Parameters that take a place in a list. */
const cursors =
  /^(page)?(cursor|after|afterid|startingafter|startafter|nextcursor|nexttoken|nextpagetoken|continuationtoken|continuation|continue|continuetoken|paginationtoken|startcursor|startingtoken|nextpagecursor|exclusivestartkey|scrollid|token)$|^cursorafter$|^(next)?marker$|^pageinfo$|^bookmark$/;
/** Parameters that go with a field named after them: `start` and `next_start`. */
const places =
  /page|offset|skip|start|marker|token|cursor|key|position|index|from|id$|bookmark|anchor|row|state|continu/;
/** The same as a parameter that may be meant otherwise: only with a field that is called so. */
const vague = /^(token|bookmark|continue|continuation)$/;

/** Fields that give the place where the next page begins. */
const followers =
  /^next(page)?(cursor|token|key|marker|id|startingafter|continuationtoken)$|^(next)?continuationtoken$|^(cursornext|endcursor|lastevaluatedkey|nextscrollid|nextafter|aftercursor)$/;

const speaksOfNext =
  /\b(?:next|more|continue|continuing|subsequent|further)\b/i;
const speaksOfLink =
  /\b(?:urls?|uris?|uri-reference|links?|href)\b|\bhttps?:\/\/|Example: \//i;
const speaksOfTime = /\b(?:date|time|timestamp|iso[- ]?8601|unix|epoch)\b/i;

/** Parameters that are there only because the response has pages. */
const sizes =
  /^(page)?(limit|size|count|top|take|first|rows)$|^(items|results|records|entries)?perpage$|^max(results|items|records|pagesize|keys)?$|^(num|numberof)(results|items|records)$|^(page)(size|limit|length)$|^since$|^before$|^endingbefore$/;

export const isCursor = ({ name }: PagingField): boolean => cursors.test(name);

export const isPagingInput = ({ name }: PagingField): boolean =>
  cursors.test(name) || sizes.test(name) || /^page|^offset$|^skip$/.test(name);

type Link = Pick<Paging, "by" | "param" | "next">;

/** A parameter that takes what a field gives. */
export function cursorPair(
  inputs: readonly PagingField[],
  signs: readonly PagingField[],
  isMore: boolean,
  fields: Fields,
): Link | undefined {
  const tokens = signs.filter(({ type }) => fields.isToken(type));
  for (const input of byRank(inputs)) {
    if (!fields.isToken(input.type) || speaksOfTime.test(input.about)) continue;
    const isCountable = fields.isCount(input.type);
    const fitting = tokens.filter(
      (sign) => !isCountable || fields.isCount(sign.type),
    );
    const next =
      // `next_offset` for `offset`: named after the parameter
      nearestOf(
        fitting.filter(
          (sign) =>
            isNextOf(input, sign) &&
            places.test(input.name) &&
            (!isLink(sign) || /token|cursor/i.test(input.about)),
        ),
      ) ?? (isCursor(input) ? nextFor(input, fitting, isMore) : undefined);
    if (next) return { by: "cursor", param: input.path, next };
  }
  return undefined;
}

/** `next_offset` for `offset`, or `next_page: { offset }`. */
const isNextOf = (input: PagingField, { name, path }: PagingField): boolean =>
  name === `next${input.name}` ||
  (name === input.name && plain(path.at(-2) ?? "").startsWith("next"));

/** The usual names before the vague ones, and then by name: the order of a document says nothing. */
const byRank = (inputs: readonly PagingField[]): readonly PagingField[] =>
  [...inputs].sort(
    (a, b) =>
      Number(!isCursor(a)) - Number(!isCursor(b)) ||
      Number(vague.test(a.name)) - Number(vague.test(b.name)) ||
      // A service that takes a body may read nothing else.
      Number(a.isInBody !== true) - Number(b.isInBody !== true) ||
      a.path.length - b.path.length ||
      (a.name < b.name ? -1 : 1),
  );

function nextFor(
  { name, about }: PagingField,
  signs: readonly PagingField[],
  isMore: boolean,
): readonly Text[] | undefined {
  const isSame = (sign: PagingField): boolean =>
    sign.name === name || `page${sign.name}` === name;
  const directed = nearestOf(
    signs.filter(
      (sign) =>
        isSame(sign) &&
        (/after|next|^continu/.test(name) ||
          sign.path.slice(0, -1).some((above) => plain(above) === "next") ||
          speaksOfNext.test(sign.about) ||
          isMore),
    ),
  );
  const named =
    vague.test(name) && !/cursor|page|pagination/i.test(about)
      ? undefined
      : nearestOf(signs.filter((sign) => followers.test(sign.name)));
  return (
    named ??
    directed ??
    nearestOf(
      signs.filter(
        (sign) =>
          /^next(page)?$/.test(sign.name) && !isLink(sign) && !vague.test(name),
      ),
    ) ??
    nearestOf(
      signs.filter((sign) => sign.name === "after" && sign.path.length > 1),
    )
  );
}

/** True for a field that has a URL, as far as the document says. */
export const isLink = ({ path, about }: PagingField): boolean =>
  speaksOfLink.test(about) ||
  path.slice(0, -1).some((name) => /^_?links$/i.test(name));

const linkNames = /^next(page)?(url|uri|link|href)$|^(odata)?nextlink$/;

/** The field that has the URL of the next page. */
export function linkIn(
  signs: readonly PagingField[],
  fields: Fields,
): PagingField | undefined {
  const links = signs.filter(
    (sign) =>
      (linkNames.test(sign.name) ||
        (/^next(page)?$/.test(sign.name) && isLink(sign))) &&
      (fields.isToken(sign.type) ||
        fields
          .members(sign.type)
          .some((member) => fields.at(member, ["href"]))),
  );
  const path = nearestOf(links);
  return links.find((link) => link.path === path);
}

/** The id of an item, where a parameter takes that of the last one. */
export function lastItem(
  inputs: readonly PagingField[],
  signs: readonly PagingField[],
  item: Type | undefined,
  fields: Fields,
): Pick<Paging, "by" | "param" | "id" | "next"> | undefined {
  const input = byRank(inputs).find(
    ({ name, type, about }) =>
      /^(after|afterid|startingafter|startafter|startafterid|pageafter|lastid|lastseenid)$/.test(
        name,
      ) &&
      fields.isToken(type) &&
      !speaksOfTime.test(about),
  );
  if (!input) return undefined;
  const id = (item ? fields.common(item) : []).find(
    ({ name, type }) => name === "id" && fields.isToken(type),
  );
  const next = nearestOf(
    signs.filter(({ name, type }) => name === "lastid" && fields.isToken(type)),
  );
  const isSaid =
    signs.some(
      ({ name, type }) =>
        /^has(more|next(page)?)$/.test(name) && fields.isFlag(type),
    ) || next !== undefined;
  if (!isSaid) return undefined;
  if (id)
    return {
      by: "id",
      param: input.path,
      id: [id.name],
      ...(next && { next }),
    };
  return next && { by: "cursor", param: input.path, next };
}
