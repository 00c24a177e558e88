/**
 * The client: its names, its servers, and the options that carry credentials and parameters.
 */
import type { SdkConfig } from "../config/config.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Document } from "../openapi/document.js";
import type { ReservedNames } from "../sdk/reserved-names.js";
import type { Client, ClientParameter, Text } from "../sdk/sdk.js";
import { describedBy } from "./descriptions.js";
import { argumentName } from "./names/argument-names.js";
import type { ClientNames } from "./names/client-names.js";
import { camelCase, pascalCase } from "./names/casing.js";
import { EnvironmentVariables } from "./names/environment-variables.js";
import { reservedBindings, Scope, type NameLedger } from "./names/names.js";
import { clientParametersOf, placeOf } from "./operations/client-parameters.js";
import { planAuth, type PlannedAuth } from "./operations/auth.js";
import { declaredServers } from "./operations/declared-servers.js";
import type { PlannedDefaults } from "./operations/defaults.js";
import { usualNesting } from "./operations/query-nesting.js";
import { planServers, type PlannedServers } from "./operations/servers.js";
import { variableOf } from "./package.js";
import type { OperationEntry } from "./resources/entries.js";

export interface ClientContext {
  readonly document: Document;
  readonly config: Partial<SdkConfig>;
  readonly names: ClientNames;
  readonly ledger: NameLedger;
  readonly reserved: ReservedNames;
  readonly defaults: PlannedDefaults;
  readonly diagnostics: Diagnostics;
}

interface OptionNaming {
  readonly scope: Scope;
  readonly variables: EnvironmentVariables;
}

export interface PlannedClient {
  readonly client: Client;
  readonly auth: PlannedAuth;
  readonly servers: PlannedServers;
}

export function planClient(
  entries: readonly OperationEntry[],
  context: ClientContext,
): PlannedClient {
  const { document, config, ledger, reserved } = context;
  const declared = declaredServers(context);
  const { className, coreName, errorName, credentialsName } = context.names;
  const { wanted, slug, prefix } = context.names;
  const scope = new Scope(
    [
      ...reserved.clientOptions,
      ...(config.compatibility ? reserved.compatible.clientOptions : []),
      ...reservedBindings,
    ],
    ledger,
  );
  const variables = new EnvironmentVariables(prefix);
  const auth = planAuth(document, entries, {
    scope,
    variables,
    credentials: config.credentials ?? {},
    diagnostics: context.diagnostics,
    isForAll: config.security === "all",
  });
  const parameters = clientParameters(entries, {
    ...context,
    scope,
    variables,
  });
  const webhookSecret = webhookSecretOf(context, { scope, variables });
  const servers = planServers(
    declared,
    entries.flatMap(({ server }) => server ?? []),
  );
  return {
    auth,
    servers,
    client: {
      className,
      coreName,
      errorName,
      credentialsName,
      variable: argumentName(
        variableOf(wanted, slug),
        reserved.functionScope,
        new Map(),
      ),
      fileName: slug || "sdk",
      environmentPrefix: prefix,
      ...servers,
      schemes: auth.schemes,
      security: auth.security,
      parameters,
      ...(webhookSecret && { webhookSecret }),
      ...(variables.unread.length > 0 && { unreadVariables: variables.unread }),
      ...(config.compatibility !== undefined && {
        compatibility: config.compatibility,
        ...(config.query && { queryNesting: usualNesting(config.query) }),
      }),
      ...(context.defaults.client && { defaults: context.defaults.client }),
    },
  };
}

/** What a method that verifies webhooks takes where the call has no secret. */
function webhookSecretOf(
  { config: { webhooks = {} }, document }: ClientContext,
  { scope, variables }: OptionNaming,
): Client["webhookSecret"] {
  const isThere = Object.keys(document.root.webhooks ?? {}).length > 0;
  if (webhooks.verify === undefined || !isThere) return undefined;
  const { option: chosen, env } = webhooks.secret ?? {};
  const option = scope.claim({
    id: "webhook secret",
    wanted: chosen ?? "webhookKey",
    spelling: "webhookKey",
    isChosen: chosen !== undefined,
  });
  return { option, environment: variables.of(option, env) };
}

/** The parameters that the config makes options of the client. */
function clientParameters(
  entries: readonly OperationEntry[],
  {
    config: { clientParameters: wanted },
    scope,
    variables,
    diagnostics,
  }: ClientContext & OptionNaming,
): ClientParameter[] {
  return clientParametersOf(wanted).flatMap((one): ClientParameter[] => {
    const { name, in: location, option: chosen, env } = one;
    const parameter = entries
      .flatMap((entry) => entry.parameters)
      .find(
        ({ node }) =>
          node.in === location &&
          placeOf({ ...one, name: node.name }) === placeOf(one),
      );
    if (!parameter && location === "path") {
      diagnostics.report("client-parameter-unknown", { name });
      return [];
    }
    const option = scope.claim({
      id: `client parameter ${location === "path" ? name : placeOf(one)}`,
      wanted: chosen ?? (camelCase(name) || pascalCase(name)),
      spelling: name,
      isChosen: chosen !== undefined,
    });
    return [
      {
        name: name as Text,
        in: location,
        option,
        type: one.type ?? "string",
        environment: variables.of(option, env),
        ...(one.default !== undefined && {
          defaultValue: one.default as Text | number | boolean,
        }),
        ...(one.required === true && { isRequired: true as const }),
        doc: describedBy(one.description ?? parameter?.node.description),
      },
    ];
  });
}
