/**
 * What the owner wants of webhooks besides the function that verifies them.
 */

/** Methods of the client that give the payload of a webhook, by path: `"webhooks.unwrap"`. */
export interface WebhooksConfig {
  /** Verifies the signature first: `await client.webhooks.unwrap(body, { headers })`. */
  readonly verify?: string;
  /** Verifies nothing: for messages that something else has verified. */
  readonly parse?: string;
  /**
   * The client's option with the secret of signatures, and its environment variable: what `verify` takes
   * where the call has no `key`. Default: `webhookKey`.
   */
  readonly secret?: { readonly option?: string; readonly env?: string };
}
