/**
 * Security schemes, and the options of a client that they take their credentials from.
 */
import type { Doc, Name, Text } from "./types.js";

export interface AuthScheme {
  readonly name: Text;
  /** The client option that carries the credential. */
  readonly option: Name;
  readonly environment: string;
  /** What the option was called before, which callers still write. */
  readonly formerOptions?: readonly FormerOption[];
  /** True if the client is not made without it. */
  readonly isRequired?: boolean;
  readonly doc: Doc;
  readonly scheme:
    | {
        readonly kind: "bearer";
        /** True if the token belongs to the user of the program, who may see it. */
        readonly isPersonal: boolean;
        /** The OAuth 2.0 client credentials flow, with the token URL where it is absolute. */
        readonly clientCredentials?: {
          readonly tokenURL?: Text;
          /** The options of its id and secret, where they are options of their own. */
          readonly client?: readonly [
            id: CredentialOption,
            secret: CredentialOption,
          ];
        };
      }
    | {
        readonly kind: "basic";
        /** Where it has an option of its own; that of the scheme is the user name's then. */
        readonly password?: CredentialOption;
      }
    /** Any other HTTP authentication scheme (RFC 9110 section 11.1). */
    | { readonly kind: "http"; readonly authScheme: Text }
    | {
        readonly kind: "apiKey";
        readonly in: "header" | "query" | "cookie";
        readonly name: Text;
      };
}

/** An option with the environment variable that it is read from. */
export interface CredentialOption {
  readonly option: Name;
  readonly environment: string;
}

export interface FormerOption extends CredentialOption {
  /** The release that no longer takes it; absent where the owner keeps it. */
  readonly until?: string;
}

/** Two where a user name and a password have an option each, else one. */
export const credentialOptions = ({
  option,
  environment,
  scheme,
}: AuthScheme): readonly CredentialOption[] => [
  { option, environment },
  ...(scheme.kind === "basic" && scheme.password ? [scheme.password] : []),
];

/** The options of an id and a secret that tokens are requested with: two, or none. */
export const clientOptions = ({
  scheme,
}: AuthScheme): readonly CredentialOption[] =>
  (scheme.kind === "bearer" ? scheme.clientCredentials?.client : undefined) ??
  [];

/** What callers usually pass: an id and a secret where there are such options. */
export const usualOptions = (auth: AuthScheme): readonly CredentialOption[] => {
  const client = clientOptions(auth);
  return client.length > 0 ? client : credentialOptions(auth);
};

/** The options of a scheme, then what they were called before. */
export const takenOptions = (auth: AuthScheme): readonly Name[] =>
  [
    ...credentialOptions(auth),
    ...clientOptions(auth),
    ...(auth.formerOptions ?? []),
  ].map(({ option }) => option);

/** The variables of a user name and a password. */
export const basicVariables = (
  environment: string,
  password: CredentialOption | undefined,
): { readonly username: string; readonly password: string } =>
  password
    ? { username: environment, password: password.environment }
    : {
        username: `${environment}_USERNAME`,
        password: `${environment}_PASSWORD`,
      };
