/**
 * `src/client.ts`: the small client that the standalone functions take, and
 * `src/<name>.ts`: the class with the whole API.
 */
import type { AuthScheme, Client, Sdk, Text } from "../sdk.js";
import { comment, remarksOf } from "./comments.js";
import { classCode, interfaceCode, type FieldParts } from "./declarations.js";
import { code, filePart, ident, join, key, lit, type Code } from "./encode.js";
import { Module } from "./module.js";
import { operationsOf } from "./resources.js";
import { runtime } from "./symbols.js";

export const corePath = "src/client.ts";

export const classPath = ({ client }: Sdk): string => {
  const part = filePart(client.fileName);
  // names of files that stand beside it
  return ["index", "client", "models", "errors"].includes(part)
    ? `src/${part}-client.ts`
    : `src/${part}.ts`;
};

export function coreModule(sdk: Sdk): Module {
  const { client } = sdk;
  const module = new Module(corePath);
  const coreName = ident(client.coreName);
  const optionsName = code`${coreName}Options`;
  module.add(
    interfaceCode({
      about: comment([{ text: `What {@link createClient} takes.` }]),
      name: optionsName,
      extends: [module.use(runtime.ClientOptions)],
      properties: [
        ...credentialOptions(client, module),
        ...parameterOptions(client),
      ],
    }),
    classCode({
      about: comment([
        {
          text: `What the standalone functions call through; every {@link ${client.className}} is one too.`,
        },
      ]),
      name: coreName,
      extends: module.use(runtime.Core),
      properties: [],
      parameters: [{ name: code`options`, type: optionsName }],
      statements: [
        ...missingCredential(sdk, module),
        code`super(options, ${settingsCode(sdk, module)});`,
      ],
      methods: [],
    }),
    code`${comment([
      {
        text: "A client for the standalone functions: bundlers keep only the functions that are called. It reads no environment variables.",
      },
    ])}export function createClient(options: ${optionsName}): ${coreName} {
  return new ${coreName}(options);
}\n`,
  );
  return module;
}

const option = (name: Code, type: Code, about: Code): FieldParts => ({
  name,
  type: code`${type} | undefined`,
  optional: true,
  about,
});

const credentialOptions = ({ schemes }: Client, module: Module): FieldParts[] =>
  schemes.map((scheme) =>
    option(
      ident(scheme.option),
      module.use(
        scheme.how.kind === "basic"
          ? runtime.BasicCredential
          : runtime.Credential,
      ),
      comment([{ text: carries(scheme) }, ...remarksOf(scheme.doc)]),
    ),
  );

const parameterOptions = ({ parameters }: Client): FieldParts[] =>
  parameters.map((parameter) =>
    option(
      ident(parameter.option),
      code`string`,
      comment([
        ...remarksOf(parameter.doc),
        { text: `The default of every \`${parameter.name}\`.` },
      ]),
    ),
  );

function carries({ how }: AuthScheme): string {
  switch (how.kind) {
    case "bearer":
      return "Sent as a bearer token; a function is called before each attempt.";
    case "basic":
      return "User name and password, sent with HTTP basic authentication.";
    case "http":
      return `Credentials of the HTTP scheme \`${how.scheme}\`.`;
    case "apiKey":
      return `Sent as the ${how.in === "query" ? "query parameter" : how.in} \`${how.name}\`; a function is called before each attempt.`;
  }
}

/** Where one credential is all that every operation takes, its absence is told at once. */
function missingCredential(sdk: Sdk, module: Module): Code[] {
  const [only] = sdk.client.schemes;
  return only && isAlwaysNeeded(sdk)
    ? [
        code`if (!options.${ident(only.option)}) throw ${module.use(runtime.configError)}(${lit(`Pass ${only.option}.`)});`,
      ]
    : [];
}

/** Is the one scheme needed by every operation? */
export const isAlwaysNeeded = ({ client, resources }: Sdk): boolean =>
  client.schemes.length === 1 &&
  JSON.stringify(client.security) ===
    JSON.stringify([[client.schemes[0]?.name]]) &&
  [...operationsOf(resources)].every(({ operation }) => !operation.security);

function settingsCode(sdk: Sdk, module: Module): Code {
  const { baseURL, parameters } = sdk.client;
  const entries: (readonly [string, Code | undefined])[] = [
    ["baseURL", baseURL === undefined ? undefined : lit(baseURL)],
    ["auth", authCode(sdk, module)],
    [
      "parameters",
      parameters.length === 0
        ? undefined
        : code`{ ${join(
            parameters.map(
              ({ name, option: given }) =>
                code`${key(name)}: options.${ident(given)}`,
            ),
            ", ",
          )} }`,
    ],
  ];
  return code`{\n${join(
    entries.flatMap(([name, value]) =>
      value === undefined ? [] : [code`${key(name as Text)}: ${value},\n`],
    ),
    "",
  )}}`;
}

/** Who adds credentials: the one scheme that every operation needs, or a choice among several. */
function authCode(sdk: Sdk, module: Module): Code | undefined {
  const { schemes, security } = sdk.client;
  const [only] = schemes;
  if (!only) return undefined;
  if (isAlwaysNeeded(sdk)) return schemeCode(only, module);
  const list = schemes.map(
    (scheme) => code`[${lit(scheme.name)}, ${schemeCode(scheme, module)}]`,
  );
  return code`${module.use(runtime.schemes)}([${join(list, ", ")}], ${lit(security)})`;
}

function schemeCode({ option: given, how }: AuthScheme, module: Module): Code {
  const value = code`options.${ident(given)}`;
  switch (how.kind) {
    case "bearer":
      return code`${module.use(runtime.bearer)}(${value})`;
    case "basic":
      return code`${module.use(runtime.basic)}(${value})`;
    case "http":
      return code`${module.use(runtime.http)}(${lit(how.scheme)}, ${value})`;
    case "apiKey":
      return code`${module.use(runtime.apiKey)}(${lit(how.in)}, ${lit(how.name)}, ${value})`;
  }
}
