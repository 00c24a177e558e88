/**
 * The options of a client: what they are, and which of them have to be passed together.
 */
import {
  clientOptions as clientOptionsOf,
  credentialOptions,
  takenOptions,
} from "../../sdk/credentials.js";
import {
  requiresCredentials,
  neededByClient,
} from "../../sdk/needed-credentials.js";
import type { Alias, AuthScheme, Client, Name, Sdk } from "../../sdk/sdk.js";
import {
  code,
  doc,
  docs,
  ident,
  join,
  literalUnion,
  typeKey,
  type Code,
} from "../encode/encode.js";
import type { Module } from "../module.js";
import type { PropertyStructure } from "../structures.js";
import { parameterOption } from "./client-parameters.js";
import { defaultOptions } from "./defaults.js";
import { remarksOf } from "./comments.js";
import {
  credentialClientOptions,
  type ClientOption,
} from "./credential-options.js";
import { operationsOf } from "./tree.js";

/** True if every operation needs the one scheme that there is. */
export const isSchemeRequired = (sdk: Sdk): boolean => {
  const { client } = sdk;
  return (
    client.schemes.length === 1 &&
    JSON.stringify(client.security) ===
      JSON.stringify([[client.schemes[0]?.name]]) &&
    [...operationsOf(sdk)].every(({ operation }) => !operation.security)
  );
};

/** Options without a default: the class, which reads the environment, makes them optional. */
export function requiredOptions({ client }: Sdk): readonly string[] {
  return [
    ...(client.baseURL === undefined ? ["baseURL"] : []),
    ...client.parameters
      .filter(({ isRequired }) => isRequired)
      .map(({ option }) => option),
  ];
}

/**
 * The options that only this client has.
 * @param required names of the options that have to be passed
 */
export const ownOptions = (
  sdk: Sdk,
  required: ReadonlySet<string>,
  module: Module,
): PropertyStructure[] =>
  clientOptions(sdk, module).map(({ name, type, remarks }) => ({
    docs: docs(remarks),
    name,
    hasQuestionToken: !required.has(name),
    type: required.has(name) ? type : code`${type} | undefined`,
  }));

const clientOptions = ({ client }: Sdk, module: Module): ClientOption[] => [
  ...(client.baseURL === undefined ? [baseOption(client)] : []),
  ...serverOptions(client),
  ...client.schemes.flatMap((scheme) =>
    credentialClientOptions(scheme, module),
  ),
  ...client.parameters.map(parameterOption),
  ...(client.webhookSecret ? [webhookSecretOption(client.webhookSecret)] : []),
  ...(hasApplicationCredentials(client) ? [browserOption] : []),
  ...defaultOptions(client.defaults),
];

const webhookSecretOption = ({
  option,
}: NonNullable<Client["webhookSecret"]>): ClientOption => ({
  name: ident(option),
  type: code`string | readonly string[]`,
  remarks: [
    {
      text: "The secret that webhooks are signed with, or several while one is being replaced.",
    },
  ],
});

const browserOption: ClientOption = {
  name: code`dangerouslyAllowBrowser`,
  type: code`boolean`,
  remarks: [
    {
      text: "Lets credentials be used in a browser, where whoever uses the page can read them.",
    },
  ],
};

const baseOption = ({ relativeServer }: Client): ClientOption => ({
  name: code`baseURL`,
  type: code`string`,
  remarks: [
    {
      text:
        "Where the API lives: an http(s) URL without credentials, query and fragment." +
        (relativeServer === undefined
          ? ""
          : ` The document only names \`${relativeServer}\`.`),
    },
  ],
});

function serverOptions({ servers }: Client): ClientOption[] {
  if (!servers) return [];
  const { urls, variables } = servers;
  const options: ClientOption[] = [];
  if (urls.length > 1)
    options.push({
      name: code`server`,
      type: literalUnion(urls.map(({ name }) => name)),
      remarks: [
        { text: "The API's server; `baseURL` comes before it." },
        { text: urls.map(serverLine).join("\n") },
        { tag: "default", text: JSON.stringify(urls[0]?.name) },
      ],
    });
  if (variables.length > 0)
    options.push({
      name: code`serverVariables`,
      type: code`{\n${join(variables.map(variableCode), "")}}`,
      remarks: [{ text: "What stands in the URL of the server." }],
    });
  return options;
}

type Servers = NonNullable<Client["servers"]>;

const serverLine = ({ name, doc: about }: Servers["urls"][number]): string =>
  about.description === undefined
    ? `- \`${name}\``
    : `- \`${name}\`: ${about.description}`;

function variableCode(variable: Servers["variables"][number]): Code {
  const { name, values, defaultValue } = variable;
  const about = doc([
    ...remarksOf(variable.doc),
    { tag: "default", text: JSON.stringify(defaultValue) },
  ]);
  const type = values.length > 0 ? literalUnion(values) : code`string`;
  return code`${about}${typeKey(name)}?: ${type} | undefined;\n`;
}

/** True if the API has credentials that belong to the application, such as a key, and not to its user. */
export const hasApplicationCredentials = ({ schemes }: Client): boolean =>
  schemes.some(({ scheme }) => scheme.kind !== "bearer" || !scheme.isPersonal);

/**
 * Which credentials have to be passed together; undefined where each suffices alone. Headers of the
 * caller's own may stand for any of them. `{}` is whatever the option takes: a type said twice would
 * be printed as every combination of its members.
 */
export function credentialSets(sdk: Sdk): Code | undefined {
  const { schemes } = sdk.client;
  const needed = neededByClient(sdk);
  if (!requiresCredentials(needed)) return undefined;
  const { sets, allowsAnonymous } = needed;
  const byName = new Map(schemes.map((scheme) => [scheme.name, scheme]));
  const members = sets.flatMap((set) =>
    optionSets(set.flatMap((name) => byName.get(name) ?? [])).map(
      (names) =>
        code`{ ${join(
          names.map((name) => code`${ident(name)}: {}`),
          "; ",
        )} }`,
    ),
  );
  return join(
    [
      ...members,
      code`{ headers: object }`,
      ...(allowsAnonymous ? [noCredentials(sdk.client)] : []),
    ],
    " | ",
  );
}

/** True if the package has the type of those sets, or had it and keeps its name. */
export const hasCredentialsType = (sdk: Sdk): boolean =>
  credentialSets(sdk) !== undefined || formerCredentials(sdk) !== undefined;

/** The old name of what had to be passed, where nothing has to be now. */
export const formerCredentials = ({
  aliases,
  client,
}: Pick<Sdk, "aliases" | "client">): Alias | undefined =>
  aliases.find(
    ({ kind, name }) =>
      kind === "type" && name.join() === client.credentialsName,
  );

/** Each scheme by its options, or by one that it had before. */
const optionSets = (
  schemes: readonly AuthScheme[],
): readonly (readonly Name[])[] =>
  schemes.reduce<readonly (readonly Name[])[]>(
    (sets, scheme) => {
      const own = credentialOptions(scheme).map(({ option }) => option);
      const former = scheme.formerOptions ?? [];
      const client = clientOptionsOf(scheme).map(({ option }) => option);
      const ways = [
        ...(client.length > 0 ? [client] : []),
        own,
        ...former.map(({ option }) => [option]),
      ];
      return sets.flatMap((set) => ways.map((way) => [...set, ...way]));
    },
    [[]],
  );

/** Nothing at all: half of a set is no set. */
export const noCredentials = ({ schemes }: Client): Code =>
  code`{ ${join(
    schemes
      .flatMap(takenOptions)
      .map((option) => code`${ident(option)}?: undefined`),
    "; ",
  )} }`;

/** What a constructor takes: the options, and the sets of credentials where there are any. */
export const constructorOptions = (
  { credentialsName }: { credentialsName: Name },
  options: Code,
  sets: Code | undefined,
): Code => (sets ? code`${options} & ${ident(credentialsName)}` : options);
