/**
 * The options that carry credentials: what they are, and how the client reads them.
 */
import {
  basicVariables,
  clientOptions,
  credentialOptions,
} from "../../sdk/credentials.js";
import type { AuthScheme, Client, CredentialOption } from "../../sdk/sdk.js";
import {
  code,
  ident,
  join,
  lit,
  type Code,
  type Remark,
} from "../encode/encode.js";
import type { Module } from "../module.js";
import { remarksOf } from "./comments.js";
import {
  isVariableRead,
  environmentValue,
  variableLabel,
} from "./environment.js";
import { runtimeSymbols } from "./symbols.js";

/** An option as emitters list it, before it is known whether it may be left out. */
export interface ClientOption {
  readonly name: Code;
  readonly type: Code;
  readonly remarks: readonly Remark[];
}

export function credentialClientOptions(
  scheme: AuthScheme,
  module: Module,
): readonly ClientOption[] {
  const [first, second] = credentialOptions(scheme);
  const about = remarksOf(scheme.doc);
  return second && first
    ? [
        { text: "User name of HTTP basic authentication.", ...first },
        { text: "Password of HTTP basic authentication.", ...second },
      ].map(({ text, option }) => ({
        name: ident(option),
        type: code`string`,
        remarks: [{ text }, ...about],
      }))
    : [
        {
          name: ident(scheme.option),
          type: credentialType(scheme, module),
          remarks: [{ text: credentialDescription(scheme) }, ...about],
        },
        ...clientOptions(scheme).map(({ option }, index) => ({
          name: ident(option),
          type: code`string`,
          remarks: [
            {
              text: `The ${index === 0 ? "id" : "secret"} of the OAuth 2.0 client that tokens are requested with.`,
            },
          ],
        })),
        ...(scheme.formerOptions ?? []).map(({ option, until }) => ({
          name: ident(option),
          type: credentialType(scheme, module),
          remarks: [
            {
              tag: "deprecated" as const,
              text: `Use \`${scheme.option}\`.${until === undefined ? "" : ` Removed in ${until}.`}`,
            },
          ],
        })),
      ];
}

/**
 * What was passed, under the name that the option has now or under one that it had, or as the id and the
 * secret of a client.
 *
 * @param fallback the value of an option of those two that was not passed
 */
export const passedCredential = (
  auth: AuthScheme,
  { options, module, fallback }: Passed,
): Code =>
  join(
    [
      ...[auth, ...(auth.formerOptions ?? [])].map(
        ({ option }) => code`${options}.${ident(option)}`,
      ),
      ...clientPair(auth, (one) => {
        const passed = code`${options}.${ident(one.option)}`;
        return fallback ? code`${passed} ?? ${fallback(one)}` : passed;
      }).map(
        (pair) => code`${module.use(runtimeSymbols.idAndSecret)}(${pair})`,
      ),
    ],
    " ?? ",
  );

interface Passed {
  readonly options: Code;
  readonly module: Module;
  readonly fallback?: (option: CredentialOption) => Code;
}

const clientPair = (
  auth: AuthScheme,
  valueOf: (option: CredentialOption) => Code,
): readonly Code[] => {
  const options = clientOptions(auth);
  return options.length === 0 ? [] : [join(options.map(valueOf), ", ")];
};

function credentialType({ scheme }: AuthScheme, module: Module): Code {
  if (scheme.kind === "basic")
    return module.use(runtimeSymbols.BasicCredential);
  if (scheme.kind !== "bearer" || !scheme.clientCredentials)
    return module.use(runtimeSymbols.Credential);
  const known =
    scheme.clientCredentials.tokenURL === undefined
      ? code``
      : code`<"tokenURL">`;
  return code`${module.use(runtimeSymbols.TokenSource)}${known}`;
}

function credentialDescription({ scheme }: AuthScheme): string {
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

/** The option with its variable: `apiKey (ACME_API_KEY)`. */
function credentialLabel(auth: AuthScheme, of: Client): string {
  const { option, environment, scheme } = auth;
  const client = clientOptions(auth);
  const labelOf = (one: CredentialOption): string =>
    `${one.option}${variableLabel(of, one.environment)}`;
  const own = labelOf({ option, environment });
  if (client.length > 0)
    return `${client.map(labelOf).join(" and ")}, or ${own}`;
  if (scheme.kind !== "basic") return own;
  const { username, password } = basicVariables(environment, scheme.password);
  const options = credentialOptions(auth);
  const names = options.map((one) => one.option).join(", ");
  const read = (options.length > 1 ? options : [])
    .map((one) => one.environment)
    .filter((variable) => isVariableRead(of, variable));
  return options.length > 1 && read.length < 2
    ? [names, ...(read.length > 0 ? [`(${read.join()})`] : [])].join(" ")
    : isVariableRead(of, environment)
      ? `${names} (${username}, ${password})`
      : names;
}

/** What stands in for a credential that the client was not given, by what an error calls it. */
export function standInCode(
  auth: AuthScheme,
  client: Client,
  module: Module,
): Code {
  const { scheme } = auth;
  const label = credentialLabel(auth, client);
  const [location, name] =
    scheme.kind === "apiKey"
      ? [scheme.in, scheme.name]
      : ["header", "authorization"];
  return code`${module.use(runtimeSymbols.standIn)}(${lit(label)}, ${lit(location)}, ${lit(name)})`;
}

/** Credentials, from the options or the environment. */
export const credentialStatements = (client: Client, module: Module): Code[] =>
  client.schemes.flatMap((scheme) => [
    ...readStatements(scheme, client, module),
    ...requiredStatement(scheme, client, module),
  ]);

function readStatements(
  auth: AuthScheme,
  client: Client,
  module: Module,
): readonly Code[] {
  const options = credentialOptions(auth);
  const env = module.use(runtimeSymbols.env);
  const passed: Passed = {
    options: code`given`,
    module,
    fallback: ({ option, environment }) =>
      environmentValue(client, {
        option,
        variables: [environment],
        read: code`${env}(${lit(environment)})`,
      }),
  };
  return options.map(({ option: name, environment }) => {
    const found =
      options.length > 1
        ? code`${env}(${lit(environment)})`
        : fromEnvironment(auth, client, module);
    const read = environmentValue(client, {
      option: name,
      variables: [environment, ...formerVariables(auth)],
      read: found,
    });
    return options.length > 1
      ? code`const ${ident(name)} = given.${ident(name)} ?? ${read};`
      : code`const ${ident(name)} = ${passedCredential(auth, passed)} ?? ${read};`;
  });
}

/** Headers that the caller passes may replace a required credential. */
const requiredStatement = (
  auth: AuthScheme,
  client: Client,
  module: Module,
): Code[] =>
  auth.isRequired === true
    ? [
        code`if (!(${join(
          credentialOptions(auth).map(({ option: name }) => ident(name)),
          " && ",
        )}) && !given.headers) throw ${module.use(runtimeSymbols.configError)}(${lit(`missing credentials: ${credentialLabel(auth, client)}`)});`,
      ]
    : [];

/**
 * What `with` goes on from: credentials that tokens are requested with are one object, so that copies share tokens.
 *
 * @param type of what the constructor takes
 */
export const keptOptions = (
  { compatibility, schemes }: Client,
  type: Code,
): Code => {
  const sources = schemes
    .filter((scheme) => clientOptions(scheme).length > 0)
    .map(({ option }) => ident(option));
  if (sources.length === 0)
    return compatibility === undefined ? code`given` : code`{ ...options }`;
  const before = compatibility === undefined ? code`given` : code`options`;
  const kept = code`{ ...${before}, ${join(sources, ", ")} }`;
  // The compiler does not see that a choice of several schemes is still made.
  return schemes.length > 1 ? code`${kept} as ${type}` : kept;
};

const formerVariables = ({ formerOptions = [] }: AuthScheme) =>
  formerOptions.map(({ environment }) => environment);

/** A user name and a password are two variables, and count only together. */
function fromEnvironment(
  { environment, scheme, formerOptions = [] }: AuthScheme,
  client: Client,
  module: Module,
): Code {
  const env = module.use(runtimeSymbols.env);
  return scheme.kind === "basic"
    ? code`${module.use(runtimeSymbols.userPassword)}(${env}(${lit(`${environment}_USERNAME`)}), ${env}(${lit(`${environment}_PASSWORD`)}))`
    : join(
        [{ environment }, ...formerOptions]
          .filter((one) => isVariableRead(client, one.environment))
          .map((one) => code`${env}(${lit(one.environment)})`),
        " ?? ",
      );
}

export const standInArgument = (auth: AuthScheme, module: Module): Code =>
  code`, ${join(
    credentialOptions(auth).map(({ option: name }) => ident(name)),
    " && ",
  )} ? undefined : ${module.use(runtimeSymbols.byHand)}(absent)`;
