/**
 * `src/<name>.ts`: the class with the whole API, which also reads the environment.
 */
import type { AuthScheme, Client, Sdk } from "../../sdk/sdk.js";
import { classPath, corePath } from "./client.js";
import {
  constructorOptions,
  credentialSets,
  isAlwaysNeeded,
  noCredentials,
  ownOptions,
  requiredOptions,
} from "./client-options.js";
import { comment } from "./comments.js";
import { classCode, interfaceCode, type MethodParts } from "./declarations.js";
import { code, ident, join, lit, type Code } from "../encode/encode.js";
import { Module } from "../module.js";
import { operationsOf, resourcePath } from "./resources.js";
import { callCode } from "../samples/samples.js";
import { runtime } from "./symbols.js";

export function classModule(sdk: Sdk): Module {
  const { client, resources } = sdk;
  const module = new Module(classPath(sdk));
  const name = ident(client.className);
  const coreName = ident(client.coreName);
  const optionsName = code`${name}Options`;
  const coreOptions = module.import(`${coreName}Options`, corePath, true);
  const required = requiredOptions(sdk);
  const sets = credentialSets(sdk, module);
  if (sets) module.import(ident(client.credentialsName), corePath, true);
  const taken = sets
    ? code`${optionsName} & (${ident(client.credentialsName)} | ${noCredentials(client)})`
    : optionsName;
  module.add(
    interfaceCode({
      name: optionsName,
      about: comment([{ text: `What {@link ${name}} takes.` }]),
      extends: [
        required.length > 0
          ? code`Omit<${coreOptions}, ${join(required.map(lit), " | ")}>`
          : coreOptions,
      ],
      properties: [
        ...ownOptions(sdk, new Set(), module).filter((option) =>
          required.includes(option.name),
        ),
        {
          name: code`middleware`,
          type: code`readonly ${module.use(runtime.Middleware)}[] | undefined`,
          optional: true,
          about: comment([
            { text: "Wraps every attempt; the first one is the outermost." },
          ]),
        },
        {
          name: code`logger`,
          type: code`${module.use(runtime.Logger)} | undefined`,
          optional: true,
          about: comment([
            {
              text: `Gets one line per attempt, without anything secret. \`${client.environmentPrefix}_LOG=1\` logs to the console.`,
            },
          ]),
        },
      ],
    }),
    classCode({
      name,
      about: classComment(sdk),
      extends: module.import(coreName, corePath, false),
      properties: [
        { name: code`#options`, readonly: true, type: taken },
        ...resources.map((resource) => ({
          name: ident(resource.property),
          readonly: true,
          type: module.import(
            ident(resource.className),
            resourcePath(resource),
            false,
          ),
        })),
      ],
      parameters: [{ name: code`options`, type: taken, initializer: code`{}` }],
      statements: [
        code`const given = ${module.use(runtime.withoutPrototype)}(options);`,
        code`const logger = given.logger ?? (${module.use(runtime.env)}(${lit(`${client.environmentPrefix}_LOG`)}) ? console : undefined);`,
        code`const layers = [...(given.middleware ?? []), ...(logger ? [${module.use(runtime.logging)}(logger)] : [])];`,
        ...baseStatements(client, module),
        ...credentialStatements(sdk, module),
        code`super(${superArgument(sdk, module)}${sets ? code` as ${constructorOptions(client, coreOptions, sets)}` : code``});`,
        code`this.#options = given;`,
        ...resources.map(
          (resource) =>
            code`this.${ident(resource.property)} = new ${ident(resource.className)}(this);`,
        ),
      ],
      methods: methods(sdk, taken, module),
    }),
  );
  return module;
}

function classComment(sdk: Sdk): Code {
  const { client } = sdk;
  const [first] = operationsOf(sdk.resources);
  const variables = [
    ...client.schemes.map(({ environment }) => environment),
    ...client.parameters.map(({ environment }) => environment),
    `${client.environmentPrefix}_BASE_URL`,
  ];
  const create = code`const ${ident(client.variable)} = new ${ident(client.className)}();`;
  return comment([
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

/** Where the document names no server, somebody has to. */
function baseStatements(
  { baseURL, environmentPrefix }: Client,
  module: Module,
): Code[] {
  const variable = `${environmentPrefix}_BASE_URL`;
  const read = code`const baseURL = given.baseURL ?? ${module.use(runtime.env)}(${lit(variable)});`;
  return baseURL === undefined
    ? [
        read,
        code`if (!baseURL) throw ${module.use(runtime.configError)}(${lit(`Pass baseURL, or set ${variable}.`)});`,
      ]
    : [read];
}

/** Credentials that need more than one variable, and the check for one that everything needs. */
function credentialStatements(sdk: Sdk, module: Module): Code[] {
  const { schemes } = sdk.client;
  const statements = schemes.map(
    (scheme) =>
      code`const ${ident(scheme.option)} = given.${ident(scheme.option)} ?? ${fromEnvironment(scheme, module)};`,
  );
  const [only] = schemes;
  if (only && isAlwaysNeeded(sdk))
    statements.push(
      code`if (!${ident(only.option)}) throw ${module.use(runtime.configError)}(${lit(
        only.scheme.kind === "basic"
          ? `Pass ${only.option}, or set ${only.environment}_USERNAME and ${only.environment}_PASSWORD.`
          : `Pass ${only.option}, or set ${only.environment}.`,
      )});`,
    );
  return statements;
}

/** A user name and a password are two variables, and count only together. */
function fromEnvironment(
  { environment, scheme }: AuthScheme,
  module: Module,
): Code {
  const env = module.use(runtime.env);
  return scheme.kind === "basic"
    ? code`${module.use(runtime.userPassword)}(${env}(${lit(`${environment}_USERNAME`)}), ${env}(${lit(`${environment}_PASSWORD`)}))`
    : code`${env}(${lit(environment)})`;
}

function superArgument({ client }: Sdk, module: Module): Code {
  const env = module.use(runtime.env);
  const entries: Code[] = [
    code`...given`,
    code`baseURL`,
    ...client.schemes.map(({ option }) => code`${ident(option)}`),
    ...client.parameters.map(
      ({ option, environment }) =>
        code`${ident(option)}: given.${ident(option)} ?? ${env}(${lit(environment)})`,
    ),
    code`transport: layers.length > 0 ? (fetch) => ${module.use(runtime.pipeline)}(...layers)(given.transport?.(fetch) ?? fetch) : given.transport`,
  ];
  return code`{ ${join(entries, ", ")} }`;
}

function methods(
  { client }: Sdk,
  taken: Code,
  module: Module,
): readonly MethodParts[] {
  const name = ident(client.className);
  const options = code`${name}Options`;
  return [
    {
      name: code`with`,
      about: comment([
        { text: "A client with the same options, but for the ones given." },
      ]),
      parameters: [{ name: code`options`, type: options }],
      returnType: name,
      statements: [
        code`return new ${name}({ ...this.#options, ...options }${taken === options ? code`` : code` as ${taken}`});`,
      ],
    },
    {
      name: code`request`,
      about: comment([
        {
          text: "Calls an endpoint that this version does not know, with the client's credentials, retries and errors.",
        },
      ]),
      typeParameters: code`<T = unknown>`,
      parameters: [
        { name: code`method`, type: code`string` },
        { name: code`path`, type: code`\`/\${string}\`` },
        { name: code`body`, type: code`unknown`, optional: true },
        {
          name: code`options`,
          type: module.use(runtime.IdempotentRequestOptions),
          optional: true,
        },
      ],
      returnType: code`${module.use(runtime.APIPromise)}<T>`,
      statements: [
        code`return ${module.use(runtime.request)}(this, method, path, body, options);`,
      ],
    },
  ];
}
