/** What the API sends of its own accord: callbacks, as webhooks. */
import { describe, expect, it } from "vitest";
import { changesOf, shownChanges } from "./support.js";

const document = (callbacks: object) => ({
  paths: {
    "/orders": {
      post: {
        operationId: "createOrder",
        callbacks,
        responses: { "204": { description: "Done." } },
      },
    },
  },
});

const shipped = (schema: object) => ({
  shipped: {
    "{$request.query.url}": {
      post: {
        requestBody: { content: { "application/json": { schema } } },
        responses: { "200": { description: "Done." } },
      },
    },
  },
});

const payload = (...names: readonly string[]) => ({
  type: "object",
  properties: Object.fromEntries(
    names.map((name) => [name, { type: "string" }]),
  ),
});

describe("payloads of callbacks", () => {
  it.each([
    [
      "one comes",
      {},
      shipped(payload()),
      ["feature webhook-added callbacks.shipped"],
    ],
    [
      "one goes",
      shipped(payload()),
      {},
      ["breaking webhook-removed callbacks.shipped"],
    ],
    [
      "one is something else",
      shipped({ type: "string" }),
      shipped({ type: "number" }),
      ["breaking type-changed callbacks.shipped"],
    ],
    [
      "one may be something else too",
      shipped({ type: "string" }),
      shipped({ type: ["string", "number"] }),
      ["breaking type-widened callbacks.shipped"],
    ],
    [
      "a model of one has one property more that is always there",
      shipped(payload("id")),
      shipped({ ...payload("id", "at"), required: ["at"] }),
      ["feature property-added ShippedPayload.at"],
    ],
  ])("%s", async (_, old, now, expected) => {
    expect(await shownChanges(document(old), document(now))).toEqual(expected);
  });

  it("are called what they are", async () => {
    const [change] = await changesOf(
      document({}),
      document(shipped(payload())),
    );
    expect(change?.message).toBe("`callbacks.shipped` is a new callback.");
  });

  it("are among what a change of a model reaches", async () => {
    const [change] = await changesOf(
      document(shipped(payload("id", "at"))),
      document(shipped(payload("id"))),
    );
    expect(change?.affects).toEqual(["callbacks.shipped"]);
  });
});
