/**
 * What a response says about the end of a list: flags, counts, and the link to the next page.
 */
import type { Paging, Text, Type } from "../../sdk/sdk.js";
import { isContainer, type Fields, type PagingField } from "./paging-fields.js";

const moreNames =
  /^(has|is)?(more|next|nextpage|moreitems|moreresults|morerecords|moredata|morepages|additionalitems)(available)?$|^(is)?truncated$/;
const lastNames = /^(is)?last(page)?$|^(is)?(end|final)(page|oflist)?$/;
const pagesNames =
  /^(total|num|numberof|total(num|number)?of|total(num|number))pages$|^(total)?pages?(count|total)$|^pages$|^lastpage$/;
const totalNames =
  /^total((num|number|no)?(of)?(count|items?|results?|elements|records?|entries|rows|size|hits|objects)?)?$|^total(item|record|result|row)count$|^numfound$/;
const countNames = /^(item|result|record|row|element)s?count$|^count$|^size$/;

/** A number of the items on one page. */
const ofPage =
  /\b(?:this|current|each|per|a|the) (?:page|response|batch|request)\b|\breturned\b/i;
const ofList = /\b(?:total|overall|all|matching|altogether)\b/i;

export type Ends = Pick<Paging, "more" | "last" | "pages" | "total" | "count">;

/** The fields that may speak of a page: at the top, in containers, and beside the items. */
export const signsIn = (
  type: Type,
  items: readonly Text[],
  fields: Fields,
): readonly PagingField[] => {
  const beside = items.slice(0, -1);
  const inner = beside.length > 0 ? fields.at(type, beside) : undefined;
  const all = fields.in(type);
  if (!inner) return all;
  const known = new Set(all.map(({ path }) => path.join("\0")));
  const more = fields.in(inner.type, 1, beside);
  return [...all, ...more.filter(({ path }) => !known.has(path.join("\0")))];
};

/** True if nothing but objects about pages stands above a field, or it stands beside the items. */
export const isAbout = (
  { path }: PagingField,
  items: readonly Text[],
): boolean => {
  const above = path.slice(0, -1);
  const beside = items.slice(0, -1);
  const isBeside = beside.every((name, index) => above[index] === name);
  return isContainer(isBeside ? above.slice(beside.length) : above);
};

/** The nearest of some fields; of those as near, the first by name, whatever their order. */
export const nearestOf = (
  places: readonly PagingField[],
): readonly Text[] | undefined =>
  [...places].sort(
    (a, b) =>
      a.path.length - b.path.length ||
      (a.path.join("\0") < b.path.join("\0") ? -1 : 1),
  )[0]?.path;

export function endsOf(signs: readonly PagingField[], fields: Fields): Ends {
  const named = (
    pattern: RegExp,
    suits: (type: Type) => boolean,
    isMeant: (place: PagingField) => boolean = () => true,
  ): readonly Text[] | undefined =>
    nearestOf(
      signs.filter(
        (place) =>
          pattern.test(place.name) && suits(place.type) && isMeant(place),
      ),
    );
  const more = named(moreNames, fields.isFlag);
  const last = named(lastNames, fields.isFlag);
  const pages = named(pagesNames, fields.isCount);
  const total =
    named(
      totalNames,
      fields.isCount,
      ({ about }) => !ofPage.test(about) || ofList.test(about),
    ) ??
    named(
      countNames,
      fields.isCount,
      ({ about }) => ofList.test(about) && !ofPage.test(about),
    );
  const count = total
    ? undefined
    : named(/^count$/, fields.isCount, ({ about }) => !ofPage.test(about));
  return {
    ...(more && { more }),
    ...(last && { last }),
    ...(pages && { pages }),
    ...(total && { total }),
    ...(count && { count }),
  };
}
