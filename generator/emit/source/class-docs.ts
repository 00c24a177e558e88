/**
 * The comment of the client's class: what it reads from the environment, and a first call.
 */
import { clientOptions, credentialOptions } from "../../sdk/credentials.js";
import type { Sdk } from "../../sdk/sdk.js";
import { code, docs, ident, type DocBody } from "../encode/encode.js";
import { callCode } from "../samples/calls.js";
import { isVariableRead } from "./environment.js";
import { operationsOf } from "./tree.js";

export function classDocs(sdk: Sdk): readonly DocBody[] {
  const { client } = sdk;
  const [first] = operationsOf(sdk);
  const variables = [
    ...client.schemes
      .flatMap((scheme) => [
        ...clientOptions(scheme),
        ...credentialOptions(scheme),
      ])
      .map(({ environment }) => environment),
    ...client.parameters.map(({ environment }) => environment),
    ...(client.webhookSecret ? [client.webhookSecret.environment] : []),
    `${client.environmentPrefix}_BASE_URL`,
  ].filter((variable) => isVariableRead(client, variable));
  const create = code`const ${ident(client.variable)} = new ${ident(client.className)}();`;
  return docs([
    {
      text: `Every operation of ${sdk.package.title}, grouped by resource.`,
    },
    {
      text: `Options that are left out are read from the environment: ${variables.map((name) => `\`${name}\``).join(", ")}.`,
    },
    {
      tag: "example",
      text: first
        ? `${create}\n${callCode(first.operation, first.path, sdk)}`
        : create,
    },
  ]);
}
