/**
 * What a caller does with a value that it gets, so that it fails to compile where that breaks.
 */
import { expect, it } from "vitest";
import { sdkOf } from "../support/pipeline.js";
import { provedSteps } from "./support/proved.js";

const text = { type: "string" };

/** An operation that gives this. */
const giving = (mediaType: string, schema: object) =>
  sdkOf({
    paths: {
      "/pet": {
        get: {
          operationId: "getPet",
          responses: {
            "200": {
              description: "Done.",
              content: { [mediaType]: { schema } },
            },
          },
        },
      },
    },
  });

const tags = (schema: object) =>
  giving("application/json", {
    type: "object",
    properties: { tags: { type: "object", ...schema } },
  });

const animals = (properties: object) =>
  sdkOf({
    paths: {
      "/cat": {
        get: {
          operationId: "getCat",
          responses: {
            "200": {
              description: "Done.",
              content: {
                "application/json": {
                  schema: { $ref: "#/components/schemas/Cat" },
                },
              },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Animal: {
          type: "object",
          required: Object.keys(properties),
          properties,
        },
        ...Object.fromEntries(
          ["Cat", "Dog"].map((name) => [
            name,
            {
              allOf: [
                { $ref: "#/components/schemas/Animal" },
                { type: "object", properties: { [name]: text } },
              ],
            },
          ]),
        ),
        Zoo: {
          type: "object",
          properties: { first: { $ref: "#/components/schemas/Animal" } },
        },
      },
    },
  });

it("predicts what a base breaks, and takes values that nothing uses for the one of their base", async () => {
  const [proof] = provedSteps([
    {
      old: await animals({ name: text }),
      new: await animals({ name: text, age: text }),
    },
  ]);
  // Who makes a `Dog` by hand makes an `Animal`, which callers only get.
  expect(proof).toMatchObject({ compiling: [], unpredicted: [], broken: [] });
});

it.each([
  [
    "a key that nobody declared",
    tags({ additionalProperties: text }),
    tags({ properties: { color: text } }),
  ],
  [
    "a stream that is a list now",
    giving("text/event-stream", text),
    giving("application/json", { type: "array", items: text }),
  ],
])("fails to compile: %s", async (_, before, after) => {
  const [same, next] = provedSteps([
    { old: await before, new: await before },
    { old: await before, new: await after },
  ]);
  expect(same).toMatchObject({ failed: 0, broken: [], unpredicted: [] });
  expect(next).toMatchObject({ compiling: [], unpredicted: [], broken: [] });
  expect(next?.failed).toBeGreaterThan(0);
});
