/**
 * Pages that are asked for by a number.
 */
import type { Paging, Text } from "../../sdk/sdk.js";
import { isAbout, nearestOf, signsIn } from "./paging-ends.js";
import type { Input, PagingField } from "./paging-fields.js";
import { firstNumber, isNumericText } from "./paging-first.js";
import type { Items } from "./paging-items.js";
import type { PagingSource } from "./paging-source.js";

const offsets =
  /^(page)?(offset|skip)$|^start(index|at|row|offset|record|position)$/;
const pages = /^(page)+(number|num|no|nr|index)?$|^(current|pageable)page$/;

export const isNumbered = ({ name, path }: PagingField): boolean =>
  offsets.test(name) || pages.test(nameIn(name, path));

/** Pages that are asked for by the number of the first item, or by their own. */
export function byNumber(
  items: Items,
  source: PagingSource,
  param?: Readonly<Record<"offset" | "page", Input | undefined>>,
): Paging | undefined {
  const { inputs, fields, document } = source;
  // A string may be the name of a page, unless something says that it is a number.
  const counters = inputs
    .filter(
      (input) =>
        fields.isCount(input.type) ||
        (fields.isToken(input.type) && isNumericText(document, input)),
    )
    // The order of a document says nothing.
    .sort(
      (a, b) => a.path.length - b.path.length || (a.name < b.name ? -1 : 1),
    );
  const { offset, page } = param ?? {
    offset: counters.find(({ name }) => offsets.test(name)),
    page: counters.find(({ name, path }) => pages.test(nameIn(name, path))),
  };
  const input = offset ?? page;
  if (!input) return undefined;
  const usual = offset ? 0 : 1;
  const first =
    firstNumber(document, input) ??
    (!offset && isSpring(source) ? 0 : undefined);
  const current =
    !offset && first === undefined ? currentPage(items, source) : undefined;
  return {
    by: offset ? "offset" : "page",
    param: input.path,
    ...items,
    ...(first !== undefined && first !== usual && { first }),
    ...(current && { current }),
  };
}

/** `page: { number }` is `pagenumber`; `number` alone says nothing. */
const nameIn = (name: string, path: readonly Text[]): string =>
  path.length > 1 && path.at(-2)?.toLowerCase() === "page"
    ? `page${name}`
    : name;

const currentPage = (
  { items }: Items,
  { result, fields }: PagingSource,
): readonly Text[] | undefined =>
  nearestOf(
    signsIn(result.type, items, fields).filter(
      (sign) =>
        isAbout(sign, items) &&
        /^(current)?page(number|index)?$/.test(sign.name) &&
        fields.isCount(sign.type) &&
        !sign.path.some((name) => /pageable/i.test(name)),
    ),
  );

/** A `Page` of Spring Data: its pages count from 0. */
const isSpring = ({ result, fields }: PagingSource): boolean =>
  ["number", "numberOfElements", "totalElements"].every((name) =>
    fields.at(result.type, [name]),
  );
