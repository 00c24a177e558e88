/**
 * A list in pages: which page a request asks for, and what the response says of
 * the next one, as the operation's `paging` describes it.
 */
import { merged, type AnyAnswer } from "./mock-response.js";
import type {
  FindPage,
  MockCommon,
  MockPages,
  MockPaging,
} from "./mock-types.js";
import { valueAt } from "./next-page.js";

/** In links to further pages, which are ours alone. */
const linkParameter = "mock-page";

/**
 * The answer of a list: these pages, each of them when it is asked for. Items are merged
 * into the example of one.
 */
export const mockPages = <Item>(
  items: MockPages<Item>["pages"],
  rest: MockCommon = {},
): MockPages<Item> => ({ ...rest, pages: items, find: mockedPage });

const mockedPage: FindPage = async (
  { paging, body: all },
  { pages: given = [], ...answer }: AnyAnswer,
  request,
) => {
  // The types allow it of lists alone.
  if (!paging) return answer;
  const example = merged(all, answer.data);
  const one = valueAt(example, [...paging.items, "0"]);
  const pages = given.map((items) => items.map((item) => merged(one, item)));
  const url = new URL(request.url);
  const asked = await askedFor(paging, url, request);
  const { index, items, number } = pageOf(paging, pages, asked);
  // Also where what a caller asks by is no number.
  const isLast = !(index < pages.length - 1);
  const link = new URL(url);
  link.searchParams.set(linkParameter, String(index + 1));
  const total = pages.reduce((sum, { length }) => sum + length, 0);
  const next = paging.next && valueAt(example, paging.next);
  const token = isLast
    ? null
    : nextToken(paging, { index, link: link.href, next, items });
  let body = withValueAt(example ?? {}, paging.items, items);
  const put = (path: readonly string[] | undefined, value: unknown): void => {
    if (path) body = withValueAt(body, path, value);
  };
  put(paging.next, token);
  put(paging.current, number);
  put(paging.more, !isLast);
  put(paging.last, isLast);
  put(paging.pages, pages.length);
  put(paging.total, total);
  put(paging.count, total);
  const isInHeader = paging.by === "url" && !paging.next && !isLast;
  return {
    ...answer,
    body,
    headers: {
      ...(isInHeader && { link: `<${link.href}>; rel="next"` }),
      ...answer.headers,
    },
  };
};

/** The value that asks for a page; undefined or null of the first. */
async function askedFor(
  { by, asks }: MockPaging,
  { searchParams }: URL,
  request: Request,
): Promise<unknown> {
  if (by === "url") return searchParams.get(linkParameter);
  if (!asks) return undefined;
  const [place, ...path] = asks;
  // JSON alone has values inside of others.
  const name = String(path[0]);
  if (place === "query") return searchParams.get(name);
  if (place === "header") return request.headers.get(name);
  if (place !== "body") return undefined;
  const text = await request.clone().text();
  try {
    return valueAt(JSON.parse(text), path);
  } catch {
    return new URLSearchParams(text).get(name);
  }
}

interface FoundPage {
  readonly index: number;
  readonly items: readonly unknown[];
  /** Of the page, or of the items before it. */
  readonly number: number;
}

function pageOf(
  { by, first = by === "page" ? 1 : 0, id }: MockPaging,
  pages: readonly (readonly unknown[])[],
  asked: unknown,
): FoundPage {
  const at = (index: number, number = index + first): FoundPage => ({
    index,
    number,
    items: pages[index] ?? [],
  });
  if (asked === undefined || asked === null || asked === "") return at(0);
  switch (by) {
    case "page":
      return at(Number(asked) - first);
    case "offset": {
      let before = Number(asked) - first;
      for (const [index, items] of pages.entries()) {
        if (before < items.length)
          return { index, number: Number(asked), items: items.slice(before) };
        before -= items.length;
      }
      return at(pages.length, Number(asked));
    }
    case "id": {
      const before = pages.findIndex(
        (items) => id && isSame(valueAt(items.at(-1), id), asked),
      );
      return at(before < 0 ? pages.length : before + 1);
    }
    default:
      return at(Number(asked));
  }
}

/** A parameter is text. */
const isSame = (id: unknown, asked: unknown): boolean =>
  id === asked || JSON.stringify(id) === asked;

/** In the type that the example has. */
function nextToken(
  { by, id }: MockPaging,
  {
    index,
    link,
    next,
    items,
  }: {
    readonly index: number;
    readonly link: string;
    readonly next: unknown;
    readonly items: readonly unknown[];
  },
): unknown {
  if (by === "url")
    return Object(next) === next ? { ...(next as object), href: link } : link;
  if (by === "id") return id && valueAt(items.at(-1), id);
  if (by === "cursor")
    return typeof next === "number" ? index + 1 : String(index + 1);
  return typeof next === "string" ? link : index + 1;
}

function withValueAt(
  target: unknown,
  [key, ...rest]: readonly string[],
  value: unknown,
): unknown {
  if (key === undefined) return value;
  return {
    ...(target as object | undefined),
    [key]: withValueAt(valueAt(target, [key]), rest, value),
  };
}
