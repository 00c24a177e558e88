/** Properties that are required and not declared are there, with any value. */
import { expect, it } from "vitest";
import {
  declarations,
  emitted,
  onlyOperation,
} from "../../support/pipeline.js";

const typeOf = async (schema: object): Promise<string> => {
  const text = await declarations({
    paths: {
      "/a": {
        get: {
          responses: {
            200: {
              description: "",
              content: {
                "application/json": {
                  schema: { $ref: "#/components/schemas/Thing" },
                },
              },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Thing: schema,
        Base: { type: "object", properties: { id: { type: "string" } } },
      },
    },
  });
  return (
    /(?<=export (?:interface|type) Thing )[^]*?\n\}/.exec(text)?.[0] ?? text
  );
};

const name = { name: { type: "string" } };

it.each([
  [
    { type: "object", properties: name, required: ["id"] },
    "{\n  name?: string;\n  id: unknown;\n}",
  ],
  [
    { type: "object", properties: name, required: ["name"] },
    "{\n  name: string;\n}",
  ],
  [
    {
      type: "object",
      properties: name,
      required: ["id"],
      additionalProperties: false,
    },
    "{\n  name?: string;\n}",
  ],
])("%j", async (schema, expected) => {
  expect(await typeOf(schema)).toBe(expected);
});

it("not where another part of the schema declares it", async () => {
  const text = await typeOf({
    allOf: [
      { $ref: "#/components/schemas/Base" },
      { type: "object", properties: name, required: ["id", "name"] },
    ],
  });
  expect(text).not.toContain("unknown");
});

it("they are arguments, and fields of the body that is sent", async () => {
  const source = {
    paths: {
      "/a": {
        post: {
          operationId: "makeA",
          tags: ["a"],
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: { type: "object", properties: name, required: ["id"] },
              },
            },
          },
          responses: { 204: { description: "" } },
        },
      },
    },
  };
  const { body } = await onlyOperation(source);
  expect(body?.fields?.map((field) => field.name)).toEqual(["name", "id"]);
  expect(await emitted(source, "src/resources/a.ts")).toContain(
    "\n  id: unknown;\n",
  );
});
