/**
 * `src/client.ts`: the small client that the standalone functions take.
 */
import { takenOptions } from "../../sdk/credentials.js";
import type { AuthScheme, Client, Sdk, Text } from "../../sdk/sdk.js";
import {
  code,
  description,
  docs,
  filePart,
  ident,
  join,
  key,
  lit,
  type Code,
} from "../encode/encode.js";
import { Module } from "../module.js";
import { modulePaths } from "../module-paths.js";
import {
  exportAlias,
  exportClass,
  exportFunction,
  exportInterface,
  type ParameterStructure,
} from "../structures.js";
import { deprecatedAlias } from "./aliases.js";
import {
  constructorOptions,
  credentialSets,
  formerCredentials,
  isSchemeRequired,
  hasApplicationCredentials,
  ownOptions,
  requiredOptions,
} from "./client-options.js";
import {
  keptMembers,
  keptStatements,
  parameterValue,
} from "./client-parameters.js";
import { overDefaults } from "./defaults.js";
import { passedCredential, standInCode } from "./credential-options.js";
import { operationsOf } from "./tree.js";
import { runtimeSymbols } from "./symbols.js";

export const classPath = ({ client }: Sdk): string => {
  const part = filePart(client.fileName);
  const path = `src/${part}.ts`;
  return Object.values<string>(modulePaths).includes(path)
    ? `src/${part}-client.ts`
    : path;
};

export function clientModule(sdk: Sdk): Module {
  const { client } = sdk;
  const module = new Module(modulePaths.client);
  const coreName = ident(client.coreName);
  const optionsName = code`${coreName}Options`;
  const sets = credentialSets(sdk);
  const taken = constructorOptions(client, optionsName, sets);
  module.add(
    exportInterface({
      docs: description(`What {@link createClient} takes.`),
      name: optionsName,
      extends: [module.use(runtimeSymbols.ClientOptions)],
      properties: ownOptions(sdk, new Set(requiredOptions(sdk)), module),
    }),
  );
  if (sets)
    module.add(
      exportAlias({
        docs: description(
          "The credentials that have to be passed together, unless `headers` stand in for them.",
        ),
        name: ident(client.credentialsName),
        type: sets,
      }),
    );
  const former = formerCredentials(sdk);
  if (former)
    module.add(
      exportAlias({
        docs: docs(deprecatedAlias(former, `{@link ${former.to.join(".")}}`)),
        name: ident(client.credentialsName),
        type: code`Partial<${optionsName}>`,
      }),
    );
  module.add(
    exportClass({
      docs: description(
        `What the standalone functions call through; every {@link ${client.className}} is one too.`,
      ),
      name: coreName,
      extends: module.use(runtimeSymbols.Core),
      ...keptMembers(client),
      ctors: [
        {
          parameters: [
            { name: code`options`, type: taken },
            ...authParameter(sdk, module),
          ],
          statements: join(
            [
              ...browserCheck(sdk, module),
              ...serverStatements(client, module),
              code`super(${overDefaults(code`options`, client.defaults, module)}, ${settingsCode(sdk, module)});`,
              ...keptStatements(client),
            ],
            "\n",
          ),
        },
      ],
    }),
    exportFunction({
      docs: description(
        "A client for the standalone functions: bundlers keep only the functions that are called. It reads no environment variables.",
      ),
      name: code`createClient`,
      parameters: [{ name: code`options`, type: taken }],
      returnType: coreName,
      statements: code`return new ${coreName}(options);`,
    }),
  );
  return module;
}

/** Browsers are refused only where a visitor could read credentials. */
function browserCheck(sdk: Sdk, module: Module): Code[] {
  const { client } = sdk;
  if (!hasApplicationCredentials(client)) return [];
  const refuse = code`${module.use(runtimeSymbols.refuseBrowsers)}(options.dangerouslyAllowBrowser);`;
  const given = client.schemes
    .filter(({ scheme }) => scheme.kind !== "bearer" || !scheme.isPersonal)
    .flatMap(takenOptions)
    .map((option) => code`options.${ident(option)}`);
  return [code`if (${join(given, " || ")}) ${refuse}`];
}

/** The function that fills in the variables of a server's URL, where there are any. */
function serverStatements({ servers }: Client, module: Module): Code[] {
  if (!servers) return [];
  const { variables } = servers;
  // What is inherited must not lead requests to another host.
  const given = code`const given = ${module.use(runtimeSymbols.withoutPrototype)}(options);`;
  if (variables.length === 0) return [given];
  const members = variables.map(
    ({ name, defaultValue, values }) =>
      code`${key(name)}: [variables[${lit(name)}], ${lit(defaultValue)}${
        values.length > 0 ? code`, ${lit(values)}` : code``
      }],\n`,
  );
  return [
    given,
    code`const variables = ${module.use(runtimeSymbols.withoutPrototype)}<Readonly<Record<string, string | undefined>>>({ ...given.serverVariables });`,
    code`const expandServer = (template: string): string => ${module.use(runtimeSymbols.expandServerURL)}(template, {\n${join(members, "")}});`,
  ];
}

/** The URL of the server that the caller has chosen. */
function serverCode({ baseURL, servers }: Client): Code | undefined {
  if (!servers) return baseURL === undefined ? undefined : lit(baseURL);
  const { urls, variables } = servers;
  const [first] = urls;
  if (!first) return undefined;
  const named = urls.some(({ name, url }) => name !== url);
  const names = join(
    urls.map(({ name, url }) => code`${key(name)}: ${lit(url)}`),
    ", ",
  );
  const chosen = code`given.server ?? ${lit(first.name)}`;
  const url =
    urls.length === 1
      ? lit(first.url)
      : named
        ? code`{ ${names} }[${chosen}]`
        : chosen;
  return variables.length > 0 ? code`expandServer(${url})` : url;
}

function settingsCode(sdk: Sdk, module: Module): Code {
  const parameters = sdk.client.parameters.filter((one) => one.in === "path");
  const entries: (readonly [string, Code | undefined])[] = [
    ["url", serverCode(sdk.client)],
    ["expandServer", needsFill(sdk) ? code`expandServer` : undefined],
    ["auth", sentCode(sdk, module)],
    [
      "extras",
      parameters.length === 0
        ? undefined
        : code`${module.use(runtimeSymbols.fillsPaths)}({ ${join(
            parameters.map(
              (one) => code`${key(one.name)}: ${parameterValue(one)}`,
            ),
            ", ",
          )} }, options)`,
    ],
  ];
  return code`{\n${join(
    entries.flatMap(([name, value]) =>
      value === undefined ? [] : [code`${key(name as Text)}: ${value},\n`],
    ),
    "",
  )}}`;
}

/** The expression that adds credentials and the parameters of the client to each request. */
function sentCode(sdk: Sdk, module: Module): Code | undefined {
  const auth = authCode(sdk, module);
  const sent = sdk.client.parameters
    .filter((one) => one.in !== "path" && one.in !== "client")
    .map(
      (one) => code`[${lit(one.in)}, ${lit(one.name)}, ${parameterValue(one)}]`,
    );
  return sent.length === 0
    ? auth
    : code`${module.use(runtimeSymbols.sendsParameters)}(${auth ?? code`undefined`}, [${join(sent, ", ")}])`;
}

/** True if an operation has a server of its own, with variables. */
const needsFill = (sdk: Sdk): boolean =>
  (sdk.client.servers?.variables.length ?? 0) > 0 &&
  [...operationsOf(sdk)].some(({ operation }) =>
    operation.server?.includes("{"),
  );

/** The class, which reads the environment, says what is missing of the one scheme that there is. */
function authParameter(sdk: Sdk, module: Module): ParameterStructure[] {
  const [only] = sdk.client.schemes;
  return only && isSchemeRequired(sdk)
    ? [
        {
          name: code`auth`,
          type: code`${module.use(runtimeSymbols.Authenticator)} | undefined`,
          initializer: schemeCode(only, module),
        },
      ]
    : [];
}

/** The expression that adds credentials: the one scheme that every operation needs, or a choice among several. */
function authCode(sdk: Sdk, module: Module): Code | undefined {
  const { schemes, security } = sdk.client;
  const [only] = schemes;
  if (!only) return undefined;
  if (isSchemeRequired(sdk)) return code`auth`;
  const list = schemes.map(
    (scheme) =>
      code`[${lit(scheme.name)}, ${schemeCode(scheme, module)}, ${standInCode(scheme, sdk.client, module)}]`,
  );
  return code`${module.use(runtimeSymbols.securitySchemes)}([${join(list, ", ")}], ${lit(security)})`;
}

function schemeCode(auth: AuthScheme, module: Module): Code {
  const { scheme } = auth;
  const value = passedCredential(auth, { options: code`options`, module });
  switch (scheme.kind) {
    case "bearer": {
      const { clientCredentials } = scheme;
      if (!clientCredentials)
        return code`${module.use(runtimeSymbols.bearer)}(${value})`;
      const { tokenURL } = clientCredentials;
      return code`${module.use(runtimeSymbols.bearer)}(${module.use(runtimeSymbols.tokenSource)}(${value}, options${
        tokenURL === undefined ? code`` : code`, ${lit(tokenURL)}`
      }))`;
    }
    case "basic": {
      const { password } = scheme;
      const pair = password
        ? code`${module.use(runtimeSymbols.userPassword)}(${value}, options.${ident(password.option)})`
        : value;
      return code`${module.use(runtimeSymbols.basic)}(${pair})`;
    }
    case "http":
      return code`${module.use(runtimeSymbols.http)}(${lit(scheme.authScheme)}, ${value})`;
    case "apiKey":
      return code`${module.use(runtimeSymbols.apiKey)}(${lit(scheme.in)}, ${lit(scheme.name)}, ${value})`;
  }
}
