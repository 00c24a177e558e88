/** Webhooks as a method of the client verifies them. */
import type { Core } from "./client.js";
import { configError } from "./errors.js";
import {
  verifySignature,
  type SignedMessage,
  type WebhookOptions,
} from "./webhooks.js";
import { withoutPrototype } from "./without-prototype.js";

/** What a client's method that verifies a webhook takes beside the body. */
export interface UnwrapOptions extends Pick<WebhookOptions, "tolerance"> {
  headers: SignedMessage["headers"];
  /**
   * The signing secret, or several while one is being replaced by another.
   * Default: that of the client.
   */
  key?: WebhookOptions["secret"] | null | undefined;
}

/**
 * Verifies the signature of a message and resolves to its payload.
 *
 * @param option the client's option with the secret
 * @throws WebhookVerificationError if the message is not to be trusted
 */
export async function unwrapWebhook<Payload>(
  client: Core,
  option: string,
  body: SignedMessage["body"],
  options: UnwrapOptions,
): Promise<Payload> {
  const { headers, key, tolerance } = withoutPrototype(options);
  const own = { ...client["~settings"]() } as Readonly<Record<string, unknown>>;
  const secret = key ?? (own[option] as WebhookOptions["secret"] | undefined);
  if (!secret) throw configError(`Pass ${option} to the client, or key.`);
  return verifySignature({ headers, body }, { secret, tolerance });
}
