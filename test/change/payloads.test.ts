/** What the API sends of its own accord: callbacks, as webhooks. */
import { describe, expect, it } from "vitest";
import { standardPolicy } from "../../generator/change/change.js";
import { compareSurfaces } from "../../generator/change/compare-surfaces.js";
import type { Options } from "../support/pipeline.js";
import { changesOf, shown, shownChanges, surfacesOf } from "./support.js";

type Webhooks = NonNullable<Options["webhooks"]>;

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

const messages = (...names: readonly string[]) => ({
  paths: {},
  webhooks: Object.fromEntries(
    names.map((name) => [
      name,
      {
        post: {
          requestBody: {
            content: { "application/json": { schema: payload() } },
          },
          responses: { "204": { description: "Done." } },
        },
      },
    ]),
  ),
});

/** Signed as nobody else does. */
const signedOtherwise = {
  paths: {},
  webhooks: {
    sold: {
      post: {
        ...messages("sold").webhooks["sold"]?.post,
        parameters: [
          {
            ...{ name: "X-Acme-Signature", in: "header", required: true },
            schema: { type: "string" },
          },
        ],
      },
    },
  },
};

describe("what gives the payload of a webhook", () => {
  it.each<[string, readonly [Webhooks, Webhooks], readonly string[]]>([
    [
      "a method more",
      [{}, { verify: "webhooks.unwrap" }],
      ["feature webhook-method-added client.webhooks.unwrap"],
    ],
    [
      "a method that is gone",
      [{ verify: "unwrap", parse: "webhooks.parse" }, { verify: "unwrap" }],
      ["breaking webhook-method-removed client.webhooks.parse"],
    ],
    [
      "a method that verifies nothing now",
      [{ verify: "unwrap" }, { parse: "unwrap" }],
      ["breaking webhook-method-removed client.unwrap"],
    ],
    [
      "another option with the secret, from another variable",
      [
        { verify: "unwrap" },
        { verify: "unwrap", secret: { option: "signing", env: "SIGNING" } },
      ],
      [
        "breaking parameter-removed client.options.webhookKey",
        "breaking environment-renamed env.TEST_WEBHOOK_KEY -> SIGNING",
        "feature parameter-added client.options.signing",
      ],
    ],
  ])("%s", async (_, [before, after], expected) => {
    const sold = messages("sold");
    const [old] = await surfacesOf(sold, sold, { webhooks: before });
    const [now] = await surfacesOf(sold, sold, { webhooks: after });
    expect(compareSurfaces(old, now, standardPolicy).map(shown)).toEqual(
      expected,
    );
  });

  it.each([
    [
      "goes where signatures are others",
      messages("sold"),
      signedOtherwise,
      ["breaking webhook-method-removed verifyWebhook"],
    ],
    [
      "comes with the first webhook",
      messages(),
      messages("sold"),
      ["feature webhook-added webhooks.sold"],
    ],
    [
      "goes with the last webhook",
      messages("sold"),
      messages(),
      ["breaking webhook-removed webhooks.sold"],
    ],
  ])("%s", async (_, old, now, expected) => {
    expect(await shownChanges(old, now)).toEqual(expected);
  });

  it("is said to be gone, with what to do", async () => {
    const [change] = await changesOf(messages("sold"), signedOtherwise);
    expect(change).toMatchObject({
      message: "`verifyWebhook` is gone.",
      migration: "Verify messages and read their payloads in another way.",
    });
  });

  it("is not missed of a surface that does not say", async () => {
    const sold = messages("sold");
    const [old, now] = await surfacesOf(sold, sold);
    const { webhookMethods: _, ...silent } = old;
    expect(compareSurfaces(silent, now, standardPolicy)).toEqual([]);
    expect(compareSurfaces(now, silent, standardPolicy)).toEqual([]);
  });
});
