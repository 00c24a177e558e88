/**
 * The option `arguments`: which path parameters stand before `params`.
 */
import { describe, expect, it } from "vitest";
import { declarationIn, headOf } from "../../support/declarations.js";
import {
  codesOf,
  emitted,
  onlyOperation,
  type Options,
} from "../../support/pipeline.js";
import { ran } from "../../support/ran.js";

const document = (path: string): string => `
servers: [{ url: "https://api.example" }]
paths:
  ${path}:
    post:
      operationId: addMessage
      tags: [Messages]
      parameters:
${[...path.matchAll(/\{([^}]*)\}/g)]
  .reverse()
  .map(
    ([, name = ""]) =>
      `        - { name: ${name}, in: path, required: true, schema: { type: string } }\n`,
  )
  .join("")}
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/Message" } } }
      responses: { "200": { description: Done., content: { application/json: { schema: { type: object } } } } }
components:
  schemas:
    Message: { type: object, required: [role], properties: { role: { type: string } } }
`;

const namesOf = async (
  path: string,
  options: Options,
): Promise<readonly string[]> =>
  (await onlyOperation(document(path), options)).positional.map(
    ({ name }) => name,
  );

describe("arguments", () => {
  it.each<[Options["arguments"], string, readonly string[]]>([
    ["own", "/threads/{thread_id}/messages", []],
    ["own", "/threads/{thread_id}/messages/{message_id}", ["messageId"]],
    ["last", "/threads/{thread_id}/messages", ["threadId"]],
    ["last", "/threads/{thread_id}/messages/{message_id}", ["messageId"]],
    ["last", "/repos/{owner}/{repo}", ["repo"]],
    ["last", "/messages", []],
    [
      "all",
      "/threads/{thread_id}/messages/{message_id}",
      ["threadId", "messageId"],
    ],
    ["all", "/repos/{owner}/{repo}/files", ["owner", "repo"]],
  ])("%j of %s are %j", async (rule, path, want) => {
    expect(await namesOf(path, rule ? { arguments: rule } : {})).toEqual(want);
  });

  it("are never options of the client", async () => {
    const clientParameters = ["account_id"];
    const path = "/accounts/{account_id}/messages/{id}/parts";
    expect(await namesOf(path, { arguments: "all", clientParameters })).toEqual(
      ["id"],
    );
    expect(
      await namesOf("/accounts/{account_id}/messages", {
        arguments: "last",
        clientParameters,
      }),
    ).toEqual([]);
  });

  it("have names that differ", async () => {
    expect(
      await namesOf("/a/{user-id}/{user_id}/{params}", { arguments: "all" }),
    ).toEqual(["userId", "userId_", "params_"]);
  });

  it("stand in the order of the path, and the others in params", async () => {
    const text = await emitted(
      document("/threads/{thread_id}/messages"),
      "src/resources/messages.ts",
      { arguments: "last" },
    );
    expect(
      headOf(text, "addMessage") +
        "\n" +
        declarationIn(text, "AddMessageParams"),
    )
      .toBe(`addMessage(client: TestCore, threadId: string, params: AddMessageParams, options?: RequestOptions): APIPromise<Record<string, unknown>, AddMessageError>
interface AddMessageParams {
  role: string;
}`);
  });

  it("are sent in their places", async () => {
    const { errors, requests } = await ran(
      document("/threads/{thread_id}/messages/{id}/parts/{part}/copy"),
      `import { Test } from "./src/index.js";
export const run = (baseURL: string) =>
  new Test({ baseURL }).messages.parts.copy("t/1", "m", "p", { role: "user" }, { timeout: 5000 });
`,
      { arguments: "all", methods: { addMessage: "messages.parts.copy" } },
    );
    expect(errors).toEqual([]);
    expect(requests).toEqual([
      'POST /threads/t%2F1/messages/m/parts/p/copy {"role":"user"}',
    ]);
  });
});

describe("positional", () => {
  const path = "/apps/{app_id}/users/{userId}/messages";

  it.each<[NonNullable<Options["positional"]>, readonly string[]]>([
    [{}, ["appId", "userId"]],
    [{ addMessage: ["userId"] }, ["userId"]],
    [{ [`POST ${path}`]: ["userId", "app_id"] }, ["userId", "appId"]],
    [{ "POST *": ["app_id"], "*Message": [] }, []],
    [{ addMessage: ["userId", "userId", "other"] }, ["userId"]],
  ])("%j: %j", async (positional, want) => {
    expect(await namesOf(path, { arguments: "all", positional })).toEqual(want);
  });

  it("names operations, and their path parameters", async () => {
    const codes = (positional: Options["positional"]) =>
      codesOf(document(path), positional ? { positional } : {});
    expect(await codes({ addMessage: ["userId"] })).not.toContain(
      "positional-unknown",
    );
    expect(await codes({ addMessage: ["user_id"] })).toContain(
      "positional-unknown",
    );
    expect(await codes({ addMessages: ["userId"] })).toContain(
      "positional-unused",
    );
  });

  it("leaves the others in params", async () => {
    const { errors, requests } = await ran(
      document(path),
      `import { createClient, addMessage } from "./src/index.js";
export const run = async (baseURL: string) => {
  await addMessage(createClient({ baseURL }), "u 1", { app_id: "a", role: "user" });
};
`,
      { positional: { addMessage: ["userId"] } },
    );
    expect(errors).toEqual([]);
    expect(requests).toEqual([
      'POST /apps/a/users/u%201/messages {"role":"user"}',
    ]);
  });
});
