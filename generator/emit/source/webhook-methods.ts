/**
 * The methods of the client that give the payload of a webhook: `client.webhooks.unwrap`.
 */
import type { Sdk, WebhookMethod } from "../../sdk/sdk.js";
import {
  code,
  docs,
  ident,
  join,
  lit,
  type Code,
  type Remark,
} from "../encode/encode.js";
import type { Module } from "../module.js";
import { modulePaths } from "../module-paths.js";
import type { MethodStructure } from "../structures.js";
import { runtimeSymbols } from "./symbols.js";

/** Where the method stands. */
interface Context {
  readonly sdk: Sdk;
  readonly module: Module;
  /** The client in the method. */
  readonly client: Code;
}

/** As a member of a class. */
export const webhookMethod = (
  method: WebhookMethod,
  context: Context,
): MethodStructure => {
  const { parameters, returnType, result } = partsOf(method, context);
  return {
    docs: docs(webhookRemarks(method)),
    name: nameOf(method),
    parameters,
    returnType,
    statements: code`return ${result};`,
  };
};

/** As a member of an object. */
export const webhookFunction = (
  method: WebhookMethod,
  context: Context,
): { readonly type: Code; readonly value: Code } => {
  const { parameters, returnType, result } = partsOf(method, context);
  const declared = parameters.map(({ name, type }) => code`${name}: ${type}`);
  const list = code`(${join(declared, ", ")})`;
  return {
    type: code`${list} => ${returnType}`,
    value: code`${list} => ${result}`,
  };
};

export const webhookRemarks = ({
  isVerifying,
}: WebhookMethod): readonly Remark[] => [
  {
    text: isVerifying
      ? "The payload of a webhook, if its signature is right. Pass the body as it arrived, not parsed, with the headers of the request."
      : "The payload of a webhook, which nothing verifies: anyone can send one. Verify its signature first.",
  },
];

const nameOf = ({ name }: WebhookMethod): Code => {
  const method = name.at(-1);
  return method === undefined ? code`` : ident(method);
};

const partsOf = (
  { isVerifying }: WebhookMethod,
  { sdk, module, client }: Context,
): {
  readonly parameters: readonly { readonly name: Code; readonly type: Code }[];
  readonly returnType: Code;
  readonly result: Code;
} => {
  const payloads = module.import("WebhookPayloads", modulePaths.webhooks, true);
  const payload = code`${payloads}[keyof ${payloads}]`;
  if (!isVerifying)
    return {
      parameters: [{ name: code`body`, type: code`string` }],
      returnType: payload,
      result: code`JSON.parse(body) as ${payload}`,
    };
  const option = lit(sdk.client.webhookSecret?.option ?? "");
  return {
    parameters: [
      { name: code`body`, type: code`string | Uint8Array` },
      { name: code`options`, type: module.use(runtimeSymbols.UnwrapOptions) },
    ],
    returnType: code`Promise<${payload}>`,
    result: code`${module.use(runtimeSymbols.unwrapWebhook)}(${client}, ${option}, body, options)`,
  };
};
