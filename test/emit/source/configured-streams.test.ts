/**
 * Operations that answer as a stream where the config says so: what comes back is decided by what the
 * caller asks for, in types and at run time.
 */
import { expect, it } from "vitest";
import { answer, serve } from "../../packages/support/loopback.js";
import { built } from "../../support/built.js";
import { emitted } from "../../support/pipeline.js";

const whole = (name: string) => ({
  200: {
    description: "OK.",
    content: {
      "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
    },
  },
});

const source = {
  info: { title: "Acme", version: "1.0.0" },
  servers: [{ url: "https://api.example.com" }],
  paths: {
    "/chats": {
      post: {
        operationId: "createChat",
        tags: ["chats"],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["text"],
                properties: {
                  text: { type: "string" },
                  stream: { type: "boolean" },
                },
              },
            },
          },
        },
        responses: whole("Chat"),
      },
    },
    "/chats/{id}": {
      get: {
        operationId: "getChat",
        tags: ["chats"],
        parameters: [
          {
            name: "id",
            in: "path",
            required: true,
            schema: { type: "string" },
          },
          { name: "live", in: "query", schema: { type: "boolean" } },
        ],
        responses: whole("Chat"),
      },
    },
    "/events": {
      get: {
        operationId: "listEvents",
        tags: ["events"],
        responses: whole("Chat"),
      },
    },
  },
  components: {
    schemas: {
      Chat: {
        type: "object",
        required: ["done"],
        properties: { done: { type: "boolean" } },
      },
      Delta: {
        type: "object",
        required: ["delta"],
        properties: { delta: { type: "string" } },
      },
    },
  },
};

const options = {
  compatibility: "stainless",
  typeNames: "resource",
  streaming: {
    "POST /chats": { event: "Delta" },
    getChat: { param: "live", event: "Delta" },
    listEvents: { param: null, event: "#/components/schemas/Delta" },
  },
} as const;

const code = `import Acme from "./src/index.js";

const read = async (stream: AsyncIterable<Acme.Delta>) => {
  const deltas: string[] = [];
  for await (const { delta } of stream) deltas.push(delta);
  return deltas;
};

export const calls = async (baseURL: string) => {
  const acme = new Acme({ baseURL });
  const chat: Acme.Chat = await acme.chats.create({ text: "a" });
  const other: Acme.Chat = await acme.chats.create({ text: "b", stream: false });
  const asked: Acme.ChatCreateParamsStreaming = { text: "c", stream: true };
  const unasked: Acme.Chats.ChatCreateParamsNonStreaming = { text: "d" };
  const last: Acme.Chat = await acme.chats.create(unasked);
  return [
    chat.done,
    other.done,
    last.done,
    await read(await acme.chats.create(asked)),
    (await acme.chats.get("1")).done,
    await read(await acme.chats.get("1", { live: true })),
    await read(await acme.events.list()),
  ];
};

// @ts-expect-error A call that asks for no stream is answered as a whole.
export const wrong = (acme: Acme) => acme.chats.create({ text: "a" }).then(read);
`;

it("is a stream for callers that ask for it, and where nothing asks", async () => {
  const { exports, errors } = await built(source, code, options);
  expect(errors).toEqual([]);
  const { url, received } = await serve(
    ({ url: target, body, headers }, response) => {
      const isStream =
        /live=true|events/.test(target) || body.includes('"stream":true');
      if (!isStream) return answer(response, 200, { done: true });
      expect(headers.accept).toContain("text/event-stream");
      response.setHeader("content-type", "text/event-stream");
      response.end(
        'data: {"delta":"x"}\n\ndata: {"delta":"y"}\n\ndata: [DONE]\n\n',
      );
    },
  );
  const { calls } = exports as {
    readonly calls: (baseURL: string) => Promise<unknown>;
  };
  const deltas = ["x", "y"];
  expect(await calls(url)).toEqual([
    ...[true, true, true, deltas],
    ...[true, deltas, deltas],
  ]);
  expect(
    received.map(({ method, url: target }) => `${method} ${target}`),
  ).toEqual([
    ...["POST /chats", "POST /chats", "POST /chats", "POST /chats"],
    ...["GET /chats/1", "GET /chats/1?live=true", "GET /events"],
  ]);
});

it("has types of the arguments of each way where names of an earlier SDK stay", async () => {
  const text = await emitted(source, "src/acme.ts", options);
  expect(text.slice(text.indexOf("export declare namespace")))
    .toBe(`export declare namespace Acme {
  export {
    type Chat,
    type ChatCreateParams,
    type ChatCreateParamsBase,
    type ChatCreateParamsNonStreaming,
    type ChatCreateParamsStreaming,
    type ChatGetParams,
    type ChatGetParamsBase,
    type ChatGetParamsNonStreaming,
    type ChatGetParamsStreaming,
    type Delta,
  };

  export type ClientOptions = AcmeOptions;

  export type RequestOptions = CompatibleRequestOptions;

  export namespace Chats {
    export {
      type Chat,
      type ChatCreateParams,
      type ChatCreateParamsBase,
      type ChatCreateParamsNonStreaming,
      type ChatCreateParamsStreaming,
      type ChatGetParams,
      type ChatGetParamsBase,
      type ChatGetParamsNonStreaming,
      type ChatGetParamsStreaming,
      type Delta,
    };
  }

  export namespace Events {
    export { type Delta };
  }
}
`);
});
