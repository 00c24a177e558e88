/**
 * The option `webhooks`: methods of the client that give the payload of a webhook.
 */
import { describe, expect, it } from "vitest";
import { codesOf, emitted } from "../../support/pipeline.js";
import { ran } from "../../support/ran.js";

const described = (more = "") => `
openapi: 3.1.0
info: { title: Acme, version: 1.0.0 }
servers: [{ url: "https://api.example" }]
paths:
  /webhooks: { get: { operationId: listWebhooks, tags: [webhooks], responses: { "204": { description: Done. } } } }
webhooks:
  test.sent:
    post:
      ${more}
      requestBody: { content: { application/json: { schema: { type: object, required: [test], properties: { test: { type: integer } } } } } }
      responses: { "204": { description: Done. } }
components:
  securitySchemes:
    signed: { type: apiKey, in: header, name: X-Acme-Signature }
`;

/** The example of the Standard Webhooks specification, of the year 2021. */
const program = `import { Acme, WebhookVerificationError } from "./src/index.js";
const body = '{"test": 2432232314}';
const headers = {
  "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
  "webhook-timestamp": "1614265330",
  "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};
const key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const tolerance = 1e10;
export const run = async (baseURL: string) => {
  const client = new Acme({ baseURL, webhookKey: key });
  const { env } = (globalThis as unknown as { process: { env: Record<string, string> } }).process;
  const { test } = await client.webhooks.unwrap(body, { headers, tolerance });
  const found: unknown[] = [test];
  const { unwrap } = { unwrap: (given: string, more?: object) => client.webhooks.unwrap(given, { headers, tolerance, ...more }) };
  const caught = (call: Promise<unknown>) => call.then(JSON.stringify, (error: unknown) => error instanceof WebhookVerificationError ? "refused" : String(error));
  found.push(await caught(unwrap(body + " ")), await caught(unwrap(body, { key: "whsec_AAAA" })));
  found.push(await caught(new Acme({ baseURL }).webhooks.unwrap(body, { headers, tolerance, key })));
  found.push(await caught(new Acme({ baseURL }).webhooks.unwrap(body, { headers, tolerance })));
  env["ACME_WEBHOOK_KEY"] = key;
  found.push(await caught(new Acme({ baseURL }).webhooks.unwrap(body, { headers, tolerance })));
  delete env["ACME_WEBHOOK_KEY"];
  found.push(client.events.inbox.parse(body).test);
  return found;
};
`;

describe("webhooks", () => {
  it("verify and parse by methods of the client, in resources of the API and in others", async () => {
    const { errors, result } = await ran(described(), program, {
      webhooks: { verify: "webhooks.unwrap", parse: "events.inbox.parse" },
    });
    expect(errors).toEqual([]);
    expect(result).toEqual([
      ...[2432232314, "refused", "refused", '{"test":2432232314}'],
      expect.stringContaining("Pass webhookKey to the client, or key."),
      ...['{"test":2432232314}', 2432232314],
    ]);
  });

  it("take the secret from the option and the variable of the config", async () => {
    const options = {
      webhooks: {
        verify: "unwrap",
        secret: { option: "signingSecret", env: "THE_SECRET" },
      },
    };
    const file = (path: string) => emitted(described(), path, options);
    const text = await file("src/acme.ts");
    expect(text).toContain(
      'signingSecret: given.signingSecret ?? env("THE_SECRET")',
    );
    expect(text).toContain(
      'return unwrapWebhook(this, "signingSecret", body, options);',
    );
    expect(await file("api.md")).toContain(
      "`client.unwrap(body, { headers }) -> WebhookPayloads[…]`",
    );
    expect(await file("README.md")).toContain(
      "`await client.unwrap(body, { headers })` does the same, with the secret that the client has: `signingSecret`, or `THE_SECRET` of the environment.",
    );
  });

  it("are not verified where the document has another signature", async () => {
    const other = described("security: [{ signed: [] }]");
    expect(
      await codesOf(other, { webhooks: { verify: "webhooks.unwrap" } }),
    ).toContain("webhook-method-unverifiable");
    const file = (path: string) =>
      emitted(other, path, { webhooks: { parse: "hooks.read" } });
    expect(await file("src/index.ts")).not.toContain("verifyWebhook");
    expect(await file("README.md")).toContain(
      "`client.hooks.read(body)` gives the payload of a message without verifying it",
    );
  });

  it("say so where the method cannot be had", async () => {
    expect(
      await codesOf(described(), { webhooks: { parse: "webhooks.list" } }),
    ).toContain("webhook-method-taken");
    expect(
      await codesOf(described(), { webhooks: { parse: "webhooks.list.one" } }),
    ).toContain("webhook-method-taken");
    expect(
      await codesOf(described().replace(/^webhooks:[^]*(?=^components)/m, ""), {
        webhooks: { verify: "webhooks.unwrap" },
      }),
    ).toContain("webhook-method-unused");
  });
});
