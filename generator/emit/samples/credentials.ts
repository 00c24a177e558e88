/**
 * Where the credentials of a sample request go: each is an environment variable.
 */
import { percentEncode } from "#runtime/text";
import { basicVariables } from "../../sdk/credentials.js";
import {
  assertNever,
  type AuthScheme,
  type Client,
  type Operation,
} from "../../sdk/sdk.js";
import {
  environmentPiece,
  textPiece,
  type SnippetPiece,
} from "../encode/snippets.js";

export interface SampleHeader {
  readonly name: string;
  readonly value: readonly SnippetPiece[];
}

/** Environment variables with a user name and a password. */
export interface BasicVariables {
  readonly username: string;
  readonly password: string;
}

export interface SampleCredentials {
  readonly headers: readonly SampleHeader[];
  /** `name=value` each. */
  readonly query: readonly (readonly SnippetPiece[])[];
  readonly cookies: readonly (readonly SnippetPiece[])[];
  readonly basic?: BasicVariables;
}

/** Those of the first alternative that needs any: what the SDK sends once its options are set. */
export function neededSchemes(
  { security }: Operation,
  client: Client,
): readonly AuthScheme[] {
  const needed = (security ?? client.security).find(
    (names) => names.length > 0,
  );
  return (needed ?? []).flatMap((name) =>
    client.schemes.filter((scheme) => scheme.name === name),
  );
}

export function credentialsOf(
  operation: Operation,
  client: Client,
): SampleCredentials {
  const all = neededSchemes(operation, client).map(schemeCredentials);
  const basic = all.find((credentials) => credentials.basic)?.basic;
  return {
    headers: all.flatMap(({ headers = [] }) => headers),
    query: all.flatMap(({ query = [] }) => query),
    cookies: all.flatMap(({ cookies = [] }) => cookies),
    ...(basic && { basic }),
  };
}

function schemeCredentials({
  scheme,
  environment,
}: AuthScheme): Partial<SampleCredentials> {
  const value = environmentPiece(environment);
  const authorization = (authScheme: string): Partial<SampleCredentials> => ({
    headers: [
      { name: "Authorization", value: [textPiece(`${authScheme} `), value] },
    ],
  });
  switch (scheme.kind) {
    case "bearer":
      return authorization("Bearer");
    case "http":
      return authorization(scheme.authScheme);
    case "basic":
      return {
        basic: basicVariables(environment, scheme.password),
      };
    case "apiKey":
      switch (scheme.in) {
        case "header":
          return { headers: [{ name: scheme.name, value: [value] }] };
        case "query":
          return {
            query: [[textPiece(`${percentEncode(scheme.name)}=`), value]],
          };
        case "cookie":
          return { cookies: [[textPiece(`${scheme.name}=`), value]] };
        default:
          return assertNever(scheme.in);
      }
    default:
      return assertNever(scheme);
  }
}
