/**
 * The option `casings`: how words are spelled in names.
 */
import { describe, expect, it } from "vitest";
import {
  spelled,
  spellingsOf,
} from "../../../generator/model/names/spellings.js";
import { operationsOf, sdkOf } from "../../support/pipeline.js";

describe("a word", () => {
  const spellings = spellingsOf({ openai: "OpenAI", id: "ID", API: "API" });

  it.each([
    ["openaiKeys", "openAIKeys"],
    ["OpenaiKey", "OpenAIKey"],
    ["listOpenAiKeys", "listOpenAIKeys"],
    ["OpenAIKey", "OpenAIKey"],
    ["userId", "userID"],
    ["userIds", "userIds"],
    ["idOf", "idOf"],
    ["apiKeys", "apiKeys"],
    ["ApiKey_2", "APIKey_2"],
    ["identity", "identity"],
  ])("in %s gives %s", (name, want) => {
    expect(spelled(name, spellings)).toBe(want);
  });
});

describe("casings", () => {
  const document = `
paths:
  /openai/{openai_id}:
    get:
      operationId: getOpenai
      tags: [openai things]
      parameters: [{ name: openai_id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/OpenaiThing" } } } } }
components:
  schemas: { OpenaiThing: { type: object, properties: { openai_id: { type: string } } } }`;
  const casings = { openai: "OpenAI", id: "ID" };

  it("are those of functions, types, resources and arguments, not of the wire", async () => {
    const sdk = await sdkOf(document, { casings });
    const [found] = operationsOf(sdk).values();
    expect(found?.call).toMatch(/^client\.openAIThings\./);
    expect(found?.operation.positional).toMatchObject([
      { name: "openAIID", wireName: "openai_id" },
    ]);
    expect(sdk.models.map(({ name }) => name)).toEqual(["OpenAIThing"]);
  });

  it("come before names of an earlier package, and after those of the config", async () => {
    const before = await sdkOf(document);
    const after = await sdkOf(document, {
      ...{ casings, names: before.names },
      methods: { getOpenai: "fetchOpenai" },
    });
    expect(after.models.map(({ name }) => name)).toEqual(["OpenAIThing"]);
    const [found] = operationsOf(after).values();
    expect(found?.operation.methodName).toBe("fetchOpenai");
  });
});
