/**
 * Streams that the config has and the document does not.
 */
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import {
  declareStreams,
  type Streaming,
} from "../../generator/load/declare-streams.js";

const json = { "application/json": { schema: { type: "object" } } };
const event = { $ref: "#/components/schemas/Event" };

const read = (streaming: Streaming) => {
  const answer = { description: "OK.", content: json };
  const root = {
    paths: {
      "/chats": {
        post: { operationId: "createChat", responses: { 200: answer } },
        get: { responses: { 400: answer, "2XX": answer } },
        delete: { responses: { 400: answer } },
      },
      "/shared": {
        post: { responses: { 200: { $ref: "#/components/responses/Answer" } } },
      },
      "/events": {
        get: {
          responses: {
            default: {
              description: "OK.",
              content: { ...json, "text/event-stream": { schema: event } },
            },
          },
        },
      },
    },
    components: {
      responses: { Answer: answer },
      schemas: { Event: { type: "string" } },
    },
  };
  const before = structuredClone(root);
  const diagnostics = new Diagnostics();
  declareStreams(root, streaming, diagnostics);
  const problems = diagnostics.all().map(({ message }) => message);
  return { root, before, problems };
};

describe("a stream of the config", () => {
  it("stands beside the answer as a whole where a parameter asks for it", () => {
    const { root, before, problems } = read({
      createChat: { event: "Event" },
      "GET /chats": { param: "live", event: "#/components/schemas/Event" },
    });
    expect(problems).toEqual([]);
    const content = { ...json, "text/event-stream": { schema: event } };
    expect(root.paths["/chats"]).toEqual({
      post: {
        operationId: "createChat",
        responses: { 200: { description: "OK.", content } },
        "x-sdkwright-stream": "stream",
      },
      get: {
        responses: {
          400: before.paths["/chats"].get.responses[400],
          "2XX": { description: "OK.", content },
        },
        "x-sdkwright-stream": "live",
      },
      delete: before.paths["/chats"].delete,
    });
  });

  it("is all that there is where nothing asks for it, of the type that the document has", () => {
    const { root } = read({ "GET /e*": { param: null }, "* /shared": {} });
    expect(root.paths["/events"]).toEqual({
      get: {
        responses: {
          default: {
            description: "OK.",
            content: { "text/event-stream": { schema: event } },
          },
        },
      },
    });
  });

  it("is none where the config says so", () => {
    const { root } = read({ "GET /events": false, "GET /*": { param: null } });
    expect(root.paths["/events"].get.responses.default.content).toEqual(json);
  });

  it("leaves responses as they are that other operations share", () => {
    const { root, before } = read({ "POST /shared": { event: "Event" } });
    expect(root.components).toEqual(before.components);
    expect(root.paths["/shared"].post.responses).toEqual({
      200: {
        description: "OK.",
        content: { ...json, "text/event-stream": { schema: event } },
      },
    });
  });

  it("is reported where the document has not what it needs", () => {
    expect(
      read({
        "DELETE /chats": {},
        "GET /chats": { event: "Evnt" },
        "POST /events": {},
      }).problems,
    ).toEqual([
      "streaming in the config names POST /events, which is no operation of the document",
      "GET /chats cannot be the stream that the config says: there is no schema Evnt",
      "DELETE /chats cannot be the stream that the config says: there is no response of success",
    ]);
  });
});
