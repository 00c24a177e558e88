/**
 * `src/webhooks.ts`: the types of what the API sends to its users.
 */
import type { Sdk } from "../sdk.js";
import { comment, remarksOf } from "./comments.js";
import { code, join, typeKey } from "./encode.js";
import { Module } from "./module.js";
import { typeCode } from "./types.js";

export const webhooksPath = "src/webhooks.ts";

/** One file, or none where the API has no webhooks. */
export function webhookModules({ webhooks }: Sdk): Module[] {
  if (webhooks.length === 0) return [];
  const module = new Module(webhooksPath);
  const members = webhooks.map(
    ({ name, payload, doc }) =>
      code`${comment(remarksOf(doc))}${typeKey(name)}: ${typeCode(payload, module)};\n`,
  );
  module.add(
    code`${comment([
      {
        text: "What the API sends to your server, by the name of the webhook.",
      },
    ])}export interface WebhookPayloads {\n${join(members, "")}}\n`,
  );
  return [module];
}
