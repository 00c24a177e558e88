/** Offsets and pages that a document types as text. */
import { expect, it } from "vitest";
import { onlyOperation } from "../../support/pipeline.js";

const pagingOf = async (name: string, schema: object) => {
  const { paging } = await onlyOperation({
    paths: {
      "/things": {
        get: {
          operationId: "listThings",
          parameters: [
            { name, in: "query", schema },
            { name: "limit", in: "query", schema: { type: "string" } },
          ],
          responses: {
            200: {
              description: "",
              content: {
                "application/json": {
                  schema: {
                    type: "object",
                    properties: {
                      features: { type: "array", items: { type: "string" } },
                      total: { type: "number" },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  });
  return paging && [paging.by, paging.param?.join("."), paging.first];
};

it.each([
  [
    "offset",
    { type: "string", example: "50" },
    ["offset", "offset", undefined],
  ],
  ["offset", { type: "string", default: "0" }, ["offset", "offset", undefined]],
  ["page", { type: "string", format: "numeric" }, ["page", "page", undefined]],
  [
    "page",
    {
      anyOf: [
        { type: "string", format: "numeric", default: 0 },
        { type: "number" },
      ],
    },
    // Elysia writes this default for every number of a query.
    ["page", "page", undefined],
  ],
  [
    "page",
    {
      anyOf: [
        { type: "string", format: "numeric", default: 0 },
        { type: "number", default: 0 },
      ],
    },
    ["page", "page", 0],
  ],
  ["page", { type: "string" }, undefined],
  ["page", { type: "string", example: "home" }, undefined],
])("%s of %j", async (name, schema, expected) => {
  expect(await pagingOf(name, schema)).toEqual(expected);
});
