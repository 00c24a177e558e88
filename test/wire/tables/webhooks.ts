/** Messages from the API: what tells that they come from it. */
import type { Fragment, Table } from "../support/table.js";

const webhooks = (parameters: readonly Fragment[] = []): Fragment => ({
  webhooks: {
    "test.sent": {
      post: {
        parameters,
        requestBody: {
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["test"],
                properties: { test: { type: "integer" } },
              },
            },
          },
        },
        responses: { 200: { description: "Received" } },
      },
    },
  },
});

/** The example of the specification, with any name before its headers. */
const verified = (prefix: string, more = "") =>
  `async (call: Promise<unknown>) => {
  await call;
  const { test } = await sdk.verifyWebhook<"test.sent">(
    {
      headers: {
        "${prefix}-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "${prefix}-timestamp": "1614265330",
        "${prefix}-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
      body: '{"test": 2432232314}',
    },
    { secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"${more} },
  );
  const count: number = test;
  return count;
}`;

export const signedWebhooks: Table = {
  title: "webhooks",
  document: webhooks(),
  rows: [
    {
      rule: "a signature is right",
      spec: "Standard Webhooks 1.0.0, Verifying webhook authenticity",
      sends: "",
      use: verified("webhook", ", tolerance: Infinity"),
      gives: 2432232314,
    },
    {
      rule: "a signature under Svix' own names is right",
      spec: "Svix, Verifying webhooks manually",
      sends: "",
      use: verified("svix", ", tolerance: Infinity"),
      gives: 2432232314,
    },
    {
      rule: "a message is too old after five minutes",
      spec: "Standard Webhooks 1.0.0, Verifying webhook authenticity",
      sends: "",
      use: verified("webhook"),
      fails: { name: "WebhookVerificationError" },
    },
  ],
};

export const otherwiseSignedWebhooks: Table = {
  title: "webhooks with a signature of their own",
  document: webhooks([
    { name: "X-Hub-Signature-256", in: "header", schema: { type: "string" } },
  ]),
  rows: [
    {
      rule: "are not verified by a standard that they do not follow",
      spec: "OpenAPI 3.1.1, 4.8.1, webhooks",
      use: "() => sdk.verifyWebhook",
      refused: true,
    },
  ],
};
