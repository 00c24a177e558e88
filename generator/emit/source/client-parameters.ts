/**
 * Parameters that are options of the client: what callers pass, and what the client does with it.
 */
import type { Client, ClientParameter, Name } from "../../sdk/sdk.js";
import {
  code,
  docs,
  ident,
  lit,
  type Code,
  type Remark,
} from "../encode/encode.js";
import type { Module } from "../module.js";
import type { ClassStructure } from "../structures.js";
import { remarksOf } from "./comments.js";
import type { ClientOption } from "./credential-options.js";
import { isVariableRead, environmentValue } from "./environment.js";
import { runtimeSymbols } from "./symbols.js";

export const parameterOption = (one: ClientParameter): ClientOption => ({
  name: ident(one.option),
  type: ident(one.type as Name),
  remarks: [...remarksOf(one.doc), ...parameterRemarks(one)],
});

const parameterRemarks = (one: ClientParameter): readonly Remark[] => [
  { text: useOf(one) },
  ...(one.defaultValue === undefined
    ? []
    : [{ tag: "default" as const, text: JSON.stringify(one.defaultValue) }]),
];

/** What becomes of the value. */
const useOf = ({ name, in: location }: ClientParameter): string => {
  switch (location) {
    case "path":
      return `The default of every \`${name}\`.`;
    case "query":
      return `Sent with every request as the query parameter \`${name}\`.`;
    case "client":
      return "A property of the client, sent nowhere.";
    default:
      return `Sent with every request as the ${location} \`${name}\`.`;
  }
};

/** Those that the client has as properties. */
const keptParameters = ({ parameters }: Client): readonly ClientParameter[] =>
  parameters.filter((one) => one.in === "client");

/** Read from a private field, since a value may be secret: printing a client does not show it. */
export const keptMembers = (
  client: Client,
): Required<Pick<ClassStructure, "properties" | "getAccessors">> => {
  const kept = keptParameters(client);
  return {
    properties: kept.map((one) => ({
      name: fieldOf(one),
      isReadonly: true,
      type: propertyType(one),
    })),
    getAccessors: kept.map((one) => ({
      docs: docs(remarksOf(one.doc)),
      name: ident(one.option),
      returnType: propertyType(one),
      statements: code`return this.${fieldOf(one)};`,
    })),
  };
};

const fieldOf = ({ option }: ClientParameter): Code => code`#${ident(option)}`;

/** Something is there where it has to be passed, and where it has a default. */
const propertyType = ({ type, isRequired, defaultValue }: ClientParameter) =>
  isRequired || defaultValue !== undefined
    ? ident(type as Name)
    : code`${ident(type as Name)} | undefined`;

/** Sets what the properties give. */
export const keptStatements = (client: Client): readonly Code[] =>
  keptParameters(client).map(
    (one) => code`this.${fieldOf(one)} = ${parameterValue(one)};`,
  );

/** What the option has, or else its default. */
export const parameterValue = ({
  option: given,
  defaultValue,
}: ClientParameter): Code =>
  defaultValue === undefined
    ? code`options.${ident(given)}`
    : code`options.${ident(given)} ?? ${lit(defaultValue)}`;

/** The class reads one without which no client is made before the others. */
export const parameterStatements = (
  client: Client,
  module: Module,
): readonly Code[] =>
  client.parameters
    .filter(({ isRequired }) => isRequired)
    .flatMap((one) => [
      code`const ${ident(one.option)} = ${givenParameter(one, client, module)};`,
      code`if (${ident(one.option)} === undefined) throw ${module.use(runtimeSymbols.configError)}(${lit(`Pass ${one.option}${isVariableRead(client, one.environment) ? `, or set ${one.environment}` : ""}.`)});`,
    ]);

/** As members of what the class passes to the client that it extends. */
export const parameterEntries = (
  client: Client,
  module: Module,
): readonly Code[] =>
  client.parameters.map((one) =>
    one.isRequired
      ? ident(one.option)
      : code`${ident(one.option)}: ${givenParameter(one, client, module)}`,
  );

/** What was passed, or what its variable of the environment has. */
const givenParameter = (
  { option: name, environment, type }: ClientParameter,
  client: Client,
  module: Module,
): Code => {
  const read = code`${module.use(readers[type])}(${lit(environment)})`;
  const variables = [environment];
  return code`given.${ident(name)} ?? ${environmentValue(client, { option: name, variables, read })}`;
};

const readers = {
  string: runtimeSymbols.env,
  number: runtimeSymbols.numberInEnv,
  boolean: runtimeSymbols.booleanInEnv,
};
