/** Webhooks as a method of the client verifies them. */
import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { Core } from "../../templates/runtime/client.js";
import { unwrapWebhook } from "../../templates/runtime/unwrap.js";
import { WebhookVerificationError } from "../../templates/runtime/webhooks.js";
import { failureOf } from "./support/server.js";

const body = '{"a":1}';

const headersBy = (secret: string) => {
  const time = String(Math.floor(Date.now() / 1000));
  const hmac = createHmac("sha256", secret).update(`m.${time}.${body}`);
  return {
    "webhook-id": "m",
    "webhook-timestamp": time,
    "webhook-signature": `v1,${hmac.digest("base64")}`,
  };
};

const clientWith = (options: object) =>
  new Core({ baseURL: "https://api.example", ...options });

it.each<[string, object, object]>([
  ["of the client", { webhookKey: "mine" }, {}],
  ["of the client, one of several", { webhookKey: ["old", "mine"] }, {}],
  ["of the call, before the client's", { webhookKey: "x" }, { key: "mine" }],
  ["of the client, for null", { webhookKey: "mine" }, { key: null }],
])("the secret is that %s", async (_, options, given) => {
  const headers = headersBy("mine");
  expect(
    await unwrapWebhook(clientWith(options), "webhookKey", body, {
      ...{ headers, ...given },
    }),
  ).toEqual({ a: 1 });
});

it("a message with another signature is refused", async () => {
  const headers = headersBy("theirs");
  expect(
    await failureOf(
      unwrapWebhook(clientWith({ webhookKey: "mine" }), "webhookKey", body, {
        headers,
      }),
    ),
  ).toBeInstanceOf(WebhookVerificationError);
});

it("a client without a secret says which option has it", async () => {
  const headers = headersBy("mine");
  expect(
    await failureOf(
      unwrapWebhook(clientWith({}), "webhookKey", body, { headers }),
    ),
  ).toMatchObject({
    name: "ConfigError",
    message: "Pass webhookKey to the client, or key.",
  });
});

it("the message may be older than usual", async () => {
  const headers = { ...headersBy("mine"), "webhook-timestamp": "1" };
  const hmac = createHmac("sha256", "mine").update(`m.1.${body}`);
  headers["webhook-signature"] = `v1,${hmac.digest("base64")}`;
  const client = clientWith({ webhookKey: "mine" });
  const unwrap = (tolerance?: number) =>
    unwrapWebhook(client, "webhookKey", body, { headers, tolerance });
  expect(await failureOf(unwrap())).toBeInstanceOf(WebhookVerificationError);
  expect(await unwrap(1e12)).toEqual({ a: 1 });
});
