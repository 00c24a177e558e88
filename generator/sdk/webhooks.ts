/**
 * What the API sends to its users, and whether the package can tell that it is genuine.
 */
import type { Doc, Name, Text, Type } from "./types.js";

/** A request that the API sends to its users. */
export interface Webhook {
  readonly name: Text;
  /** As it is sent: `POST`. */
  readonly method: string;
  readonly payload: Type;
  /** The header that carries the signature, where the document has one. */
  readonly signature?: Text;
  readonly doc: Doc;
}

/** A method that gives the payload of a webhook: `client.webhooks.unwrap`. */
export interface WebhookMethod {
  readonly kind: "webhook";
  readonly name: readonly Name[];
  /** False where it takes every message for genuine. */
  readonly isVerifying: boolean;
}

/**
 * True unless the document names another scheme than that of Standard Webhooks. Most documents say
 * nothing about signatures.
 */
export const isVerifiable = ({
  webhooks,
}: {
  readonly webhooks: readonly Webhook[];
}): boolean =>
  webhooks.length > 0 &&
  webhooks.every(({ signature = "webhook-signature" }) =>
    /^(webhook|svix)-signature$/i.test(signature),
  );
