/**
 * Security schemes in the client: the options that take their credentials, by the config, or else by
 * what they are.
 */
import type {
  CredentialConfig,
  CredentialNames,
} from "../../config/client-config.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { SecurityScheme } from "../../openapi/document.js";
import type { AuthScheme, CredentialOption, Text } from "../../sdk/sdk.js";
import { describedBy } from "../descriptions.js";
import { camelCase } from "../names/casing.js";
import type { EnvironmentVariables } from "../names/environment-variables.js";
import { nameOf, type Scope } from "../names/names.js";

export interface SchemeNaming {
  /** Of the client's options. */
  readonly scope: Scope;
  readonly variables: EnvironmentVariables;
  /** What the config says of options, by the name of the scheme. */
  readonly credentials: Readonly<Record<string, CredentialConfig>>;
  readonly diagnostics: Diagnostics;
}

/** The only scheme of its kind gets the usual option; several are named as in the document. */
export function nameSchemes(
  schemes: readonly (readonly [string, SecurityScheme])[],
  { scope, variables, credentials, diagnostics }: SchemeNaming,
): AuthScheme[] {
  reportUnknown(schemes, credentials, diagnostics);
  const wanted = schemes.map(([, scheme]) => usualOption(scheme));
  const names = scope.settle(
    schemes.map(([name, scheme], index) => {
      const usual = wanted[index] ?? "";
      const alone = wanted.filter((other) => other === usual).length === 1;
      const chosen = chosenNames(name, credentials)?.option;
      return {
        id: claimId(name, scheme, credentials),
        wanted: chosen ?? (alone ? usual : camelCase(name) || usual),
        spelling: name,
        isChosen: chosen !== undefined,
      };
    }),
  );
  return schemes.map(([name, scheme]): AuthScheme => {
    const option = nameOf(names, claimId(name, scheme, credentials));
    const chosen = ownMember(credentials, name);
    const password = chosen?.password ?? (chosen?.username ? {} : undefined);
    const naming = { scope, variables };
    const kind = schemeOf(scheme);
    return {
      name: name as Text,
      option,
      environment: variables.of(option, chosenNames(name, credentials)?.env),
      ...(chosen?.required === true && { isRequired: true }),
      doc: describedBy(scheme.description),
      scheme:
        kind.kind === "basic" && password
          ? { ...kind, password: passwordOf(name, password, naming) }
          : kind.kind === "bearer" && chosen && hasClient(chosen)
            ? withClient(kind, name, { chosen, ...naming })
            : kind,
    };
  });
}

const ownMember = <Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** Of a user name and a password, those of the user name. */
const chosenNames = (
  name: string,
  credentials: SchemeNaming["credentials"],
): CredentialNames | undefined => {
  const chosen = ownMember(credentials, name);
  return isSplit(chosen) ? { option: "username", ...chosen?.username } : chosen;
};

const isSplit = (chosen: CredentialConfig | undefined): boolean =>
  chosen?.username !== undefined || chosen?.password !== undefined;

type OptionNaming = Pick<SchemeNaming, "scope" | "variables">;

const passwordOf = (
  name: string,
  password: CredentialNames,
  naming: OptionNaming,
): CredentialOption =>
  optionOf(`${name} password`, { option: "password", ...password }, naming);

/** @param id of the option among those of credentials */
function optionOf(
  id: string,
  { option: wanted = id, env }: CredentialNames,
  { scope, variables }: OptionNaming,
): CredentialOption {
  const option = scope.claim({
    id: `credential ${id}`,
    wanted,
    spelling: wanted,
    isChosen: true,
  });
  return { option, environment: variables.of(option, env) };
}

const hasClient = ({ clientId, clientSecret }: CredentialConfig): boolean =>
  clientId !== undefined || clientSecret !== undefined;

type Bearer = Extract<AuthScheme["scheme"], { readonly kind: "bearer" }>;

/** With options for the id and the secret of a client, where tokens are requested with them. */
function withClient(
  scheme: Bearer,
  name: string,
  { chosen, ...naming }: OptionNaming & { readonly chosen: CredentialConfig },
): Bearer {
  const { clientCredentials } = scheme;
  if (clientCredentials?.tokenURL === undefined) return scheme;
  const part = (key: "clientId" | "clientSecret"): CredentialOption =>
    optionOf(`${name} ${key}`, { option: key, ...chosen[key] }, naming);
  return {
    ...scheme,
    clientCredentials: {
      ...clientCredentials,
      client: [part("clientId"), part("clientSecret")],
    },
  };
}

function reportUnknown(
  schemes: readonly (readonly [string, SecurityScheme])[],
  credentials: SchemeNaming["credentials"],
  diagnostics: Diagnostics,
): void {
  const known = new Map(schemes);
  for (const [name, chosen] of Object.entries(credentials)) {
    const scheme = known.get(name);
    if (!scheme) diagnostics.report("credential-unknown", { name });
    else if (isSplit(chosen) && schemeOf(scheme).kind !== "basic")
      diagnostics.report("credential-not-basic", { name });
    else if (
      hasClient(chosen) &&
      clientCredentialsOf(scheme)?.tokenURL === undefined
    )
      diagnostics.report("credential-without-client", { name });
  }
}

/** A pair of name and password cannot take the place of a text: an option keeps its kind. */
const claimId = (
  name: string,
  scheme: SecurityScheme,
  credentials: SchemeNaming["credentials"],
): string => {
  if (schemeOf(scheme).kind !== "basic") return `credential ${name}`;
  return isSplit(ownMember(credentials, name))
    ? `credential ${name} username`
    : `credential ${name} basic`;
};

function usualOption(scheme: SecurityScheme): string {
  const { kind } = schemeOf(scheme);
  if (kind === "basic") return "credentials";
  return scheme.type === "oauth2" || scheme.type === "openIdConnect"
    ? "accessToken"
    : "apiKey";
}

function schemeOf(scheme: SecurityScheme): AuthScheme["scheme"] {
  if (scheme.type === "apiKey")
    return {
      kind: "apiKey",
      in:
        scheme.in === "query" || scheme.in === "cookie" ? scheme.in : "header",
      name: (scheme.name ?? "") as Text,
    };
  if (scheme.type !== "http") {
    const tokens = clientCredentialsOf(scheme);
    return {
      kind: "bearer",
      // With client credentials alone, the token belongs to the program and not to its user.
      isPersonal: !tokens || Object.keys(scheme.flows ?? {}).length > 1,
      ...(tokens && { clientCredentials: tokens }),
    };
  }
  // RFC 9110 section 11.1: scheme names are case-insensitive
  const { scheme: authScheme = "bearer", bearerFormat = "" } = scheme;
  switch (authScheme.toLowerCase()) {
    case "bearer":
      // A JSON Web Token usually belongs to a user; other tokens are usually API keys.
      return { kind: "bearer", isPersonal: /jwt/i.test(bearerFormat) };
    case "basic":
      return { kind: "basic" };
    default:
      return { kind: "http", authScheme: authScheme as Text };
  }
}

/** The client credentials flow, with its token URL where that is absolute. */
function clientCredentialsOf({
  flows,
}: SecurityScheme): { tokenURL?: Text } | undefined {
  const flow = flows?.clientCredentials;
  if (!flow) return undefined;
  const { tokenUrl = "" } = flow;
  return /^https:\/\/[^\s#@]+$/.test(tokenUrl)
    ? { tokenURL: tokenUrl as Text }
    : {};
}
