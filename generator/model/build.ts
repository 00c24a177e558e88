/**
 * The model stage: a document becomes the SDK that is to be written.
 *
 * Names are given once, and those that users write most come first: the client, the schemas, the
 * operations, and then what is called after them.
 */
import type { SdkConfig } from "../config/config.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Document } from "../openapi/document.js";
import type { ReservedNames } from "../sdk/reserved-names.js";
import type { Name, Sdk, Webhook } from "../sdk/sdk.js";
import { planClient } from "./client.js";
import { docsInfo } from "./docs.js";
import { settleResponseParamsNames } from "./names/response-params-names.js";
import { ledgerOf } from "./names/ledger.js";
import { claimIdsOf, settleOperationNames } from "./names/build-names.js";
import { settleClientNames, settlePackageName } from "./names/client-names.js";
import { configuredNames } from "./names/configured-names.js";
import { deriveNames } from "./names/derived-names.js";
import { applyLockedPlacements } from "./names/locked-placements.js";
import { settleMethods } from "./names/method-clashes.js";
import { schemaSpellings } from "./names/schema-spellings.js";
import { reportNames } from "./names/name-report.js";
import { resultShapeOf } from "./names/result-shapes.js";
import { secondNamesOf } from "./names/second-names.js";
import { webhookMethodsOf } from "./names/webhook-methods.js";
import { spellingsOf } from "./names/spellings.js";
import { reservedExports, Scope } from "./names/names.js";
import {
  pathParametersOf,
  placeOf,
  withoutHiddenOptions,
} from "./operations/client-parameters.js";
import { completeOperation } from "./operations/complete.js";
import { planDefaults } from "./operations/defaults.js";
import { Downloads } from "./operations/downloads.js";
import { planLinks } from "./operations/links.js";
import { PositionalLists } from "./operations/positional.js";
import { schemasOf } from "./operations/operation-schemas.js";
import { planOperation } from "./operations/plan.js";
import { reportUndeclared } from "./operations/undeclared.js";
import { PagingSchemes } from "./operations/paging-schemes.js";
import { exchangedTypesOf } from "./operations/planned.js";
import { planWebhooks } from "./operations/webhooks.js";
import { packageInfo } from "./package.js";
import { listCallbacks } from "./resources/callbacks.js";
import {
  listOperations,
  listWebhooks,
  type OperationEntry,
} from "./resources/entries.js";
import { placeOperations } from "./resources/placement.js";
import { resourceModelsOf } from "./resources/resource-models.js";
import { buildResources } from "./resources/resources.js";
import { sampler } from "./samples/samples.js";
import { makeIsBase } from "./schemas/inheritance.js";
import { Models } from "./schemas/models.js";
import { textFormatsOf } from "./schemas/text-formats.js";
import { reportUntyped } from "./schemas/untyped.js";

export interface BuildOptions {
  readonly config: Partial<SdkConfig>;
  /** Names of the last run by the id of their claim, as the lock file has them. Default: none. */
  readonly names?: ReadonlyMap<string, string>;
  /** Names that generated code uses for itself. */
  readonly reserved: ReservedNames;
}

/** @returns the SDK, complete whatever the document is like; problems are in `diagnostics` */
export function buildModel(
  document: Document,
  { config, names = new Map(), reserved }: BuildOptions,
  diagnostics: Diagnostics,
): Sdk {
  const entries = listOperations(document);
  const webhookEntries = listWebhooks(document);
  const callbackEntries = listCallbacks(document, entries);
  const shapeOf = (entry: OperationEntry) => resultShapeOf(entry, document);
  const { clientMembers } = reserved;
  const asked = configuredNames(config, {
    document,
    entries,
    diagnostics,
    derive: (options) =>
      deriveNames(entries, { options, shapeOf, clientMembers }),
  });
  const clientParameters = pathParametersOf(config.clientParameters);
  const options = { ...asked, clientParameters };
  const spellings = spellingsOf(config.casings);
  const ledger = ledgerOf(entries, names, {
    isKeeping: config.names === "keep",
    spellings,
    derive: (said) => deriveNames(said, { options, shapeOf, clientMembers }),
  });
  const isCompatible = config.compatibility !== undefined;
  const taken = isCompatible ? reserved.compatible.exports : [];
  const exports = new Scope(
    [...reservedExports, ...reserved.exports, ...taken],
    ledger,
  );
  const placements = applyLockedPlacements(
    placeOperations(entries, { options, shapeOf }),
    ledger,
    options,
  );

  const { title } = document.root.info;
  const clientNames = settleClientNames({
    title,
    config,
    ledger,
    scope: exports,
  });
  exports.expect(claimIdsOf(entries, placements, ledger.earlier));
  const textFormats = textFormatsOf(config);
  const models = new Models({
    document,
    scope: exports,
    openEnums: config.enums === "open",
    textFormats,
    enumConstants: config.enums === "const",
    ledger,
    diagnostics,
    wanted: asked.models,
    spellings: schemaSpellings(document.root.components?.schemas, entries),
    schemas: schemasOf(document, [
      ...entries,
      // Parameters of webhooks are not typed.
      ...[...webhookEntries, ...callbackEntries].map(({ operation }) => ({
        operation,
        parameters: [],
      })),
    ]),
  });
  reportUntyped(document, diagnostics);
  const operationNames = settleOperationNames(entries, placements, {
    scope: exports,
    ledger,
    isByResource: config.typeNames === "resource",
    secondNames: asked.secondNames,
    methods: settleMethods(entries, placements, { ledger, clientMembers }),
  });

  const isBase = makeIsBase(document);
  const pagingSchemes = new PagingSchemes(config, diagnostics);
  const downloads = new Downloads(config.downloads, diagnostics);
  const positional = new PositionalLists(config.positional, diagnostics);
  const planned = entries.map((entry) =>
    planOperation(entry, {
      document,
      models,
      isBase,
      diagnostics,
      placements,
      names: operationNames,
      pagingSchemes,
      argumentRule: {
        positional: config.arguments ?? "own",
        clientParameters,
        single: positional,
      },
      ledger,
      query: config.query ?? {},
      multipart: config.multipart ?? {},
      binary: config.binary ?? "Blob",
      downloads,
      idempotencyHeader: config.idempotency,
      areBodiesFlat: config.bodies === "flat",
      isCompatible,
      // Where only the last path parameter stands before params, earlier SDKs took no options there.
      mayBeOptions: isCompatible && config.arguments !== "last",
      callOptions: reserved.callOptions,
    }),
  );
  pagingSchemes.report();
  downloads.report();
  positional.report();
  reportUndeclared(planned, diagnostics);
  const webhooks = planWebhooks(webhookEntries, document, models);
  const callbacks = planWebhooks(callbackEntries, document, models);
  const received = (webhook: Webhook): Webhook => ({
    ...webhook,
    payload: views.view(webhook.payload, "response"),
  });
  const { models: declared, views } = models.finish(
    exchangedTypesOf(planned, [...webhooks, ...callbacks]),
  );

  const defaults = planDefaults(config.defaults, entries, diagnostics);
  const { client, auth, servers } = planClient(entries, {
    defaults,
    document,
    config,
    names: clientNames,
    ledger,
    reserved,
    diagnostics,
  });
  const context = {
    document,
    views,
    auth,
    servers,
    clientParameters: new Set<string>(client.parameters.map(placeOf)),
    functionScope: reserved.functionScope,
    idempotencyHeader: config.idempotency,
    isCompatible,
    responseParamsNames: settleResponseParamsNames(
      isCompatible ? planned : [],
      exports,
    ),
    defaults: defaults.operations,
    spellings,
    sampler: sampler(document, textFormats),
    typeOfModel: (name: Name) => models.typeOfModel(name),
    diagnostics,
  };
  const completed = planned.map((operation) => ({
    ...operation,
    operation: completeOperation(operation, context),
  }));
  const tree = buildResources(completed, {
    document,
    exports,
    ledger,
    clientMembers,
    isCompatible,
  });
  const links = planLinks(completed, { document, exports, diagnostics });
  const info = packageInfo(document, config, clientNames.wanted);
  const packageName = settlePackageName(
    info.name,
    ledger,
    config.package?.name !== undefined || clientNames.isFollowed,
  );
  reportNames({
    document,
    asked,
    entries,
    ledger,
    diagnostics,
    before: names,
    client: clientNames,
    hasAliases: config.aliases !== false,
    isCompatible,
  });

  const sdk = {
    package: { ...info, name: packageName },
    client,
    models: declared,
    resourceModels: resourceModelsOf(config, declared, diagnostics),
    ...tree,
    webhooks: webhooks.map(received),
    callbacks: callbacks.map(received),
    links,
    docs: docsInfo(config),
    operationCount: entries.length,
    aliases: [],
    names: ledger.given,
  };
  const named = {
    ...sdk,
    secondNames: secondNamesOf(sdk, {
      wanted: asked.secondNames,
      reserved,
      diagnostics,
    }),
  };
  const complete: Sdk = {
    ...named,
    webhookMethods: webhookMethodsOf(named, {
      wanted: config.webhooks,
      reserved,
      diagnostics,
    }),
  };
  return {
    ...complete,
    client: withoutHiddenOptions(complete, reserved, diagnostics),
  };
}
