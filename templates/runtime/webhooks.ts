/**
 * Verifies the signatures of webhooks as Standard Webhooks
 * (standardwebhooks.com) specifies them: HMAC-SHA256 over the id, the timestamp
 * and the raw body. A message cannot choose another algorithm.
 */
import { SDKError } from "./errors.js";
import { withoutPrototype } from "./without-prototype.js";

/** The message has no valid signature, or its timestamp is too far from now. */
export class WebhookVerificationError extends SDKError {
  declare readonly name: "WebhookVerificationError";
  declare readonly status?: undefined;
  static override is(error: SDKError): boolean {
    return super.is(error) && error.name === "WebhookVerificationError";
  }
}

/** Options of `verifyWebhook`. */
export interface WebhookOptions {
  /**
   * The signing secret, or several while one is being replaced by another. With
   * the prefix `whsec_` it is base64, as the standard has it. Without the prefix
   * a signature may be made with the text itself or, where the text is base64,
   * with the bytes that it stands for.
   */
  secret: string | readonly string[];
  /**
   * Seconds that the timestamp may differ from now.
   * @default 300
   */
  tolerance?: number | undefined;
}

/** A webhook message with its raw body. */
export interface SignedMessage {
  readonly headers:
    Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body exactly as it arrived, not parsed. */
  readonly body: string | Uint8Array;
}

/**
 * Verifies the signature of a message and resolves to its payload.
 *
 * @throws WebhookVerificationError if the message is not to be trusted
 */
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
  // A body that a framework has parsed is not what was signed.
  if (!(body instanceof Uint8Array))
    throw verificationError("the body must be the raw body");
  const [id, timestamp, signatures] = ["id", "timestamp", "signature"].map(
    (name) =>
      headers.get(`webhook-${name}`) ?? headers.get(`svix-${name}`) ?? "",
  );
  if (!id || !timestamp || !signatures)
    throw verificationError("a webhook header is missing");
  if (!(Math.abs(Number(timestamp) - Date.now() / 1000) <= tolerance))
    throw verificationError("the timestamp is too old or in the future");

  const prefix = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(prefix.length + body.length);
  signed.set(prefix);
  signed.set(body, prefix.length);
  const keys = [secret].flat().flatMap(keysOf);
  for (const signature of signatures.split(" "))
    for (const key of keys)
      if (await isValidSignature(key, signature, signed))
        try {
          return JSON.parse(new TextDecoder().decode(body)) as Payload;
        } catch {
          throw verificationError("the body is not JSON");
        }
  throw verificationError("no signature matches");
}

/** The keys that a secret may stand for. */
function keysOf(secret: string): Uint8Array[] {
  const isMarked = secret.startsWith("whsec_");
  const keys: Uint8Array[] = isMarked ? [] : [new TextEncoder().encode(secret)];
  try {
    keys.push(fromBase64(isMarked ? secret.slice(6) : secret));
  } catch {
    // Not base64: a text, or a secret that matches nothing.
  }
  // Anyone can sign with an empty key.
  return keys.filter((key) => key.length > 0);
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
async function isValidSignature(
  bytes: Uint8Array,
  signature: string,
  signed: Uint8Array,
): Promise<boolean> {
  const [version, text = ""] = signature.split(",");
  if (version !== "v1") return false;
  const hmac = { name: "HMAC", hash: "SHA-256" };
  try {
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
    // The signature is not base64.
    return false;
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function verificationError(message: string): SDKError {
  return new SDKError("WebhookVerificationError", message);
}
