/**
 * Further members of a client's class that replaces one of an earlier SDK: methods, static fields and
 * getters. Names that the API itself needs are left to it.
 */
import type { Client, Name, Sdk } from "../../sdk/sdk.js";
import {
  code,
  docs,
  ident,
  lit,
  type Code,
  type DocBody,
} from "../encode/encode.js";
import { errorClasses } from "../error-classes.js";
import type { Module } from "../module.js";
import type { ClassStructure, MethodStructure } from "../structures.js";
import { optionGetters } from "./compatible-options.js";
import { compatibleErrors, runtimeSymbols } from "./symbols.js";

type Fields = NonNullable<ClassStructure["properties"]>;

interface CompatibleMembers {
  readonly methods: readonly MethodStructure[];
  readonly statics: Fields;
  readonly getAccessors: NonNullable<ClassStructure["getAccessors"]>;
}

const none: CompatibleMembers = { methods: [], statics: [], getAccessors: [] };

/** @param optionsName the type of the options of the class */
export const compatibleMembers = (
  sdk: Sdk,
  optionsName: Code,
  module: Module,
): CompatibleMembers => {
  const { client, resources, operations } = sdk;
  const { aliases, secondNames, webhookMethods } = sdk;
  if (client.compatibility === undefined) return none;
  const taken = new Set<string | undefined>([
    ...[...aliases, ...secondNames, ...webhookMethods].map(
      ({ name }) => name[0],
    ),
    ...resources.map(({ property }) => property),
    ...operations.map(({ methodName }) => methodName),
    ...client.parameters
      .filter((one) => one.in === "client")
      .map((one) => one.option),
  ]);
  const methods = [
    withOptions(ident(client.className), optionsName),
    ...verbs.map((verb) => pathMethod(verb, client, module)),
  ];
  const isFree = ({ name }: { readonly name: Code }): boolean =>
    !taken.has(String(name));
  return {
    methods: methods.filter(isFree),
    statics: staticsOf(sdk, module),
    getAccessors: optionGetters(client, module).filter(isFree),
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
  { queryNesting }: Client,
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
  statements: code`return ${module.use(runtimeSymbols.callPath)}(this, ${lit(verb.toUpperCase())}, path, options${queryNesting ? code`, ${lit(queryNesting)}` : code``});`,
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
    from("toFile", "compat-files"),
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
