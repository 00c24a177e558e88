/**
 * How a list in pages goes on and ends, in one sentence of the docs.
 */
import type { Paging, Text } from "../../sdk/sdk.js";
import { codeSpan, mdText, type Markdown } from "../encode/markdown.js";

export function pagingText(paging: Paging): Markdown {
  const start = startOf(paging);
  const { previous } = paging;
  const back = previous
    ? mdText` With ${field(previous)} the pages go backward, by the first item.`
    : mdText``;
  return start === undefined
    ? mdText`There is one page.`
    : mdText`The next page is asked for by ${start}, until ${endOf(paging)}.${back}`;
}

/** Undefined for the only page. */
function startOf(paging: Paging): Markdown | undefined {
  const { by, param = [], next, id, first, current } = paging;
  const asked = field(param);
  const found = (path: readonly Text[]) => placeOf(path, paging);
  switch (by) {
    case "single":
      return undefined;
    case "cursor":
      return mdText`${asked}, which takes ${found(next ?? [])} of the page before`;
    case "id":
      return mdText`${asked}, which takes the ${field(id ?? [])} of the last item`;
    case "offset":
      return mdText`the number of the items before it, ${asked}${first === 1 ? mdText`, which counts from 1` : mdText``}`;
    case "page":
      return current
        ? mdText`its number, ${asked}, after ${field(current)} of the first page`
        : mdText`its number, ${asked}, which counts from ${first ?? 1}`;
    case "url":
      return next
        ? mdText`the link in ${found(next)}`
        : mdText`the link in the header ${codeSpan("Link", "text")}`;
  }
}

/** The first sign of the end that the document has. */
function endOf(paging: Paging): Markdown {
  const { by, more, last, next, pages, total } = paging;
  const found = (path: readonly Text[]) => placeOf(path, paging);
  if (more) return mdText`${found(more)} is false`;
  if (last) return mdText`${field(last)} is true`;
  if (by === "cursor" || by === "url") return mdText`there is none`;
  if (next && by !== "id") return mdText`${found(next)} is null`;
  if (pages) return mdText`there are as many pages as ${found(pages)} says`;
  return total
    ? mdText`there are as many items as ${found(total)} says`
    : mdText`a page is empty`;
}

/** A field of the response, or a header. */
const placeOf = (path: readonly Text[], { headers = [] }: Paging): Markdown => {
  const header = headers.find(([member]) => path.join() === member)?.[1];
  return header === undefined
    ? field(path)
    : mdText`the header ${codeSpan(header, "text")}`;
};

const field = (path: readonly Text[]): Markdown =>
  codeSpan(path.join("."), "text");
