/** A walk over all pages of a list, and what it asked for. */
import type { SDKError } from "../../../templates/runtime/errors.js";
import type { Paging } from "../../../templates/runtime/operation.js";
import { paginate } from "../../../templates/runtime/pages.js";
import { clientOf, failureOf, serve, type Answer } from "./server.js";

export interface Item {
  id?: number;
}

/** The items of a walk, and what it asked for. */
export async function walk(
  paging: Paging,
  handler: (answer: Answer) => void,
  params?: object,
): Promise<{ ids: (number | undefined)[]; asked: string[]; error?: string }> {
  const server = await serve(handler);
  const list = paginate<Item, object, SDKError>(
    clientOf(server, { maxRetries: 0 }),
    {
      id: "list",
      method: "GET",
      path: "/items",
      query: ["after", "offset", "page", "limit"],
      paging,
    },
    params,
  );
  const ids: (number | undefined)[] = [];
  const collect = async () => {
    for await (const { id } of list) ids.push(id);
    throw new Error("the end");
  };
  const { message } = await failureOf(collect());
  return {
    ids,
    asked: server.requests.map(({ target }) => target.slice("/items".length)),
    ...(message !== "the end" && { error: message }),
  };
}

/** Items 1 to `total` in pages of two, with what `say` adds; past the end it answers 404. */
export const pagesOf =
  (
    total: number,
    say: (state: { number: number; count: number; isLast: boolean }) => object,
    first = 1,
  ) =>
  ({ request, json }: Answer) => {
    const query = new URL(request.target, "http://x").searchParams;
    const number = Number(query.get("page") ?? first);
    const start = query.has("offset")
      ? Number(query.get("offset"))
      : (number - first) * 2;
    const data = Array.from(
      { length: Math.max(0, Math.min(2, total - start)) },
      (_, index) => ({ id: start + index + 1 }),
    );
    if (data.length === 0 && total > 0) json(404, {});
    else {
      const isLast = start + data.length >= total;
      json(200, { data, ...say({ number, count: data.length, isLast }) });
    }
  };
export const upTo = (total: number) =>
  Array.from({ length: total }, (_, index) => index + 1);
