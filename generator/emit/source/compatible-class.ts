/**
 * What the client's class has besides where it is to replace that of an earlier SDK: methods, statics,
 * and a namespace with the types. A name that the API itself needs stays the API's.
 */
import { takenOptions } from "../../sdk/credentials.js";
import type { Name, Sdk } from "../../sdk/sdk.js";
import {
  code,
  docs,
  ident,
  lit,
  literalUnion,
  type Code,
  type DocBody,
} from "../encode/encode.js";
import { errorClasses } from "../error-classes.js";
import type { Module } from "../module.js";
import type {
  ClassStructure,
  MethodStructure,
  PropertyStructure,
} from "../structures.js";
import { compatibleErrors, runtimeSymbols } from "./symbols.js";

type Fields = NonNullable<ClassStructure["properties"]>;

interface CompatibleMembers {
  readonly methods: readonly MethodStructure[];
  readonly statics: Fields;
}

/** @param optionsName the type of the options of the class */
export const compatibleMembers = (
  sdk: Sdk,
  optionsName: Code,
  module: Module,
): CompatibleMembers => {
  const { client, resources, operations, secondNames, webhookMethods } = sdk;
  if (client.compatibility === undefined) return { methods: [], statics: [] };
  const taken = new Set<string | undefined>([
    ...[...secondNames, ...webhookMethods].map(({ name }) => name[0]),
    ...resources.map(({ property }) => property),
    ...operations.map(({ methodName }) => methodName),
    ...client.parameters
      .filter((one) => one.in === "client")
      .map((one) => one.option),
  ]);
  const methods = [
    withOptions(ident(client.className), optionsName),
    ...verbs.map((verb) => pathMethod(verb, module)),
  ];
  return {
    methods: methods.filter(({ name }) => !taken.has(String(name))),
    statics: staticsOf(sdk, module),
  };
};

const deprecated = (instead: string): readonly DocBody[] =>
  docs([{ tag: "deprecated", text: `Use ${instead}.` }]);

const withOptions = (className: Code, optionsName: Code): MethodStructure => ({
  docs: deprecated("`with`"),
  name: code`withOptions`,
  parameters: [{ name: code`options`, type: code`Partial<${optionsName}>` }],
  returnType: className,
  statements: code`return this.with(options);`,
});

const verbs = ["get", "post", "put", "patch", "delete"] as const;

const pathMethod = (
  verb: (typeof verbs)[number],
  module: Module,
): MethodStructure => ({
  docs: deprecated("`request`"),
  name: ident(verb as string as Name),
  typeParameters: [{ name: code`T`, default: code`unknown` }],
  parameters: [
    { name: code`path`, type: code`string` },
    {
      name: code`options`,
      type: module.use(runtimeSymbols.PathOptions),
      hasQuestionToken: true,
    },
  ],
  returnType: code`${module.use(runtimeSymbols.APIPromise)}<T>`,
  statements: code`return ${module.use(runtimeSymbols.callPath)}(this, ${lit(verb.toUpperCase())}, path, options);`,
});

/** `Acme.NotFoundError`, as programs write it that import nothing but the client. */
const staticsOf = ({ client }: Sdk, module: Module): Fields => {
  const from = (name: string, file: string): readonly [Code, Code] => [
    ident(name as Name),
    module.import(name, `src/core/${file}.ts`, false),
  ];
  const values = [
    [
      ident(client.errorName),
      module.import("SDKError", "src/core/errors.ts", false),
    ],
    ...["APIError", "InternalServerError", ...errorClasses.values()].map(
      (name) => from(name, "errors"),
    ),
    ...compatibleErrors.map((name) => from(name, "compat")),
    from("toFile", "upload"),
  ] as const;
  return values.map(([name, value]) => ({
    docs: deprecated("the export of the package"),
    name,
    isStatic: true,
    isReadonly: true,
    type: code`typeof ${value}`,
    initializer: value,
  }));
};

/** The option that chose the server, where there is a choice and no other option of that name. */
export const compatibleOptionFields = ({
  client,
}: Sdk): readonly PropertyStructure[] => {
  const urls = client.servers?.urls ?? [];
  const taken: readonly string[] = [
    ...client.schemes.flatMap(takenOptions),
    ...client.parameters.map(({ option }) => option),
    ...(client.webhookSecret ? [client.webhookSecret.option] : []),
  ];
  return client.compatibility === undefined ||
    urls.length < 2 ||
    taken.includes("environment")
    ? []
    : [
        {
          docs: deprecated("`server`"),
          name: code`environment`,
          hasQuestionToken: true,
          type: code`${literalUnion(urls.map(({ name }) => name))} | undefined`,
        },
      ];
};

/** What the constructor was given, in our terms. */
export const givenOptions = (sdk: Sdk, module: Module): Code => {
  const own = code`${module.use(runtimeSymbols.withoutPrototype)}(options)`;
  if (sdk.client.compatibility === undefined) return own;
  const hasEnvironment = compatibleOptionFields(sdk).length > 0;
  const placed = hasEnvironment
    ? code`${module.use(runtimeSymbols.atEnvironment)}(${own})`
    : own;
  return code`${module.use(runtimeSymbols.compatibleOptions)}(${placed})`;
};
