/** Another model in the place of a result. */
import { describe, expect, it } from "vitest";
import { changesOf, shown } from "./support.js";

const text = { type: "string" };
const documentOf = (result: string) => ({
  ...{ openapi: "3.1.0", info: { title: "Demo", version: "1.0.0" } },
  paths: Object.fromEntries(
    ["Pet", "Animal", result].map((name, index) => [
      ["/pet", "/animal", "/one"][index],
      {
        get: {
          operationId: ["getPet", "getAnimal", "getOne"][index],
          responses: {
            "200": {
              description: "Done.",
              content: {
                "application/json": {
                  schema: { $ref: `#/components/schemas/${name}` },
                },
              },
            },
          },
        },
      },
    ]),
  ),
  components: {
    schemas: {
      Pet: { type: "object", required: ["id"], properties: { id: text } },
      Animal: {
        ...{ type: "object", required: ["id", "kind"] },
        properties: { id: text, kind: text },
      },
    },
  },
});

describe("another model as a result", () => {
  it.each([
    ["Pet", "Animal", ["feature property-added getOne.result.kind"]],
    ["Animal", "Pet", ["breaking result-changed getOne.result"]],
  ])("%s -> %s", async (old, now, expected) => {
    const changes = await changesOf(documentOf(old), documentOf(now));
    expect(changes.map(shown)).toEqual(expected);
  });
});
