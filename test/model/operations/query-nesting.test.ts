/**
 * The option `query`: how lists and objects are written in the query. What is expected is what servers of
 * these conventions read: `qs` has the same names for them.
 */
import { describe, expect, it } from "vitest";
import type { QueryConfig } from "../../../generator/config/client-config.js";
import { onlyOperation } from "../../support/pipeline.js";
import { ran } from "../../support/ran.js";

const document = `
servers: [{ url: "https://api.example" }]
paths:
  /things:
    get:
      operationId: listThings
      tags: [Things]
      parameters:
        - { name: ids, in: query, schema: { type: array, items: { type: integer } } }
        - { name: kinds, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string } } }
        - { name: filter, in: query, schema: { type: object, additionalProperties: true } }
        - { name: rules, in: query, schema: { type: array, items: { type: object, additionalProperties: true } } }
        - { name: raw, in: query, content: { application/json: { schema: { type: array, items: {} } } } }
        - { name: limit, in: query, schema: { type: integer } }
      responses: { "204": { description: Done. } }
`;

const written = async (query: QueryConfig): Promise<readonly string[]> => {
  const { errors, requests } = await ran(
    document,
    `import { Test } from "./src/index.js";
export const run = async (baseURL: string) => {
  const { things } = new Test({ baseURL });
  await things.list({ ids: [1, 2], kinds: ["a", "b"] });
  await things.list({ filter: { a: { b: "c d" }, tags: ["x", "y"], none: null } });
  await things.list({ rules: [{ a: 1 }, { a: 2 }] });
  await things.list({ ids: [], raw: [1], limit: 3 });
};
`,
    { query },
  );
  expect(errors).toEqual([]);
  return requests.map((request) =>
    decodeURIComponent(request.replace(/^GET \/things\??/, "")),
  );
};

describe("query", () => {
  it.each<[QueryConfig, readonly string[]]>([
    [
      {},
      [
        "ids=1&ids=2&kinds=a|b",
        'a={"b":"c d"}&tags=["x","y"]',
        'rules={"a":1}&rules={"a":2}',
        "raw=[1]&limit=3",
      ],
    ],
    [
      { arrays: "comma", objects: "brackets" },
      [
        "ids=1,2&kinds=a,b",
        "filter[a][b]=c d&filter[tags]=x,y",
        "rules[0][a]=1&rules[1][a]=2",
        "raw=[1]&limit=3",
      ],
    ],
    [
      { arrays: "repeat", objects: "dots" },
      [
        "ids=1&ids=2&kinds=a&kinds=b",
        "filter.a.b=c d&filter.tags=x&filter.tags=y",
        "rules.a=1&rules.a=2",
        "raw=[1]&limit=3",
      ],
    ],
    [
      { arrays: "indices", objects: "brackets" },
      [
        "ids[0]=1&ids[1]=2&kinds[0]=a&kinds[1]=b",
        "filter[a][b]=c d&filter[tags][0]=x&filter[tags][1]=y",
        "rules[0][a]=1&rules[1][a]=2",
        "raw=[1]&limit=3",
      ],
    ],
    [
      { arrays: "brackets" },
      [
        "ids[]=1&ids[]=2&kinds[]=a&kinds[]=b",
        'a={"b":"c d"}&tags=["x","y"]',
        "rules[][a]=1&rules[][a]=2",
        "raw=[1]&limit=3",
      ],
    ],
    [
      { objects: "brackets" },
      [
        "ids=1&ids=2&kinds=a|b",
        "filter[a][b]=c d&filter[tags]=x&filter[tags]=y",
        'rules={"a":1}&rules={"a":2}',
        "raw=[1]&limit=3",
      ],
    ],
  ])("%j", async (query, want) => {
    expect(await written(query)).toEqual(want);
  });

  it("is written in a style of OpenAPI where there is one", async () => {
    const encodings = async (query: QueryConfig) =>
      (await onlyOperation(document, { query })).parameters.map(
        ({ encoding }) => encoding.kind,
      );
    expect(await encodings({ arrays: "repeat", objects: "dots" })).toEqual([
      ...["default", "default", "nested", "nested", "json", "default"],
    ]);
    expect(await encodings({ arrays: "comma" })).toEqual([
      ...["style", "style", "style", "nested", "json", "default"],
    ]);
    expect(await encodings({ arrays: "indices", objects: "brackets" })).toEqual(
      ["nested", "nested", "style", "nested", "json", "default"],
    );
  });
});

describe("a list whose name ends in brackets", () => {
  const source = `
servers: [{ url: "https://api.example" }]
paths:
  /things:
    get:
      operationId: listThings
      tags: [Things]
      parameters:
        - { name: "include[]", in: query, schema: { type: array, items: { type: string } } }
      responses: { "204": { description: Done. } }
`;
  const call = (name: string): string => `import { Test } from "./src/index.js";
export const run = (baseURL: string) => new Test({ baseURL }).things.list({ ${name}: ["a", "b"] });
`;

  it("is sent under that name, whatever the option says of lists", async () => {
    for (const query of [{}, { arrays: "brackets" }] as const) {
      const { errors, requests } = await ran(source, call('"include[]"'), {
        query,
      });
      expect(errors).toEqual([]);
      expect(requests.map(decodeURIComponent)).toEqual([
        "GET /things?include[]=a&include[]=b",
      ]);
    }
  });

  it("is passed without them where names of an earlier SDK stay", async () => {
    const { errors, requests } = await ran(source, call("include"), {
      compatibility: "stainless",
    });
    expect(errors).toEqual([]);
    expect(requests.map(decodeURIComponent)).toEqual([
      "GET /things?include[]=a&include[]=b",
    ]);
  });
});
