/** Secrets of webhooks, in the forms in which senders show them. */
import { createHmac } from "node:crypto";
import { expect, it, vi } from "vitest";
import {
  verifySignature,
  WebhookVerificationError,
} from "../../templates/runtime/webhooks.js";
import { failureOf } from "./support/server.js";

const body = '{"a":1}';
const key = Buffer.from("0123456789abcdef01234567");
const base64 = key.toString("base64");

const verified = (signedWith: string | Buffer, secret: string | string[]) => {
  const time = String(Math.floor(Date.now() / 1000));
  const hmac = createHmac("sha256", signedWith).update(`m.${time}.${body}`);
  const headers = {
    "webhook-id": "m",
    "webhook-timestamp": time,
    "webhook-signature": `v1,${hmac.digest("base64")}`,
  };
  return verifySignature({ headers, body }, { secret });
};

it.each<[string, string | Buffer, string | string[]]>([
  ["base64 with the prefix", key, `whsec_${base64}`],
  ["base64 without the prefix", key, base64],
  ["base64 without padding", key, base64.replace(/=+$/, "")],
  ["text", "s€cret: of mine", "s€cret: of mine"],
  ["text that happens to be base64", base64, base64],
  ["one of several", key, ["other", base64]],
])("a secret can be %s", async (_, signedWith, secret) => {
  expect(await verified(signedWith, secret)).toEqual({ a: 1 });
});

it.each<[string, string | Buffer, string | string[]]>([
  ["text with the prefix", `whsec_${base64}`, `whsec_${base64}`],
  ["the text behind the prefix", base64, `whsec_${base64}`],
  ["an empty text", "", ""],
  ["no text behind the prefix", "", "whsec_"],
  ["nothing but white space", "", " \n"],
  ["none at all", "", []],
])("a secret cannot be %s", async (_, signedWith, secret) => {
  expect(await failureOf(verified(signedWith, secret))).toBeInstanceOf(
    WebhookVerificationError,
  );
});

it("an empty key is not used even where the platform takes one", async () => {
  const subtle = { importKey: () => ({}), verify: () => true };
  vi.stubGlobal("crypto", { subtle });
  try {
    expect(await verified("", "text")).toEqual({ a: 1 });
    for (const secret of ["", "whsec_", "whsec_ "])
      expect(await failureOf(verified("", secret))).toBeInstanceOf(
        WebhookVerificationError,
      );
  } finally {
    vi.unstubAllGlobals();
  }
});
