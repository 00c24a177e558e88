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
