import { describe, expect, it } from "vitest";
import { standardPolicy } from "../../generator/change/change.js";
import { compareSurfaces } from "../../generator/change/compare-surfaces.js";
import { printSurface } from "../../generator/surface/print-surface.js";
import { readSurface } from "../../generator/surface/read-surface.js";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { sdkOf } from "../support/pipeline.js";
import { shown, shownChanges } from "./support.js";

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

const integer = (format: string): string =>
  `, { name: n, in: query, schema: { type: integer, format: ${format} } }`;
const key =
  "components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }";

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
      "an operation that goes to another host",
      `servers: [{ url: "https://a.example.com" }]${take()}`,
      `servers: [{ url: "https://a.example.com" }]${take()}
      servers: [{ url: "https://b.example.com" }]`,
      ["breaking base-url-changed getPet.baseURL"],
    ],
    [
      "an operation that goes to another path of its host",
      `servers: [{ url: "https://a.example.com" }]${take()}`,
      `servers: [{ url: "https://a.example.com" }]${take()}
      servers: [{ url: "https://a.example.com/v2" }]`,
      ["fix base-path-changed getPet.baseURL"],
    ],
    [
      "an operation that goes where the others go now",
      `servers: [{ url: "https://a.example.com" }]${take()}
      servers: [{ url: "https://b.example.com" }]`,
      `servers: [{ url: "https://a.example.com" }]${take()}`,
      ["breaking base-url-changed getPet.baseURL"],
    ],
    [
      "an operation that stays where the others have gone",
      `servers: [{ url: "https://a.example.com" }]${take()}
      servers: [{ url: "https://b.example.com" }]`,
      `servers: [{ url: "https://b.example.com" }]${take()}`,
      ["breaking base-url-changed client.baseURL"],
    ],
    [
      "a credential that no operation asks for any longer",
      `security: [{ key: [] }]\n${key}${take()}`,
      `security: [{ key: [] }]\n${key}${take()}\n      security: []`,
      [
        "breaking credential-removed client.options.apiKey",
        "none export-removed TestCredentials",
      ],
    ],
    [
      "an integer that may be longer than numbers are exact",
      take(integer("int32")),
      take(integer("int64")),
      [],
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

describe("options of the client", () => {
  it("of another type break those who pass them", async () => {
    const surface = async (type: "string" | "number") =>
      surfaceOf(
        await sdkOf(take(), {
          clientParameters: [{ name: "limit", in: "client", type }],
        }),
      );
    const [text, number] = [await surface("string"), await surface("number")];
    const changes = compareSurfaces(text, number, standardPolicy);
    expect(changes.map(shown)).toEqual([
      "breaking type-changed client.options.limit",
    ]);
    expect(readSurface(printSurface(number, "1.0.0"))).toMatchObject({
      surface: { client: { parameters: number.client.parameters } },
    });
    expect(compareSurfaces(text, text, standardPolicy)).toEqual([]);
  });
});
