import { describe, expect, it } from "vitest";
import { shownChanges } from "./support.js";

const operation = (more: string): string => `
paths:
  /pets/{id}:
    get:
      operationId: getPet
      ${more}
`;
const id = "{ name: id, in: path, required: true, schema: { type: string } }";
const done = 'responses: { "200": { description: Done. } }';
const take = (parameter = ""): string =>
  operation(`parameters: [${id}${parameter}]\n      ${done}`);

const flag = ", { name: flag, in: query, schema: { type: boolean } }";
const mustFlag =
  ", { name: flag, in: query, required: true, schema: { type: boolean } }";

describe("the changes between two surfaces", () => {
  it.each([
    ["nothing", take(), take(), []],
    [
      "an optional parameter",
      take(),
      take(flag),
      ["feature parameter-added getPet.params.flag"],
    ],
    [
      "a parameter that goes",
      take(flag),
      take(),
      ["breaking parameter-removed getPet.params.flag"],
    ],
    [
      "a parameter that is asked for",
      take(flag),
      take(mustFlag),
      ["breaking parameter-required getPet.params.flag"],
    ],
    [
      "an operation that goes",
      take(),
      "paths: {}",
      ["breaking operation-removed getPet"],
    ],
    [
      "another origin",
      `servers: [{ url: "https://a.example.com" }]${take()}`,
      `servers: [{ url: "https://b.example.com" }]${take()}`,
      ["breaking base-url-changed client.baseURL"],
    ],
    [
      "a model that nothing uses",
      take(),
      `${take()}\ncomponents: { schemas: { Pet: { type: object } } }`,
      ["feature model-added Pet"],
    ],
  ])("%s", async (_, old, now, expected) => {
    expect(await shownChanges(old, now)).toEqual(expected);
  });
});
