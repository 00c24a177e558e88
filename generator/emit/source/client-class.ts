/**
 * `src/<name>.ts`: the class with the whole API, which also reads the environment.
 */
import { credentialOptions } from "../../sdk/credentials.js";
import type { AuthScheme, Client, Sdk } from "../../sdk/sdk.js";
import {
  code,
  description,
  docs,
  ident,
  join,
  lit,
  literalUnion,
  type Code,
} from "../encode/encode.js";
import { Module } from "../module.js";
import {
  exportClass,
  exportInterface,
  type ClassStructure,
  type InterfaceStructure,
  type PropertyStructure,
} from "../structures.js";
import { modulePaths } from "../module-paths.js";
import { classDocs } from "./class-docs.js";
import { aliasMembers } from "./alias-members.js";
import { classPath } from "./client.js";
import { remarksOf } from "./comments.js";
import {
  constructorOptions,
  credentialSets,
  isSchemeRequired,
  noCredentials,
  ownOptions,
  requiredOptions,
} from "./client-options.js";
import { parameterEntries, parameterStatements } from "./client-parameters.js";
import { ownMethods, requestMethod, withMethod } from "./client-methods.js";
import { compatibleMembers } from "./compatible-class.js";
import {
  compatibleOptionProperties,
  givenOptions,
  loggerType,
  logVariable,
} from "./compatible-options.js";
import { compatibleTypes } from "./compatible-types.js";
import {
  credentialStatements,
  keptOptions,
  standInArgument,
  standInCode,
} from "./credential-options.js";
import { environmentValue } from "./environment.js";
import {
  nullableProperties,
  unlessNull,
  withoutNulls,
} from "./nullable-options.js";
import { resourceModulePath } from "./tree.js";
import { runtimeSymbols } from "./symbols.js";

export function classModule(sdk: Sdk): Module {
  const { client } = sdk;
  const module = new Module(classPath(sdk));
  const sets = credentialSets(sdk);
  if (sets)
    module.import(ident(client.credentialsName), modulePaths.client, true);
  const optionsName = code`${ident(client.className)}Options`;
  const names: Names = {
    name: ident(client.className),
    optionsName,
    coreOptions: module.import(
      `${client.coreName}Options`,
      modulePaths.client,
      true,
    ),
    taken:
      // A variable of the options' type was all that an earlier client took.
      sets && client.schemes.length > 1 && client.compatibility === undefined
        ? code`${optionsName} & (${ident(client.credentialsName)} | ${noCredentials(client)})`
        : optionsName,
  };
  module.add(
    optionsInterface(sdk, names, module),
    clientClass(sdk, { ...names, sets }, module),
    ...compatibleTypes(sdk, module),
  );
  return module;
}

/** Names in the file of the class. */
interface Names {
  readonly name: Code;
  readonly optionsName: Code;
  /** The options of the client that the class extends. */
  readonly coreOptions: Code;
  /** The type of what the constructor takes. */
  readonly taken: Code;
}

function optionsInterface(
  sdk: Sdk,
  { name, optionsName, coreOptions }: Names,
  module: Module,
): InterfaceStructure {
  const required = requiredOptions(sdk);
  const own = ownOptions(sdk, new Set(), module);
  const nullable = nullableProperties(sdk.client, own);
  const names = nullable.map((one) => String(one.name));
  const replaced = [...new Set([...required, ...names])];
  return exportInterface({
    docs: description(`What {@link ${name}} takes.`),
    name: optionsName,
    extends: [
      replaced.length > 0
        ? code`Omit<${coreOptions}, ${literalUnion(replaced)}>`
        : coreOptions,
      ...(sdk.client.compatibility === undefined
        ? []
        : [module.use(runtimeSymbols.CompatibleOptions)]),
    ],
    properties: [
      ...own.filter(
        (option) =>
          required.includes(option.name) && !names.includes(option.name),
      ),
      ...nullable,
      option(
        "Wraps every attempt; the first one is the outermost.",
        code`middleware`,
        code`readonly ${module.use(runtimeSymbols.Middleware)}[]`,
      ),
      option(
        `Gets one line per attempt, without anything secret. \`${logVariable(sdk.client)}=1\` logs to the console.`,
        code`logger`,
        loggerType(sdk.client, module),
      ),
      option(
        "Added to the header `User-Agent`, which names this package and its version, except in browsers. A header of that name replaces both.",
        code`userAgent`,
        code`string`,
      ),
      ...compatibleOptionProperties(sdk),
    ],
  });
}

const option = (about: string, name: Code, type: Code): PropertyStructure => ({
  docs: description(about),
  name,
  hasQuestionToken: true,
  type: code`${type} | undefined`,
});

function clientClass(
  sdk: Sdk,
  names: Names & { readonly sets: Code | undefined },
  module: Module,
): ClassStructure {
  const { client, resources } = sdk;
  const { name, taken } = names;
  const aliases = aliasMembers({
    sdk,
    module,
    path: [],
    client: code`this`,
  });
  const compatible = compatibleMembers(sdk, names.optionsName, module);
  const getAccessors = [...aliases.getAccessors, ...compatible.getAccessors];
  return exportClass({
    docs: classDocs(sdk),
    name,
    extends: module.import(ident(client.coreName), modulePaths.client, false),
    properties: [
      ...compatible.statics,
      { name: code`#options`, isReadonly: true, type: taken },
      ...resources.map((resource) => ({
        docs: docs(remarksOf(resource.doc)),
        name: ident(resource.property),
        isReadonly: true,
        type: module.import(
          ident(resource.className),
          resourceModulePath(resource),
          false,
        ),
      })),
    ],
    ctors: [
      {
        parameters: [
          { name: code`options`, type: taken, initializer: code`{}` },
        ],
        statements: constructorBody(sdk, names, module),
      },
    ],
    methods: [
      ...ownMethods(sdk, module),
      ...aliases.methods,
      withMethod(client, names),
      requestMethod(module),
      ...compatible.methods,
    ],
    ...(getAccessors.length > 0 && { getAccessors }),
  });
}

function constructorBody(
  sdk: Sdk,
  { coreOptions, sets, taken }: Names & { readonly sets: Code | undefined },
  module: Module,
): Code {
  const { client, resources } = sdk;
  const log = lit(logVariable(client));
  const asOptions = sets
    ? code` as ${constructorOptions(client, coreOptions, sets)}`
    : code``;
  const standIn = onlyRequiredScheme(sdk);
  return join(
    [
      code`const given = ${givenOptions(sdk, module)};`,
      code`${module.use(runtimeSymbols.checkOptions)}(given);`,
      code`const logger = given.logger ?? (${module.use(runtimeSymbols.isEnabled)}(${log}) ? console : undefined);`,
      code`const layers = [...(given.middleware ?? []), ...(logger ? [${module.use(runtimeSymbols.logging)}(logger)] : [])];`,
      ...baseStatements(client, module),
      ...parameterStatements(client, module),
      ...credentialStatements(client, module),
      ...(standIn
        ? [code`const absent = ${standInCode(standIn, client, module)};`]
        : []),
      code`super(${superArgument(sdk, module)}${asOptions}${standIn ? standInArgument(standIn, module) : code``});`,
      code`this.#options = ${keptOptions(client, taken)};`,
      ...resources.map(
        (resource) =>
          code`this.${ident(resource.property)} = new ${ident(resource.className)}(this);`,
      ),
    ],
    "\n",
  );
}

/** Where the document names no server, the caller or the environment has to. */
function baseStatements(client: Client, module: Module): Code[] {
  const { baseURL, environmentPrefix } = client;
  const variable = `${environmentPrefix}_BASE_URL`;
  const found = code`${module.use(runtimeSymbols.env)}(${lit(variable)})`;
  const read = code`const baseURL = given.baseURL ?? ${unlessNull(client, "baseURL", found)};`;
  return baseURL === undefined
    ? [
        read,
        code`if (!baseURL) throw ${module.use(runtimeSymbols.configError)}(${lit(`Pass baseURL, or set ${variable}.`)});`,
      ]
    : [read];
}

function superArgument({ client }: Sdk, module: Module): Code {
  const env = module.use(runtimeSymbols.env);
  const entries: Code[] = [
    code`...given`,
    code`baseURL`,
    code`headers: ${module.use(runtimeSymbols.withUserAgent)}(given.headers, given.userAgent)`,
    ...client.schemes
      .flatMap(credentialOptions)
      .map(({ option: name }) => ident(name)),
    ...parameterEntries(client, module),
    ...(client.webhookSecret
      ? [
          code`${ident(client.webhookSecret.option)}: given.${ident(client.webhookSecret.option)} ?? ${environmentValue(
            client,
            {
              option: client.webhookSecret.option,
              variables: [client.webhookSecret.environment],
              read: code`${env}(${lit(client.webhookSecret.environment)})`,
            },
          )}`,
        ]
      : []),
    ...withoutNulls(client),
    // Spread, since it is no option of callers.
    code`...{ extras: ${module.use(runtimeSymbols.checkParams)} }`,
    code`transport: layers.length > 0 ? (fetch) => ${module.use(runtimeSymbols.pipeline)}(...layers)(given.transport?.(fetch) ?? fetch) : given.transport`,
  ];
  return code`{ ${join(entries, ", ")} }`;
}

/** The one credential that everything asks for: something may take its place where the caller has none. */
const onlyRequiredScheme = (sdk: Sdk): AuthScheme | undefined =>
  isSchemeRequired(sdk) ? sdk.client.schemes[0] : undefined;
