/**
 * The options of a client's class that replaces one of an earlier SDK: those that it accepts in addition,
 * their translation into options of this package, and all options as properties of the client.
 */
import {
  clientOptions,
  credentialOptions,
  takenOptions,
} from "../../sdk/credentials.js";
import type {
  AuthScheme,
  Client,
  ClientParameter,
  Name,
  Sdk,
} from "../../sdk/sdk.js";
import {
  code,
  description,
  docs,
  ident,
  lit,
  literalUnion,
  type Code,
} from "../encode/encode.js";
import type { Module } from "../module.js";
import type { ClassStructure, PropertyStructure } from "../structures.js";
import { runtimeSymbols } from "./symbols.js";

/** `environment`, which chose the server: where there is a choice, and no other option has that name. */
export const compatibleOptionProperties = ({
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
          docs: docs([{ tag: "deprecated", text: "Use `server`." }]),
          name: code`environment`,
          hasQuestionToken: true,
          type: code`${literalUnion(urls.map(({ name }) => name))} | undefined`,
        },
      ];
};

/** What the constructor was given, translated into options of this package. */
export const givenOptions = (sdk: Sdk, module: Module): Code => {
  const own = code`${module.use(runtimeSymbols.withoutPrototype)}(options)`;
  if (sdk.client.compatibility === undefined) return own;
  const hasEnvironment = compatibleOptionProperties(sdk).length > 0;
  const placed = hasEnvironment
    ? code`${module.use(runtimeSymbols.atEnvironment)}(${own})`
    : own;
  const variable = lit(logVariable(sdk.client));
  return code`${module.use(runtimeSymbols.compatibleOptions)}(${placed}, ${variable})`;
};

/** The environment variable that turns the log on, or sets its level. */
export const logVariable = ({ environmentPrefix }: Client): string =>
  `${environmentPrefix}_LOG`;

/** Loggers of an earlier SDK have more methods than are called. */
export const loggerType = ({ compatibility }: Client, module: Module): Code => {
  const own = module.use(runtimeSymbols.Logger);
  return compatibility === undefined
    ? own
    : code`${own} | ${module.use(runtimeSymbols.CompatibleLogger)}`;
};

type Getters = NonNullable<ClassStructure["getAccessors"]>;

/** Getters, since fields would show credentials when a client is printed. */
export const optionGetters = (client: Client, module: Module): Getters => {
  const given = (name: string, type: Code, fallback: Code) => ({
    docs: description("What the client was given."),
    name: ident(name as Name),
    returnType: type,
    statements: code`return ${module.use(runtimeSymbols.givenOption)}<${type}>(this, ${lit(name === "baseURL" ? "url" : name)}, ${fallback});`,
  });
  return [
    given("baseURL", code`string`, code`""`),
    given("timeout", code`number`, code`60_000`),
    given("maxRetries", code`number`, code`2`),
    given(
      "logLevel",
      code`${module.use(runtimeSymbols.LogLevel)} | undefined`,
      code`undefined`,
    ),
    ...client.schemes.flatMap((scheme) => credentialGetters(scheme, module)),
    ...client.parameters
      .filter((one) => one.in !== "client")
      .map((one) => given(one.option, parameterType(one), fallbackOf(one))),
    ...(client.webhookSecret
      ? [textGetter(client.webhookSecret.option, { module })]
      : []),
  ];
};

/** Never null if the parameter has to be passed, or has a default. */
const parameterType = ({
  type,
  isRequired,
  defaultValue,
}: ClientParameter): Code =>
  isRequired || defaultValue !== undefined
    ? ident(type as Name)
    : code`${ident(type as Name)} | null`;

/** What a getter returns for a parameter without a value; clients cannot be made without the required ones. */
const fallbackOf = ({
  type,
  isRequired,
  defaultValue,
}: ClientParameter): Code => {
  if (defaultValue !== undefined) return lit(defaultValue);
  const empty = { string: "", number: 0, boolean: false };
  return lit(isRequired ? empty[type] : null);
};

interface TextGetter {
  readonly module: Module;
  readonly isRequired?: boolean;
  /** The option that has the text as a member. */
  readonly holder?: Name;
}

const textGetter = (
  option: Name,
  { module, isRequired = false, holder }: TextGetter,
): Getters[number] => ({
  docs: description(
    `What the client was given; ${isRequired ? "empty" : "null"} where it is no text.`,
  ),
  name: ident(option),
  returnType: isRequired ? code`string` : code`string | null`,
  statements: code`return ${module.use(runtimeSymbols.givenText)}(this, ${lit(option)}${
    holder === undefined ? code`` : code`, ${lit(holder)}`
  })${isRequired ? code` ?? ""` : code``};`,
});

/** A user name and a password in one option are an object, which earlier SDKs have no property for. */
const credentialGetters = (scheme: AuthScheme, module: Module): Getters => {
  const isRequired = scheme.isRequired === true;
  const parts = clientOptions(scheme);
  const options = credentialOptions(scheme);
  if (scheme.scheme.kind === "basic" && options.length < 2) return [];
  return [
    ...options.map(({ option }) =>
      textGetter(option, { module, isRequired: isRequired && !parts.length }),
    ),
    ...parts.map(({ option }) =>
      textGetter(option, { module, isRequired, holder: scheme.option }),
    ),
  ];
};
