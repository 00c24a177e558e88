/**
 * The names that generated code and its runtime occupy: an option, a variable or an export that is
 * added to a generated file is added here. `test/emit/reserved-names.test.ts` compares.
 */
import type { ReservedNames } from "../sdk/reserved-names.js";
import {
  compatibleExports,
  runtimeExports,
  runtimeSymbols,
} from "./source/symbols.js";

/** The parameters of an operation's function besides its positional argument. */
const parameters = ["client", "params", "options"];

/** What `src/index.ts` exports besides the runtime and what has a name from the document. */
const exported = [
  "createClient",
  "isErrorOf",
  "OperationErrors",
  "verifyWebhook",
  "WebhookPayloads",
  "CallbackPayloads",
  "WithRequired",
];

/** `ClientOptions` of `templates/runtime/options.ts`. */
const runtimeOptions = [
  "baseURL",
  "timeout",
  "maxRetries",
  "headers",
  "fetch",
  "transport",
  "allowInsecure",
  "maxResponseBytes",
  "retry",
  "fetchOptions",
];

/** `CallOptions` of `templates/runtime/prepare.ts`. */
const callOptions = [
  "headers",
  "timeout",
  "maxRetries",
  "retry",
  "fetchOptions",
  "signal",
  "maxResponseBytes",
  "query",
  "body",
  "idleTimeout",
  "idempotencyKey",
  "accept",
];

/**
 * The options that `source/client-options.ts` and `source/client-class.ts` add, and what the class
 * passes on beside them.
 */
const generatedOptions = [
  "middleware",
  "logger",
  "userAgent",
  "server",
  "serverVariables",
  "dangerouslyAllowBrowser",
  "extras",
];

/** What the constructor in `source/client-class.ts` declares, imports and takes from outside. */
const constructorScope = [
  "given",
  "options",
  "layers",
  "absent",
  "console",
  "constructor",
  ...[
    runtimeSymbols.withoutPrototype,
    runtimeSymbols.env,
    runtimeSymbols.isEnabled,
    runtimeSymbols.numberInEnv,
    runtimeSymbols.booleanInEnv,
    runtimeSymbols.userPassword,
    runtimeSymbols.configError,
    runtimeSymbols.byHand,
    runtimeSymbols.standIn,
  ].map(({ name }) => name),
  ...[
    runtimeSymbols.logging,
    runtimeSymbols.pipeline,
    runtimeSymbols.withUserAgent,
    runtimeSymbols.checkOptions,
    runtimeSymbols.checkParams,
  ].map(({ name }) => name),
];

export const reservedNames: ReservedNames = {
  exports: new Set([
    ...runtimeExports.flatMap(([, values, types]) => [...values, ...types]),
    ...exported,
    ...parameters,
  ]),
  clientMembers: new Set(["baseURL", "request", "with"]),
  clientOptions: new Set([
    ...runtimeOptions,
    ...generatedOptions,
    ...constructorScope,
  ]),
  compatible: {
    exports: new Set(
      compatibleExports.flatMap(([, values, types]) => [...values, ...types]),
    ),
    clientOptions: new Set([
      "defaultHeaders",
      "defaultQuery",
      "logLevel",
      runtimeSymbols.atEnvironment.name,
      runtimeSymbols.compatibleOptions.name,
    ]),
  },
  callOptions: new Set(callOptions),
  functionScope: new Set([
    ...parameters,
    runtimeSymbols.call.name,
    runtimeSymbols.placed.name,
    runtimeSymbols.paginate.name,
  ]),
};
