/**
 * The option `typeNames: "resource"`: types of arguments and results after the place of the method.
 */
import { describe, expect, it } from "vitest";
import { typeStems } from "../../../generator/model/names/type-stems.js";
import { sdkOf, type Options } from "../../support/pipeline.js";
import { sourcesOf } from "../../support/sources.js";
import { typeErrors } from "../../support/type-errors.js";

const document = `
servers: [{ url: "https://api.example" }]
paths:
  /api-keys:
    post:
      operationId: makeKey
      tags: [API Keys]
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
      responses: { "200": { description: Done., content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } }
`;

const typesOf = async (options: Options): Promise<readonly string[]> => {
  const files = await sourcesOf(document, options);
  expect(typeErrors(files)).toEqual([]);
  return Object.values(files)
    .flatMap((text) => [
      ...text.matchAll(/^export (?:interface|type) (\w*(?:Make|Create)\w*)/gm),
    ])
    .map(([, name = ""]) => name)
    .sort();
};

describe("typeNames", () => {
  it("are after the function without it", async () => {
    expect(await typesOf({ methods: { makeKey: "apiKeys.create" } })).toEqual([
      ...["CreateApiKeyError", "CreateApiKeyParams", "CreateApiKeyResponse"],
    ]);
  });

  it("are after the resource and the method, but for errors", async () => {
    expect(
      await typesOf({
        ...{ methods: { makeKey: "apiKeys.create" }, typeNames: "resource" },
      }),
    ).toEqual([
      ...["ApiKeyCreateParams", "ApiKeyCreateResponse", "CreateApiKeyError"],
    ]);
  });

  it("come before those of an earlier package", async () => {
    const methods = { makeKey: "apiKeys.create" };
    const before = await sdkOf(document, { methods });
    const after = await sdkOf(document, {
      ...{ methods, names: before.names, typeNames: "resource" },
    });
    expect(after.names.get("params POST /api-keys")).toBe("ApiKeyCreateParams");
  });

  it("have the resources around them where one is not enough", () => {
    const stems = typeStems([
      { key: "a", group: ["messages"], method: "create" },
      { key: "b", group: ["threads", "messages"], method: "create" },
      { key: "c", group: ["chats", "items"], method: "list" },
      { key: "d", group: ["orders", "items"], method: "list" },
      { key: "e", group: [], method: "sendMessage" },
    ]);
    expect([...stems.values()].map(({ stem }) => stem)).toEqual([
      ...["MessageCreate", "ThreadMessageCreate"],
      ...["ChatItemList", "OrderItemList", "SendMessage"],
    ]);
  });

  it("have others by which callers of an earlier SDK look for them", () => {
    const stems = typeStems([
      { key: "a", group: ["completions"], method: "create" },
      { key: "b", group: ["chat", "completions"], method: "create" },
      {
        ...{ key: "c", group: ["chat", "completions"], method: "list" },
        otherMethods: ["all"],
      },
    ]);
    expect(Object.fromEntries(stems)).toEqual({
      a: { stem: "CompletionCreate", others: [] },
      b: { stem: "ChatCompletionCreate", others: ["CompletionCreate"] },
      c: {
        stem: "CompletionList",
        others: ["ChatCompletionList", "CompletionAll"],
      },
    });
  });
});
