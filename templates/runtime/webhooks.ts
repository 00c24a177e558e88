/**
 * Signatures of webhooks, as Standard Webhooks (standardwebhooks.com) describes them: HMAC with
 * SHA-256 over id, time and the raw body. The algorithm is fixed; nothing in a message can
 * choose another.
 */
import { SDKError } from "./errors.js";
import { withoutPrototype } from "./without-prototype.js";

/** The message is not from who it says, or is too old, or has been changed. */
export class WebhookVerificationError extends SDKError {
  declare readonly name: "WebhookVerificationError";
  declare readonly status?: undefined;
  static override is(error: SDKError): boolean {
    return super.is(error) && error.name === "WebhookVerificationError";
  }
}

/** What `verifyWebhook` takes besides the message. */
export interface WebhookOptions {
  /** The secret, or several while one replaces another. */
  secret: string | readonly string[];
  /**
   * Seconds that a message may be away from now.
   * @default 300
   */
  tolerance?: number | undefined;
}

/** A message whose body has not been parsed. */
export interface SignedMessage {
  readonly headers:
    Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Exactly what arrived. */
  readonly body: string | Uint8Array;
}

/** The payload of a message, once its signature has been found to be right. */
export async function verifySignature<Payload = unknown>(
  message: Request | SignedMessage,
  options: WebhookOptions,
): Promise<Payload> {
  const { secret, tolerance = 300 } = withoutPrototype(options);
  const headers = headersOf(message);
  const raw =
    message instanceof Request
      ? new Uint8Array(await message.arrayBuffer())
      : message.body;
  const body = typeof raw === "string" ? new TextEncoder().encode(raw) : raw;
  // What a framework has parsed is not what was signed.
  if (!(body instanceof Uint8Array))
    throw refusal("the body has to be the raw one");
  const [id, time, signatures] = ["id", "timestamp", "signature"].map(
    (name) =>
      headers.get(`webhook-${name}`) ?? headers.get(`svix-${name}`) ?? "",
  );
  if (!id || !time || !signatures) throw refusal("a header is missing");
  if (!(Math.abs(Number(time) - Date.now() / 1000) <= tolerance))
    throw refusal("the message is too old, or from the future");

  const head = new TextEncoder().encode(`${id}.${time}.`);
  const signed = new Uint8Array(head.length + body.length);
  signed.set(head);
  signed.set(body, head.length);
  for (const one of [secret].flat())
    for (const signature of signatures.split(" "))
      if (await isRight(one, signature, signed))
        try {
          return JSON.parse(new TextDecoder().decode(body)) as Payload;
        } catch {
          throw refusal("the body is not JSON");
        }
  throw refusal("no signature is right");
}

function headersOf({ headers }: Request | SignedMessage): Headers {
  return headers instanceof Headers
    ? headers
    : new Headers(
        Object.entries(headers).flatMap(([name, value]) =>
          value === undefined
            ? []
            : [[name, String(value)] as [string, string]],
        ),
      );
}

/** Compares in constant time, which `crypto.subtle.verify` does. */
async function isRight(
  secret: string,
  signature: string,
  signed: Uint8Array,
): Promise<boolean> {
  const [version, text = ""] = signature.split(",");
  if (version !== "v1") return false;
  const hmac = { name: "HMAC", hash: "SHA-256" };
  try {
    const bytes = secret.startsWith("whsec_")
      ? fromBase64(secret.slice(6))
      : new TextEncoder().encode(secret);
    const key = await crypto.subtle.importKey(
      "raw",
      bytes as BufferSource,
      hmac,
      false,
      ["verify"],
    );
    return await crypto.subtle.verify(
      hmac,
      key,
      fromBase64(text) as BufferSource,
      signed as BufferSource,
    );
  } catch {
    // Not base64, or an empty secret.
    return false;
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function refusal(message: string): SDKError {
  return new SDKError("WebhookVerificationError", message);
}
