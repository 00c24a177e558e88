/**
 * Types of params as callers of an earlier SDK use them: they build them before the call, change their
 * lists, and leave the answer to a variable.
 */
import { describe, expect, it } from "vitest";
import { answer, serve } from "../../packages/support/loopback.js";
import { built } from "../../support/built.js";
import { emitted } from "../../support/pipeline.js";

const document = `
openapi: 3.1.0
info: { title: Acme, version: 1.0.0 }
servers: [{ url: "https://api.example" }]
paths:
  /chats:
    post:
      operationId: createChat
      tags: [chats]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [tags]
              properties:
                tags: { type: array, items: { type: string } }
                stream: { type: boolean }
      responses:
        "200":
          description: OK.
          content:
            application/json: { schema: { $ref: "#/components/schemas/Chat" } }
            text/event-stream: { schema: { $ref: "#/components/schemas/Delta" } }
    get:
      operationId: listChats
      tags: [chats]
      parameters: [{ name: kinds, in: query, schema: { type: array, items: { type: string } } }]
      responses: { "200": { description: OK., content: { application/json: { schema: { $ref: "#/components/schemas/Chat" } } } } }
components:
  schemas:
    Chat: { type: object, required: [done], properties: { done: { type: boolean } } }
    Delta: { type: object, required: [text], properties: { text: { type: string } } }
`;

const options = {
  compatibility: "stainless",
  typeNames: "resource",
  arguments: "last",
} as const;

const code = `import Acme, { type ChatCreateParamsBase } from "./src/index.js";

const read = async (stream: AsyncIterable<Acme.Delta>) => {
  const texts: string[] = [];
  for await (const { text } of stream) texts.push(text);
  return texts;
};

const either = async (acme: Acme, stream: boolean) => {
  const params: Acme.ChatCreateParams = { tags: [], stream };
  params.tags.push("a");
  const tags: string[] = params.tags;
  const response = await acme.chats.create(params);
  return "done" in response ? [...tags, response.done] : read(response);
};

export const calls = async (baseURL: string) => {
  const acme = new Acme({ baseURL });
  const params: Acme.Chats.ChatCreateParams = { tags: ["b"] };
  const chat: Acme.Chat = await acme.chats.create(params);
  const asked: Acme.Chats.ChatCreateParams = { tags: [], stream: true };
  const base: ChatCreateParamsBase = { tags: ["c"] };
  const typed: Parameters<typeof acme.chats.create>[0] = { tags: ["d"], stream: true };
  const listed: Acme.ChatListParams = {};
  (listed.kinds ??= []).push("x");
  return [
    chat.done,
    await read(await acme.chats.create(asked)),
    await either(acme, true),
    await either(acme, false),
    "done" in (await acme.chats.create({ ...base, stream: false })),
    Symbol.asyncIterator in (await acme.chats.create(typed)),
    (await acme.chats.list(listed)).done,
    (await acme.chats.list(null)).done,
    (await acme.chats.list(null, { maxRetries: 0 })).done,
    (await acme.chats.list(undefined, { maxRetries: 0 })).done,
  ];
};

// @ts-expect-error A call that asks for no stream is answered as a whole.
export const wrong = (acme: Acme) => acme.chats.create({ tags: [] }).then(read);
`;

describe("params of an earlier SDK", () => {
  it("are one type for each answer, and lists in them can be changed", async () => {
    const text = await emitted(document, "src/resources/chats.ts", options);
    const types = text.slice(
      text.indexOf("/** Arguments of {@link createChat}. */"),
      text.indexOf("/** What {@link createChat} throws"),
    );
    expect(types).toBe(`/** Arguments of {@link createChat}. */
export type ChatCreateParams =
  ChatCreateParamsNonStreaming | ChatCreateParamsStreaming;

/** Arguments of {@link createChat}, whatever they ask for. */
export interface ChatCreateParamsBase {
  tags: string[];
  stream?: boolean | undefined;
}

/** Arguments of {@link createChat} that ask for a whole response. */
export type ChatCreateParamsNonStreaming = ChatCreateParamsBase & {
  stream?: false | null | undefined;
};

/** Arguments of {@link createChat} that ask for a stream. */
export type ChatCreateParamsStreaming = ChatCreateParamsBase & { stream: true };

`);
    expect(text).toContain(`  list(
    params?: ChatListParams | null,
    options?: CompatibleRequestOptions,
  )`);
  });

  it.each(["last", "all"] as const)(
    "are built before the call, with %s path parameter positional",
    async (position) => {
      const { exports, errors } = await built(document, code, {
        ...options,
        arguments: position,
      });
      expect(errors).toEqual([]);
      const { url, received } = await serve(({ body }, response) => {
        if (!body.includes('"stream":true'))
          return answer(response, 200, { done: true });
        response.setHeader("content-type", "text/event-stream");
        response.end('data: {"text":"x"}\n\ndata: [DONE]\n\n');
      });
      const { calls } = exports as {
        readonly calls: (baseURL: string) => Promise<unknown>;
      };
      expect(await calls(url)).toEqual([
        ...[true, ["x"], ["x"], ["a", true]],
        ...[true, true, true, true, true, true],
      ]);
      expect(received.map(({ url: target, body }) => target + body)).toEqual([
        '/chats{"tags":["b"]}',
        '/chats{"tags":[],"stream":true}',
        '/chats{"tags":["a"],"stream":true}',
        '/chats{"tags":["a"],"stream":false}',
        '/chats{"tags":["c"],"stream":false}',
        '/chats{"tags":["d"],"stream":true}',
        "/chats?kinds=x",
        ...["/chats", "/chats", "/chats"],
      ]);
    },
  );

  it("keep their names beside models that have them", async () => {
    const { errors } = await built(
      `${document}    ChatCreateParamsStreaming: { type: object, properties: { own: { type: string } } }\n`,
      `import Acme from "./src/index.js";
const model: Acme.ChatCreateParamsStreaming = { own: "a" };
const params: Acme.ChatCreateParams = { tags: [], stream: true };
export const given = [model, params];
`,
      options,
    );
    expect(errors).toEqual([]);
  });

  it("are one type, with lists that are only read, in an SDK of its own", async () => {
    const text = await emitted(document, "src/resources/chats.ts");
    expect(text).toContain(`export interface CreateChatParams {
  tags: readonly string[];
  stream?: boolean | undefined;
}`);
    expect(text).not.toContain("NonStreaming");
  });
});
