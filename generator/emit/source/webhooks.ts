/**
 * `src/webhooks.ts`: the types of what the API sends to its users, and what tells whether it did.
 */
import type { Sdk } from "../../sdk/sdk.js";
import { comment, remarksOf } from "./comments.js";
import { code, join, lit, typeKey, type Code } from "../encode/encode.js";
import { codeBlock, type Markdown } from "../encode/markdown.js";
import { Module } from "../module.js";
import { runtime } from "./symbols.js";
import { typeCode } from "./types.js";

export const webhooksPath = "src/webhooks.ts";

/** One file, or none where the API has no webhooks. */
export function webhookModules(sdk: Sdk): Module[] {
  const { webhooks } = sdk;
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
  if (isVerifiable(sdk)) module.add(verifyCode(module));
  return [module];
}

/**
 * Does nothing speak against signatures as Standard Webhooks describes them? Most documents say
 * nothing; some name a header of a scheme of their own.
 */
export const isVerifiable = ({ webhooks }: Sdk): boolean =>
  webhooks.length > 0 &&
  webhooks.every(({ signature = "webhook-signature" }) =>
    /^(webhook|svix)-signature$/i.test(signature),
  );

const verifyCode = (module: Module): Code => {
  const message = module.use(runtime.SignedMessage);
  const options = module.use(runtime.WebhookOptions);
  return code`${comment([
    {
      text: "The payload of a message, if its signature is right: as Standard Webhooks (standardwebhooks.com) describes it, and Svix. Pass the body as it arrived, not parsed.",
    },
  ])}export function verifyWebhook<K extends keyof WebhookPayloads = keyof WebhookPayloads>(message: Request | ${message}, options: ${options}): Promise<WebhookPayloads[K]> {\nreturn ${module.use(runtime.verifySignature)}(message, options);\n}\n`;
};

/** What the README says about them. */
export function webhooksSection(sdk: Sdk): Markdown {
  if (!isVerifiable(sdk)) return "" as Markdown;
  const sample = code`import { verifyWebhook } from ${lit(sdk.package.name)};

const payload = await verifyWebhook(request, {
  secret: process.env["WEBHOOK_SECRET"] ?? "",
});`;
  return `## Webhooks

\`verifyWebhook\` gives the payload of a message to your server, if it is signed as [Standard Webhooks](https://www.standardwebhooks.com) describes it, and not older than five minutes. \`request\` is a \`Request\`, or \`{ headers, body }\` with the body as it arrived, not parsed:

${codeBlock("ts", sample)}

\`WebhookPayloads\` has the type of each payload, by the name of the webhook.
` as Markdown;
}
