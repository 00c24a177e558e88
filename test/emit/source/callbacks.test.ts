/**
 * Callbacks: the types of what the API sends on account of an operation.
 */
import { expect, it } from "vitest";
import { emitted } from "../../support/pipeline.js";

const source = `
paths:
  /streams:
    post:
      operationId: subscribe
      responses: { "204": { description: Done. } }
      callbacks:
        onData:
          "{$request.query.url}/data":
            post:
              summary: Data.
              requestBody: { content: { application/json: { schema: { type: object, required: [at], properties: { at: { type: string }, secret: { type: string, writeOnly: true } } } } } }
              responses: { "204": { description: Done. } }
        onEnd: { $ref: "#/components/callbacks/End" }
        onBoth:
          "{$request.query.url}/both":
            post: { responses: { "204": { description: Done. } } }
            put: { requestBody: { content: { application/json: { schema: { type: string } } } }, responses: { "204": { description: Done. } } }
  /others:
    post:
      operationId: other
      responses: { "204": { description: Done. } }
      callbacks:
        onData:
          "{$request.query.url}":
            post: { requestBody: { content: { application/json: { schema: { type: boolean } } } }, responses: { "204": { description: Done. } } }
        onEnd: { $ref: "#/components/callbacks/End" }
components:
  callbacks:
    End:
      "{$request.query.url}/end":
        post: { requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/End" } } } }, responses: { "204": { description: Done. } } }
  schemas:
    End: { type: object, properties: { reason: { type: string } } }`;

it("have the types of their payloads", async () => {
  expect(await emitted(source, "src/webhooks.ts"))
    .toBe(`import type { End, SubscribeOnDataPayload } from "./models.js";

/** What the API sends to the URLs that requests give it, by the name of the callback. */
export interface CallbackPayloads {
  /** Data. */
  "subscribe onData": SubscribeOnDataPayload;
  onEnd: End;
  "subscribe onBoth PUT {$request.query.url}/both": string;
  "subscribe onBoth POST {$request.query.url}/both": unknown;
  "other onData": boolean;
}
`);
  expect(await emitted(source, "src/index.ts")).toContain(
    'export type { CallbackPayloads } from "./webhooks.js";',
  );
});

it("says what the actions of an event share once", async () => {
  const event =
    "This event occurs when somebody opens, closes or reopens a pull request.";
  const sent = (description: string) => ({
    post: {
      description,
      requestBody: {
        content: { "application/json": { schema: { type: "string" } } },
      },
      responses: { 200: { description: "" } },
    },
  });
  const text = await emitted(
    {
      webhooks: {
        closed: sent(`${event}\n\nIt was closed.`),
        opened: sent(`${event}\n\nIt was opened.`),
      },
    },
    "src/webhooks.ts",
  );
  expect(text.split(event)).toHaveLength(2);
  expect(text).toContain(
    "About the event see `closed`.\n   *\n   * It was opened.",
  );
});
