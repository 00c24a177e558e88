/**
 * Webhooks: the types of what the API sends to its users' servers.
 */
import type { Document, RequestBody } from "../../openapi/document.js";
import type { Text, Webhook } from "../../sdk/sdk.js";
import { operationDoc } from "../descriptions.js";
import { pascalCase } from "../names/casing.js";
import { dereference } from "../references.js";
import type { WebhookEntry } from "../resources/entries.js";
import type { Models } from "../schemas/models.js";
import { keywordType } from "../schemas/simplify.js";
import { schemesOf } from "./auth.js";
import { chooseMedia } from "./media-types.js";

/** Payloads are as the document has them; `Views` gives the form that is received. */
export const planWebhooks = (
  entries: readonly WebhookEntry[],
  document: Document,
  models: Models,
): readonly Webhook[] =>
  entries.map(({ name, method, operation, parameters }): Webhook => {
    const shared = entries.filter((other) => other.name === name).length > 1;
    const { requestBody } = operation;
    const body = requestBody && dereference<RequestBody>(document, requestBody);
    const media = chooseMedia(body?.content, [[/\bjson\b|\*/i, "json"]]);
    const signature =
      parameters.find(
        ({ node }) => node.in === "header" && /signature/i.test(node.name),
      )?.node.name ?? secretHeader(operation, document);
    return {
      ...(signature !== undefined && { signature: signature as Text }),
      name: (shared ? `${method} ${name}` : name) as Text,
      method,
      payload: media
        ? models.named(
            models.typeOf(media.media.schema),
            `${pascalCase(name) || "Webhook"}Payload`,
            {},
          )
        : keywordType("unknown"),
      doc: operationDoc(operation),
    };
  });

/** The header of the security scheme that the webhook has of its own. */
const secretHeader = (
  { security = [] }: WebhookEntry["operation"],
  document: Document,
): string | undefined => {
  const schemes = schemesOf(document);
  for (const name of security.flatMap((set) => Object.keys(set))) {
    const scheme = schemes.get(name);
    if (scheme?.type === "apiKey" && scheme.in === "header") return scheme.name;
  }
  return undefined;
};
