/**
 * `src/webhooks.ts`: the types of what the API sends to its users, and what tells whether it did.
 */
import type { Sdk, Text, Webhook, WebhookMethod } from "../../sdk/sdk.js";
import { isVerifiable } from "../../sdk/webhooks.js";
import {
  type Code,
  code,
  description,
  docs,
  lit,
  typeKey,
} from "../encode/encode.js";
import {
  codeBlock,
  codeSpan,
  joinMarkdown,
  mdText,
  type Markdown,
} from "../encode/markdown.js";
import { Module } from "../module.js";
import { modulePaths } from "../module-paths.js";
import {
  exportFunction,
  exportInterface,
  type FunctionStructure,
} from "../structures.js";
import { remarksOf } from "./comments.js";
import { isVariableRead } from "./environment.js";
import { runtimeSymbols } from "./symbols.js";
import { typeCode } from "./types.js";

/** One file, or none where the API has neither webhooks nor callbacks. */
export function webhookModules(sdk: Sdk): Module[] {
  const interfaces = payloadsOf(sdk);
  if (interfaces.length === 0) return [];
  const module = new Module(modulePaths.webhooks);
  for (const { name, about, sent } of interfaces) {
    const described = new Map<string, Described>();
    module.add(
      exportInterface({
        docs: description(about),
        name,
        properties: sent.map(({ name: key, payload, doc }) => ({
          docs: docs(
            remarksOf(doc).map((remark) =>
              remark.tag === undefined
                ? { text: withoutRepeated(remark.text, key, described) }
                : remark,
            ),
          ),
          name: typeKey(key),
          type: typeCode(payload, module),
        })),
      }),
    );
  }
  if (isVerifiable(sdk)) module.add(verifyFunction(module));
  return [module];
}

/** A shorter start may be that of messages that have nothing else in common. */
const longStart = 60;

/** The first message whose description starts so. */
interface Described {
  readonly key: Text;
  readonly paragraphs: readonly string[];
}

/**
 * What is said of a message, without the paragraphs of one before it that starts in the same way: the
 * actions of an event share the description of the event.
 *
 * @param described the messages by their first paragraph: what is new is added
 */
function withoutRepeated(
  text: string,
  key: Text,
  described: Map<string, Described>,
): string {
  // An empty line within a block of code ends no paragraph.
  if (/^\s*(?:```|~~~)/m.test(text)) return text;
  const paragraphs = text.split(/\n(?:[ \t]*\n)+/);
  const [start = ""] = paragraphs;
  const before = described.get(start);
  if (!before) {
    if (start.length > longStart) described.set(start, { key, paragraphs });
    return text;
  }
  return [
    `About the event see \`${before.key}\`.`,
    ...paragraphs.filter((one) => !before.paragraphs.includes(one)),
  ].join("\n\n");
}

interface Payloads {
  readonly name: Code;
  readonly about: string;
  readonly sent: readonly Webhook[];
}

/** The interfaces of what the API sends, each where there is something in it. */
export const payloadsOf = ({ webhooks, callbacks }: Sdk): readonly Payloads[] =>
  [
    {
      name: code`WebhookPayloads`,
      about: "What the API sends to your server, by the name of the webhook.",
      sent: webhooks,
    },
    {
      name: code`CallbackPayloads`,
      about:
        "What the API sends to the URLs that requests give it, by the name of the callback.",
      sent: callbacks,
    },
  ].filter(({ sent }) => sent.length > 0);

function verifyFunction(module: Module): FunctionStructure {
  const message = module.use(runtimeSymbols.SignedMessage);
  const options = module.use(runtimeSymbols.WebhookOptions);
  const keys = code`keyof WebhookPayloads`;
  return exportFunction({
    docs: description(
      "The payload of a message, if its signature is right: as Standard Webhooks (standardwebhooks.com) describes it, and Svix. Pass the body as it arrived, not parsed.",
    ),
    name: code`verifyWebhook`,
    typeParameters: [{ name: code`K`, constraint: keys, default: keys }],
    parameters: [
      { name: code`message`, type: code`Request | ${message}` },
      { name: code`options`, type: options },
    ],
    returnType: code`Promise<WebhookPayloads[K]>`,
    statements: code`return ${module.use(runtimeSymbols.verifySignature)}(message, options);`,
  });
}

/** What the README says about them. */
export function webhooksSection(sdk: Sdk): Markdown {
  const methods = joinMarkdown(
    sdk.webhookMethods.map((method) => methodLine(method, sdk)),
    "\n\n",
  );
  if (!isVerifiable(sdk))
    return methods === "" ? methods : mdText`## Webhooks\n\n${methods}\n`;
  const sample = code`import { verifyWebhook } from ${lit(sdk.package.name)};

const payload = await verifyWebhook(request, {
  secret: process.env["WEBHOOK_SECRET"] ?? "",
});`;
  return `## Webhooks

\`verifyWebhook\` gives the payload of a message to your server, if it is signed as [Standard Webhooks](https://www.standardwebhooks.com) describes it, and not older than five minutes. \`request\` is a \`Request\`, or \`{ headers, body }\` with the body as it arrived, not parsed:

${codeBlock("ts", sample)}

The secret is taken as the sender shows it: \`whsec_\` and base64, or base64 or any other text without the prefix. \`WebhookPayloads\` has the type of each payload, by the name of the webhook.
${methods === "" ? "" : `\n${methods}\n`}` as Markdown;
}

/** What a method of the client does with a message. */
const methodLine = (
  { name, isVerifying }: WebhookMethod,
  { client }: Sdk,
): Markdown => {
  const { option = "", environment = "" } = client.webhookSecret ?? {};
  const variable = isVariableRead(client, environment)
    ? mdText`, or ${codeSpan(environment, "text")} of the environment`
    : mdText``;
  const call = `client.${name.join(".")}`;
  return isVerifying
    ? mdText`${codeSpan(`await ${call}(body, { headers })`, "text")} does the same, with the secret that the client has: ${codeSpan(option, "text")}${variable}.`
    : mdText`${codeSpan(`${call}(body)`, "text")} gives the payload of a message without verifying it: anyone can send one, so verify its signature first.`;
};
