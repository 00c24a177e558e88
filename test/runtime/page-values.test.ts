/** A page as a value: the body as the server sent it, to whatever serialises it. */
import { expect, it } from "vitest";
import type { SDKError } from "../../templates/runtime/errors.js";
import type { Paging } from "../../templates/runtime/operation.js";
import { paginate } from "../../templates/runtime/pages.js";
import { clientOf, echo, serve } from "./support/server.js";

const list = <Body>(url: string, paging: Paging) =>
  paginate<unknown, Body, SDKError>(
    clientOf({ url }),
    { id: "list", method: "GET", path: "/items", query: ["page"], paging },
    {},
  );
const byPage = (...items: string[]): Paging => ({
  by: "page",
  param: "page",
  items,
});

it.each<[body: object, paging: Paging]>([
  [{ data: [{ id: 1 }], next: "n" }, byPage("data")],
  [[{ id: 1 }, { id: 2 }], byPage()],
  [
    { items: [1], next: null, hasNext: "yes", then: 1, toJSON: 2 },
    byPage("items"),
  ],
])("%j has the properties of the body and no others", async (body, paging) => {
  const { url } = await echo(body);
  const page = await list<object>(url, paging);
  const own = (value: object) => Object.getOwnPropertyDescriptors(value);
  expect(own(page)).toEqual(own(body));
  expect(Reflect.ownKeys(page)).toEqual(Reflect.ownKeys(body));
  expect(Object.getPrototypeOf(page)).toBe(Object.getPrototypeOf(body));
  expect(Symbol.asyncIterator in page).toBe(false);
  expect(structuredClone(page)).toEqual(body);
});

it("is the same from every method of the promise, and in a walk", async () => {
  const body = { data: [] };
  const { url } = await echo(body);
  const call = () => list<object>(url, byPage("data"));
  const walked = [];
  for await (const page of call().pages()) walked.push(page);
  for (const page of [
    (await call().withResponse()).data,
    (await call().result()).data,
    ...walked,
  ])
    expect(Reflect.ownKeys(page ?? {})).toEqual(["data"]);
  expect(walked).toHaveLength(1);
});

it("is what a call gives where there is no page", async () => {
  for (const [body, expected] of [
    [undefined, undefined],
    ["null", null],
    ['"x"', "x"],
  ]) {
    const { url } = await serve(({ text, json }) => {
      if (typeof body === "string") text(200, body, "application/json");
      else json(204);
    });
    expect(await list(url, byPage())).toBe(expected);
  }
});
