/**
 * `src/index.ts`: what the package exports, and `src/errors.ts`: which error belongs to which
 * operation.
 */
import type { Name, Sdk } from "../../sdk/sdk.js";
import { classPath, corePath } from "./client.js";
import { credentialSets } from "./client-options.js";
import { comment } from "./comments.js";
import {
  code,
  ident,
  join,
  lit,
  typeKey,
  type Code,
} from "../encode/encode.js";
import { Module, modelsPath, specifier } from "../module.js";
import { operationsOf, resourcePath } from "./resources.js";
import { runtime } from "./symbols.js";
import { isVerifiable, webhooksPath } from "./webhooks.js";

const indexPath = "src/index.ts";
const errorsPath = "src/errors.ts";

export function errorsModule(sdk: Sdk): Module {
  const module = new Module(errorsPath);
  const members: Code[] = [];
  for (const resource of sdk.resources)
    for (const { operation } of operationsOf([resource])) {
      const name = module.import(
        ident(operation.errors.name),
        resourcePath(resource),
        true,
      );
      members.push(code`${typeKey(operation.id)}: ${name};\n`);
    }
  const apiError = module.use(runtime.APIError);
  module.add(
    code`${comment([
      { text: "What each operation throws, by its `operationId`." },
    ])}export interface OperationErrors {\n${join(members, "")}}\n`,
    code`${comment([
      {
        text: "Narrows a caught error to the ones that an operation declares: `status` then tells which `body` it has.",
      },
    ])}export function isErrorOf<K extends keyof OperationErrors>(
  operation: K,
  error: unknown,
): error is Extract<OperationErrors[K], ${apiError}<number, unknown>> {
  return error instanceof ${apiError} && error.operation === operation;
}\n`,
  );
  return module;
}

/** Names of the runtime that users of the package import; types and values apart. */
const publicRuntime: readonly (readonly [
  file: string,
  values: readonly string[],
  types: readonly string[],
])[] = [
  [
    "errors",
    [
      "AbortError",
      "APIError",
      "AuthenticationError",
      "BadRequestError",
      "ConfigError",
      "ConflictError",
      "ConnectionError",
      "DecodeError",
      "InternalServerError",
      "NotFoundError",
      "PermissionDeniedError",
      "RateLimitError",
      "TimeoutError",
      "UnprocessableEntityError",
    ],
    ["ErrorStatus", "TransportError", "UnexpectedAPIError"],
  ],
  ["call", ["APIPromise"], ["Result", "WithResponse"]],
  ["pages", ["PagePromise"], ["Page"]],
  ["auth", [], ["BasicCredential", "Credential"]],
  ["oauth", ["clientCredentials"], ["ClientCredentialsOptions", "TokenSource"]],
  ["logging", [], ["Logger"]],
  ["middleware", ["pipeline"], []],
  ["stream", [], ["Stream"]],
  ["events", [], ["ServerSentEvent"]],
  ["webhooks", ["WebhookVerificationError"], ["WebhookOptions"]],
  ["upload", ["part", "toFile"], ["PartOptions", "Uploadable"]],
  [
    "options",
    [],
    [
      "CallContext",
      "ClientOptions",
      "IdempotentRequestOptions",
      "Middleware",
      "RequestOptions",
      "Transport",
    ],
  ],
];

/** @param runtimeFiles the files of `src/core/` that this package has */
export function indexModule(
  sdk: Sdk,
  runtimeFiles: ReadonlySet<string>,
): Module {
  const { client } = sdk;
  const module = new Module(indexPath);
  const className = ident(client.className);
  const coreName = ident(client.coreName);
  const credentials = credentialSets(sdk, new Module(corePath))
    ? code`, type ${ident(client.credentialsName)}`
    : code``;
  const from = (path: string): Code => lit(specifier(indexPath, path));
  module.add(
    code`export { ${className}, ${className} as default, type ${className}Options } from ${from(classPath(sdk))};`,
    code`export { ${coreName}, createClient, type ${coreName}Options${credentials} } from ${from(corePath)};`,
    ...sdk.resources.map(
      (resource) => code`export * from ${from(resourcePath(resource))};`,
    ),
    sdk.models.some(
      ({ declaration }) =>
        declaration.kind === "alias" && declaration.members !== undefined,
    )
      ? code`export * from ${from(modelsPath)};`
      : code`export type * from ${from(modelsPath)};`,
    ...(sdk.webhooks.length > 0
      ? [
          isVerifiable(sdk)
            ? code`export { verifyWebhook, type WebhookPayloads } from ${from(webhooksPath)};`
            : code`export type { WebhookPayloads } from ${from(webhooksPath)};`,
        ]
      : []),
    code`export { isErrorOf, type OperationErrors } from ${from(errorsPath)};`,
    code`export { SDKError as ${ident(client.errorName)} } from ${from("src/core/errors.ts")};`,
  );
  for (const [file, values, types] of publicRuntime)
    if (runtimeFiles.has(file)) {
      const names = [
        ...values.map((name) => ident(name as Name)),
        ...types.map((name) => code`type ${ident(name as Name)}`),
      ];
      module.add(
        code`export { ${join(names, ", ")} } from ${from(`src/core/${file}.ts`)};`,
      );
    }
  return module;
}
