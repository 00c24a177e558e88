/**
 * `src/index.ts`: what the package exports, and `src/errors.ts`: which error belongs to which
 * operation.
 */
import type { Model, Name, Sdk } from "../../sdk/sdk.js";
import { classPath } from "./client.js";
import { currentNames, errorAliases } from "./aliases.js";
import { hasCredentialsType } from "./client-options.js";
import {
  code,
  description,
  ident,
  typeKey,
  type Code,
} from "../encode/encode.js";
import { Module, specifier } from "../module.js";
import { modulePaths } from "../module-paths.js";
import {
  exportFrom,
  exportFunction,
  exportInterface,
  type ExportStructure,
  type PropertyStructure,
} from "../structures.js";
import { operationsOf, resourceModulePath, type Methods } from "./tree.js";
import {
  compatibleExports,
  replacedExports,
  runtimeExports,
  runtimeSymbols,
} from "./symbols.js";
import { isVerifiable } from "../../sdk/webhooks.js";
import { payloadsOf } from "./webhooks.js";

export function errorsModule(sdk: Sdk): Module {
  const module = new Module(modulePaths.errors);
  const properties: PropertyStructure[] = [];
  for (const [path, methods] of filesOf(sdk))
    for (const { operation } of operationsOf(methods)) {
      const type = module.import(ident(operation.errors.name), path, true);
      properties.push(
        { name: typeKey(operation.id), type },
        ...errorAliases(sdk, operation.functionName, type),
      );
    }
  const apiError = module.use(runtimeSymbols.APIError);
  const renamed = currentNames(sdk);
  const called = renamed
    ? code`(currentNames.get(operation) ?? operation)`
    : code`operation`;
  module.add(
    exportInterface({
      docs: description(
        "What each operation throws, by the name of its function.",
      ),
      name: code`OperationErrors`,
      properties,
    }),
    exportFunction({
      docs: description(
        "Narrows a caught error to the ones that an operation declares: `status` then tells which `body` it has.",
      ),
      name: code`isErrorOf`,
      typeParameters: [
        { name: code`K`, constraint: code`keyof OperationErrors` },
      ],
      parameters: [
        { name: code`operation`, type: code`K` },
        { name: code`error`, type: code`unknown` },
      ],
      returnType: code`error is Extract<OperationErrors[K], ${apiError}<number, unknown>>`,
      statements: code`return error instanceof ${apiError} && error.operation === ${called};`,
    }),
    ...(renamed ? [renamed] : []),
  );
  return module;
}

/** The files that have operations. */
const filesOf = ({
  operations,
  resources,
}: Sdk): readonly (readonly [path: string, methods: Methods])[] => [
  ...(operations.length > 0
    ? [[modulePaths.operations, { operations, resources: [] }] as const]
    : []),
  ...resources.map(
    (resource) =>
      [resourceModulePath(resource), { resources: [resource] }] as const,
  ),
];

/** @param runtimeFiles the files of `src/core/` that this package has */
export function indexModule(
  sdk: Sdk,
  runtimeFiles: ReadonlySet<string>,
): Module {
  const { client } = sdk;
  const module = new Module(modulePaths.index);
  const className = ident(client.className);
  const coreName = ident(client.coreName);
  const hasCredentialSets = hasCredentialsType(sdk);
  const isCompatible = client.compatibility !== undefined;
  const former = formerClients(sdk);
  module.add(
    exportNames(classPath(sdk), [
      { name: className },
      { name: className, alias: code`default` },
      { name: code`${className}Options`, isTypeOnly: true },
      ...(isCompatible
        ? [
            {
              name: code`${className}Options`,
              alias: code`ClientOptions`,
              isTypeOnly: true,
            },
          ]
        : []),
      ...former.flatMap((old) => [
        { name: className, alias: old },
        {
          name: code`${className}Options`,
          alias: code`${old}Options`,
          isTypeOnly: true,
        },
      ]),
    ]),
    exportNames(modulePaths.client, [
      { name: coreName },
      { name: code`createClient` },
      { name: code`${coreName}Options`, isTypeOnly: true },
      ...(hasCredentialSets
        ? [{ name: ident(client.credentialsName), isTypeOnly: true }]
        : []),
      ...former.flatMap((old) => [
        { name: coreName, alias: code`${old}Core` },
        {
          name: code`${coreName}Options`,
          alias: code`${old}CoreOptions`,
          isTypeOnly: true,
        },
        ...(hasCredentialSets
          ? [
              {
                name: ident(client.credentialsName),
                alias: code`${old}Credentials`,
                isTypeOnly: true,
              },
            ]
          : []),
      ]),
    ]),
    ...filesOf(sdk).map(([path]) => exportAll(path)),
    exportAll(modulePaths.models, { isTypeOnly: !sdk.models.some(isValue) }),
    ...webhookExports(sdk),
    ...(sdk.links.length > 0 ? [exportAll(modulePaths.links)] : []),
    exportNames(modulePaths.errors, [
      { name: code`isErrorOf` },
      { name: code`OperationErrors`, isTypeOnly: true },
    ]),
    exportNames("src/core/errors.ts", [
      { name: code`SDKError`, alias: ident(client.errorName) },
      ...former.map((old) => ({
        name: code`SDKError`,
        alias: code`${old}Error`,
      })),
    ]),
  );
  for (const [file, values, types] of [
    ...(isCompatible ? runtimeExports.map(notReplaced) : runtimeExports),
    ...(isCompatible ? compatibleExports : []),
  ])
    if (runtimeFiles.has(file) && values.length + types.length > 0)
      module.add(
        exportNames(`src/core/${file}.ts`, [
          ...values.map((name) => ({ name: ident(name as Name) })),
          ...types.map((name) => ({
            name: ident(name as Name),
            isTypeOnly: true,
          })),
        ]),
      );
  return module;
}

type RuntimeExport = (typeof runtimeExports)[number];

const notReplaced = ([file, values, types]: RuntimeExport): RuntimeExport => [
  file,
  values.filter((name) => !replacedExports.has(name)),
  types.filter((name) => !replacedExports.has(name)),
];

/** What the class was called before. */
const formerClients = ({ aliases, client }: Sdk): readonly Code[] =>
  aliases.flatMap(({ kind, name: [name], to }) =>
    kind === "client" && to.join() === client.className && name !== undefined
      ? [ident(name)]
      : [],
  );

export const exportNames = (
  path: string,
  namedExports: NonNullable<ExportStructure["namedExports"]>,
): ExportStructure =>
  exportFrom({
    namedExports,
    moduleSpecifier: specifier(modulePaths.index, path),
  });

export const exportAll = (
  path: string,
  { isTypeOnly = false } = {},
): ExportStructure =>
  exportFrom({
    isTypeOnly,
    moduleSpecifier: specifier(modulePaths.index, path),
  });

/** True if a model is more than a type: an object with the members of an enum. */
const isValue = ({ declaration }: Model): boolean =>
  declaration.kind === "alias" && declaration.members !== undefined;

function webhookExports(sdk: Sdk): ExportStructure[] {
  const payloads = payloadsOf(sdk).map(({ name }) => name);
  if (payloads.length === 0) return [];
  return isVerifiable(sdk)
    ? [
        exportNames(modulePaths.webhooks, [
          { name: code`verifyWebhook` },
          ...payloads.map((name) => ({ name, isTypeOnly: true })),
        ]),
      ]
    : [
        exportFrom({
          isTypeOnly: true,
          namedExports: payloads.map((name) => ({ name })),
          moduleSpecifier: specifier(modulePaths.index, modulePaths.webhooks),
        }),
      ];
}
