/** Where a walk ends if the server does not say it in the way that the document describes. */
import { describe, expect, it } from "vitest";
import { DecodeError, type SDKError } from "../../templates/runtime/errors.js";
import type { Paging } from "../../templates/runtime/operation.js";
import { paginate } from "../../templates/runtime/pages.js";
import { clientOf, failureOf, serve, type Answer } from "./support/server.js";

const cursor: Paging = {
  by: "cursor",
  param: "after",
  items: ["data"],
  next: ["next"],
};
const page: Paging = { by: "page", param: "page", items: ["data"] };
const offset: Paging = { by: "offset", param: "offset", items: ["data"] };

/** What a walk gives, and the status or error it ends with. */
async function walk(
  paging: Paging,
  handler: (answer: Answer) => void,
): Promise<{ items: unknown[]; requests: number; error?: SDKError }> {
  const server = await serve(handler);
  const list = paginate<unknown, object, SDKError>(
    clientOf(server, { maxRetries: 0 }),
    {
      id: "list",
      method: "GET",
      path: "/items",
      query: ["after", "offset", "page"],
      paging,
    },
    {},
  );
  const items: unknown[] = [];
  const collect = async () => {
    for await (const item of list) items.push(item);
    throw new Error("the end");
  };
  const error: SDKError = await failureOf(collect());
  const { length: requests } = server.requests;
  return error.message === "the end"
    ? { items, requests }
    : { items, requests, error };
}

/** Answers with these bodies or statuses, and with the last one for ever. */
const answers =
  (...all: (object | number)[]) =>
  ({ index, json }: Answer) => {
    const answer = all[Math.min(index, all.length - 1)];
    if (typeof answer === "number") json(answer, {});
    else json(200, answer);
  };
const a = { id: 1 };
const b = { id: 2 };
const c = { id: 3 };

describe("what says that there is more", () => {
  const more = ["more"];

  it.each([undefined, null, true])("goes on with %j", async (value) => {
    const walked = await walk(
      { ...cursor, more },
      answers(
        { data: [a], next: "n", more: value },
        { data: [b], more: false },
      ),
    );
    expect(walked).toEqual({ items: [a, b], requests: 2 });
  });

  it("ends with false alone, whatever the cursor is", async () => {
    const walked = await walk(
      { ...cursor, more },
      answers({ data: [a], next: "n", more: false }),
    );
    expect(walked).toEqual({ items: [a], requests: 1 });
  });

  it("may be absent where pages have numbers", async () => {
    const walked = await walk(
      { ...page, more },
      answers({ data: [a] }, { data: [b] }, { data: [] }),
    );
    expect(walked).toEqual({ items: [a, b], requests: 3 });
  });
});

describe("a page that repeats the one before", () => {
  it.each([page, offset])(
    "is the end of numbered pages: %j",
    async (paging) => {
      const repeating = answers({ data: [a, b] }, { data: [c, b] });
      expect(await walk(paging, repeating)).toEqual({
        items: [a, b, c, b],
        requests: 3,
      });
      const single = answers({ data: [{ deep: [a, null], id: 1 }] });
      expect(await walk(paging, single)).toMatchObject({ requests: 2 });
    },
  );

  it("is an error where the server has said that there is more", async () => {
    for (const [paging, handler] of [
      [
        cursor,
        ({ index, json }: Answer) => json(200, { data: [a], next: `${index}` }),
      ],
      [{ ...page, more: ["more"] }, answers({ data: [a], more: true })],
    ] as const) {
      const { items, requests, error } = await walk(paging, handler);
      expect(error).toBeInstanceOf(DecodeError);
      expect(error?.message).toBe("the server repeated a page (GET /items)");
      expect([items, requests]).toEqual([[a], 2]);
    }
  });

  it.each([
    ["values", [1, 2], [1, 2]],
    ["items that are all alike", [{ n: 0 }, { n: 0 }], [{ n: 0 }, { n: 0 }]],
    ["other properties", [{ n: 0 }], [{ m: 0 }]],
    ["fewer properties", [{ n: 0, m: 1 }], [{ n: 0 }]],
    ["another value inside", [{ n: { m: 0 } }], [{ n: { m: 1 } }]],
    ["another kind of value", [{ n: { m: 0 } }], [{ n: 1 }]],
    ["fewer items", [a, b], [a]],
  ])("is not one with %s", async (_, one, two) => {
    const walked = await walk(
      page,
      answers({ data: one }, { data: two }, { data: [] }),
    );
    expect(walked).toEqual({ items: [...one, ...two], requests: 3 });
  });
});

describe("an error past the end of numbered pages", () => {
  const short = [{ data: [a, b] }, { data: [c] }];
  const full = [{ data: [a, b] }, { data: [c, a] }];

  it.each<[string, Paging, (object | number)[], number]>([
    ["404 after a shorter page", page, [...short, 404], 3],
    ["400 after a shorter page", page, [...short, 400], 3],
    ["404 after a shorter page", offset, [...short, 404], 3],
    ["404 after the only page", page, [{ data: [a] }, 404], 2],
    ["404 after a full page", page, [...full, 404], 3],
    ["404 after a full page", offset, [...full, 404], 3],
    ["416 after a full page", offset, [...full, 416], 3],
    ["422 after a shorter page", page, [...short, 422], 3],
  ])("ends the walk: %s", async (_, paging, all, requests) => {
    const walked = await walk(paging, answers(...all));
    expect(walked).toMatchObject({ requests });
    expect(walked).not.toHaveProperty("error");
  });

  const more = { ...page, more: ["more"] };
  it.each<[string, Paging, (object | number)[], number]>([
    ["400 after a full page", page, [...full, 400], 400],
    ["400 after the only page", page, [{ data: [a] }, 400], 400],
    ["422 after a full page", page, [...full, 422], 422],
    ["416 for a cursor", cursor, [{ data: [a], next: "n" }, 416], 416],
    ["500 after a shorter page", page, [...short, 500], 500],
    ["403 after a shorter page", page, [...short, 403], 403],
    ["404 for the first page", page, [404], 404],
    ["404 where there is more", more, [{ data: [a], more: true }, 404], 404],
    ["404 for a cursor", cursor, [{ data: [a], next: "n" }, 404], 404],
  ])("reaches the caller: %s", async (_, paging, all, status) => {
    const { error } = await walk(paging, answers(...all));
    expect(error).toMatchObject({ status });
  });
});
