/**
 * Document -> Sdk: names are settled, then types, then operations, then the tree of resources.
 */
import type { SdkConfig } from "../config/config.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Document } from "../openapi/document.js";
import type { Client, ClientParameter, Name, Sdk, Text } from "../sdk/sdk.js";
import { describedBy } from "./descriptions.js";
import { planAuth, type Security } from "./operations/auth.js";
import {
  camelCase,
  constantCase,
  environmentName,
  pascalCase,
} from "./names/casing.js";
import {
  clientNames,
  expectedIds,
  settleOperationNames,
} from "./names/build-names.js";
import {
  listOperations,
  listWebhooks,
  type OperationEntry,
} from "./resources/entries.js";
import { Models } from "./schemas/models.js";
import { keepPlaces } from "./names/locked-places.js";
import { reportNames } from "./names/name-report.js";
import {
  asName,
  reservedExports,
  reservedBindings,
  Scope,
} from "./names/names.js";
import { schemasOf } from "./operations/operation-schemas.js";
import {
  completeOperation,
  planOperation,
  rootsOf,
} from "./operations/operations.js";
import { clientNameOf, packageInfo, slugOf, variableOf } from "./package.js";
import { placeOperations } from "./resources/placement.js";
import { buildResources } from "./resources/resources.js";
import { sampler } from "./samples/samples.js";
import { textFormatsOf } from "./schemas/text-formats.js";
import { operationServer, planServers } from "./operations/servers.js";
import { reportUntyped } from "./schemas/untyped.js";
import { planWebhooks } from "./operations/webhooks.js";

/** Members of the client class that a resource must not hide. */
const clientMembers: ReadonlySet<string> = new Set([
  "baseURL",
  "request",
  "with",
  "withOptions",
]);

/** Client options that a credential or a parameter must not hide. */
const clientOptions: ReadonlySet<string> = new Set([
  ...["baseURL", "timeout", "maxRetries", "headers", "query", "fetch"],
  ...["middleware", "logger", "transport", "allowInsecure", "maxResponseBytes"],
  ...["dangerouslyAllowBrowser", "server", "serverVariables", "constructor"],
  // what the constructor of the client calls its own things
  ...["given", "options", "layers", "env", "withoutPrototype", "userPassword"],
  ...["configError", "logging", "pipeline", "console"],
]);
/**
 * @param names names that the lock file has from earlier runs
 * @returns the SDK; problems are in `diagnostics`
 */
export function buildModel(
  document: Document,
  config: SdkConfig,
  names: ReadonlyMap<string, string>,
  diagnostics: Diagnostics,
): Sdk {
  const given = new Map<string, string>();
  const exports = new Scope(reservedExports, names, given);
  const entries = listOperations(document);
  const webhookEntries = listWebhooks(document);
  const clientName =
    config.clientName ?? clientNameOf(document.root.info.title);
  const identifiers = clientNames(exports, clientName);
  const placements = keepPlaces(
    placeOperations(entries, config),
    names,
    given,
    config,
  );
  exports.expect(expectedIds(entries, placements, names));
  const textFormats = textFormatsOf(config);
  const models = new Models({
    document,
    scope: exports,
    openEnums: config.enums === "open",
    textFormats,
    enumConstants: config.enums === "const",
    wanted: config.models ?? {},
    schemas: schemasOf(document, [
      ...entries,
      ...webhookEntries.map(({ operation }) => ({ operation, parameters: [] })),
    ]),
  });
  reportUntyped(document, diagnostics);
  const operationNames = settleOperationNames(entries, placements, exports);
  const planned = entries.map((entry) =>
    planOperation(
      entry,
      required(placements, entry.key),
      required(operationNames, entry.key),
      { document, models, diagnostics },
    ),
  );
  const webhooks = planWebhooks(webhookEntries, document, models);
  const { models: declared, views } = models.finish(rootsOf(planned, webhooks));
  const prefix =
    config.environmentPrefix ?? (constantCase(clientName) || "API");
  const options = new Scope(
    new Set([...clientOptions, ...reservedBindings]),
    names,
    given,
  );
  const auth = planAuth(document, entries, options, prefix);
  const parameters = clientParameters(config, entries, {
    options,
    prefix,
    diagnostics,
  });
  const servers = planServers(
    document.root.servers,
    entries.flatMap((entry) => entry.servers?.[0] ?? []),
  );
  const { baseURL } = servers;
  const sample = sampler(document, textFormats);
  const resources = buildResources(planned, {
    document,
    exports,
    earlier: names,
    given,
    clientMembers,
    complete: (operation, methodName) => {
      const { entry } = operation;
      const security = auth.perOperation.get(entry.key) ?? [];
      const [own] = entry.servers ?? [];
      const server = operationServer(own, servers);
      if (own && server === undefined)
        diagnostics.report("server-relative", { url: own.url }, entry.pointer);
      return completeOperation(operation, {
        document,
        views,
        methodName,
        clientParameters: new Set(parameters.map(({ name }) => name)),
        sampler: sample,
        typeOfModel: (name) => models.typeOfModel(name),
        argumentName,
        ...(!sameSecurity(security, auth.security) && { security }),
        ...(server !== undefined && server !== baseURL && { server }),
      });
    },
  });
  const client: Client = {
    ...identifiers,
    variable: asName(
      argumentName(variableOf(clientName, document.root.info.title)),
    ),
    fileName: slugOf(clientName, document.root.info.title) || "sdk",
    environmentPrefix: prefix,
    ...servers,
    schemes: auth.schemes,
    security: auth.security,
    parameters,
  };
  reportNames({
    document,
    config,
    entries,
    earlier: names,
    given,
    diagnostics,
  });
  return {
    package: packageInfo(document, config, clientName),
    client,
    models: declared,
    resources,
    webhooks: webhooks.map((webhook) => ({
      ...webhook,
      payload: views.view(webhook.payload, "response"),
    })),
    operationCount: entries.length + webhooks.length,
    names: given,
  };
}

const sameSecurity = (a: Security, b: Security): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

function required<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing planned for ${key}`);
  return value;
}

/** The name of a positional argument; it must not hide what the function and its method call. */
function argumentName(wireName: string, functionName = ""): Name {
  const name = camelCase(wireName) || "id";
  const taken = new Set([
    ...["client", "params", "options", "arguments", "eval"],
    ...["call", "paginate", functionName, `${functionName}Operation`],
  ]);
  return asName(
    reservedBindings.has(name) || taken.has(name) ? `${name}_` : name,
  );
}

function clientParameters(
  { clientParameters: wanted = [] }: SdkConfig,
  entries: readonly OperationEntry[],
  {
    options,
    prefix,
    diagnostics,
  }: { options: Scope; prefix: string; diagnostics: Diagnostics },
): ClientParameter[] {
  return wanted.flatMap((name): ClientParameter[] => {
    const found = entries
      .flatMap((entry) => entry.parameters)
      .find(({ node }) => node.in === "path" && node.name === name);
    if (!found) {
      diagnostics.report("client-parameter-unknown", { name });
      return [];
    }
    const option = options.claim({
      id: `client parameter ${name}`,
      wanted: camelCase(name) || pascalCase(name),
      spelling: name,
    });
    return [
      {
        name: name as Text,
        option,
        environment: `${prefix}_${environmentName(option)}`,
        doc: describedBy(found.node.description),
      },
    ];
  });
}
