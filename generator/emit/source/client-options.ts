/**
 * The options of a client: what they are, and which of them have to be passed together.
 */
import type { AuthScheme, Client, Name, Sdk, Text } from "../../sdk/sdk.js";
import { comment, remarksOf } from "./comments.js";
import type { FieldParts } from "./declarations.js";
import {
  code,
  ident,
  join,
  lit,
  typeKey,
  type Code,
} from "../encode/encode.js";
import type { Module } from "../module.js";
import { operationsOf } from "./resources.js";
import { runtime } from "./symbols.js";

/** Is the one scheme needed by every operation? */
export const isAlwaysNeeded = ({ client, resources }: Sdk): boolean =>
  client.schemes.length === 1 &&
  JSON.stringify(client.security) ===
    JSON.stringify([[client.schemes[0]?.name]]) &&
  [...operationsOf(resources)].every(({ operation }) => !operation.security);

/** Options that nothing else stands in for: the class, which reads the environment, makes them optional. */
export function requiredOptions(sdk: Sdk): readonly string[] {
  const { baseURL, schemes } = sdk.client;
  const [only] = schemes;
  return [
    ...(baseURL === undefined ? ["baseURL"] : []),
    ...(only && isAlwaysNeeded(sdk) ? [only.option] : []),
  ];
}

/** @param required `baseURL` and credentials that have to be passed */
export function ownOptions(
  { client }: Sdk,
  required: ReadonlySet<string>,
  module: Module,
): FieldParts[] {
  const option = (name: Code, type: Code, about: Code): FieldParts => ({
    name,
    type: required.has(name) ? type : code`${type} | undefined`,
    optional: !required.has(name),
    about,
  });
  return [
    ...(client.baseURL === undefined
      ? [option(code`baseURL`, code`string`, baseComment(client))]
      : []),
    ...serverOptions(client, option),
    ...client.schemes.map((scheme) =>
      option(
        ident(scheme.option),
        credentialType(scheme, module),
        comment([{ text: about(scheme) }, ...remarksOf(scheme.doc)]),
      ),
    ),
    ...client.parameters.map((parameter) =>
      option(
        ident(parameter.option),
        code`string`,
        comment([
          ...remarksOf(parameter.doc),
          { text: `The default of every \`${parameter.name}\`.` },
        ]),
      ),
    ),
    ...(isForServers(client)
      ? [
          option(
            code`dangerouslyAllowBrowser`,
            code`boolean`,
            comment([
              {
                text: "Lets credentials be used in a browser, where whoever uses the page can read them.",
              },
            ]),
          ),
        ]
      : []),
  ];
}

const baseComment = ({ relativeServer }: Client): Code =>
  comment([
    {
      text:
        "Where the API lives: an http(s) URL without credentials, query and fragment." +
        (relativeServer === undefined
          ? ""
          : ` The document only names the path \`${relativeServer}\`.`),
    },
  ]);

function serverOptions(
  { servers }: Client,
  option: (name: Code, type: Code, about: Code) => FieldParts,
): FieldParts[] {
  if (!servers) return [];
  const { urls, variables } = servers;
  const told = urls.map(
    ({ name, doc: { description } }) =>
      `- \`${name}\`${description === undefined ? "" : `: ${description}`}`,
  );
  const members = variables.map(
    ({ name, values, defaultValue, doc }) =>
      code`${comment([...remarksOf(doc), { tag: "default", text: JSON.stringify(defaultValue) }])}${typeKey(name)}?: ${
        values.length > 0 ? join(values.map(lit), " | ") : code`string`
      } | undefined;\n`,
  );
  return [
    ...(urls.length > 1
      ? [
          option(
            code`server`,
            join(
              urls.map(({ name }) => lit(name)),
              " | ",
            ),
            comment([
              { text: "The API's server; `baseURL` comes before it." },
              { text: told.join("\n") },
              { tag: "default", text: JSON.stringify(urls[0]?.name) },
            ]),
          ),
        ]
      : []),
    ...(variables.length > 0
      ? [
          option(
            code`serverVariables`,
            code`{\n${join(members, "")}}`,
            comment([{ text: "What stands in the URL of the server." }]),
          ),
        ]
      : []),
  ];
}

function credentialType({ scheme }: AuthScheme, module: Module): Code {
  if (scheme.kind === "basic") return module.use(runtime.BasicCredential);
  if (scheme.kind !== "bearer" || !scheme.clientCredentials)
    return module.use(runtime.Credential);
  const known =
    scheme.clientCredentials.tokenURL === undefined
      ? code``
      : code`<"tokenURL">`;
  return code`${module.use(runtime.TokenSource)}${known}`;
}

function about({ scheme }: AuthScheme): string {
  switch (scheme.kind) {
    case "bearer":
      return scheme.clientCredentials
        ? "Sent as a bearer token: the token, a function that is called before each attempt, or the client id and secret that tokens are got with."
        : "Sent as a bearer token; a function is called before each attempt.";
    case "basic":
      return "User name and password, sent with HTTP basic authentication.";
    case "http":
      return `Credentials of the HTTP scheme \`${scheme.authScheme}\`.`;
    case "apiKey":
      return `Sent as the ${scheme.in === "query" ? "query parameter" : scheme.in} \`${scheme.name}\`; a function is called before each attempt.`;
  }
}

/** Has the API credentials that are not those of whoever uses the program? */
export const isForServers = ({ schemes }: Client): boolean =>
  schemes.some(({ scheme }) => scheme.kind !== "bearer" || !scheme.isPersonal);

/** The sets of schemes that operations accept, and whether some operation needs none. */
function alternativesOf({ client, resources }: Sdk): {
  sets: readonly (readonly Text[])[];
  none: boolean;
} {
  const sets = new Map<string, readonly Text[]>();
  let none = false;
  for (const { operation } of operationsOf(resources)) {
    const security = operation.security ?? client.security;
    if (security.length === 0) none = true;
    for (const set of security)
      if (set.length === 0) none = true;
      else sets.set(JSON.stringify([...set].sort()), set);
  }
  const all = [...sets.values()];
  return {
    none,
    // What holds another set says nothing that this one does not.
    sets: all.filter(
      (set) =>
        !all.some(
          (other) =>
            other !== set &&
            other.length < set.length &&
            other.every((name) => set.includes(name)),
        ),
    ),
  };
}

/** Which credentials have to be passed together; undefined where each stands for itself. */
export function credentialSets(sdk: Sdk, module: Module): Code | undefined {
  const { schemes } = sdk.client;
  const { sets, none } = alternativesOf(sdk);
  const isFree = none && sets.every((set) => set.length === 1);
  if (schemes.length < 2 || sets.length === 0 || isFree) return undefined;
  const byName = new Map(schemes.map((scheme) => [scheme.name, scheme]));
  const members = sets.map(
    (set) =>
      code`{ ${join(
        set.flatMap((name) => {
          const scheme = byName.get(name);
          return scheme
            ? [code`${ident(scheme.option)}: ${credentialType(scheme, module)}`]
            : [];
        }),
        "; ",
      )} }`,
  );
  return join(
    [...members, ...(none ? [noCredentials(sdk.client)] : [])],
    " | ",
  );
}

/** Nothing at all: half of a set is no set. */
export const noCredentials = ({ schemes }: Client): Code =>
  code`{ ${join(
    schemes.map(({ option }) => code`${ident(option)}?: undefined`),
    "; ",
  )} }`;

/** What a constructor takes: the options, and the sets of credentials where there are any. */
export const constructorOptions = (
  { credentialsName }: { credentialsName: Name },
  options: Code,
  sets: Code | undefined,
): Code => (sets ? code`${options} & ${ident(credentialsName)}` : options);
