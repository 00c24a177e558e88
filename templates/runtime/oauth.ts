/**
 * OAuth 2.0 client credentials (RFC 6749, section 4.4) as a credential
 * function: the access token is requested when it is first needed and cached
 * while it is valid; concurrent calls share a request.
 */
import type { Credential, CredentialProvider } from "./auth.js";
import { configError } from "./errors.js";
import { withoutPrototype } from "./without-prototype.js";
import { readText } from "./read-response.js";

/** Options of `clientCredentials`. */
export interface ClientCredentialsOptions {
  /** The token endpoint: an https URL, or http on this machine. */
  tokenURL: string;
  clientId: string;
  clientSecret: string;
  /** The scopes to ask for, separated by spaces. */
  scope?: string | undefined;
  /** Further fields of the token request, such as `audience`. */
  fields?: Readonly<Record<string, string>> | undefined;
  /**
   * Where the client's id and secret are sent: in an `Authorization: Basic`
   * header, or in the body.
   * @default "header"
   */
  sendIn?: "header" | "body" | undefined;
  /** Used in place of the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * Milliseconds that a token request may take.
   * @default 30000
   */
  timeout?: number | undefined;
}

/** Seconds before it expires that a token is renewed. */
const RENEWAL_MARGIN = 30;
/** The longest time, in seconds, that a token is cached: a day. */
const MAX_LIFETIME = 86_400;
/** The lifetime, in seconds, of a token without a valid `expires_in`. */
const DEFAULT_LIFETIME = 300;

/**
 * A credential function for `bearer` schemes that supplies access tokens of an
 * OAuth 2.0 client.
 */
export function clientCredentials(
  options: ClientCredentialsOptions,
): CredentialProvider<string> {
  options = withoutPrototype(options);
  if (
    !/^(https:\/\/|http:\/\/(localhost|127\.[\d.]+|\[::1\])[:/])[^\s#@\\]+$/.test(
      options.tokenURL,
    )
  )
    throw configError("invalid value for tokenURL: https is required");
  let cached: { token: string; expiresAt: number } | undefined;
  let pending: Promise<string> | undefined;
  return ({ refresh }) => {
    if (cached && !refresh && Date.now() < cached.expiresAt)
      return cached.token;
    pending ??= requestToken(options)
      .then(([token, lifetime]) => {
        cached = {
          token,
          expiresAt: Date.now() + (lifetime - RENEWAL_MARGIN) * 1000,
        };
        return token;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };
}

/**
 * A token, a function that supplies it, or the client credentials to request it
 * with.
 */
export type TokenSource<Known extends keyof ClientCredentialsOptions = never> =
  | Credential
  | (Omit<ClientCredentialsOptions, Known> &
      Partial<Pick<ClientCredentialsOptions, Known>>);

/**
 * @internal Turns client credentials into a credential function; leaves other
 * sources as they are.
 */
export const tokenSource = (
  source: TokenSource<"tokenURL"> | undefined,
  tokenURL = "",
): Credential | undefined =>
  typeof source === "object"
    ? clientCredentials({ ...source, tokenURL: source.tokenURL ?? tokenURL })
    : source;

/**
 * Sends one token request (RFC 6749, section 4.4.2). The call that needs the
 * token reports an error.
 */
async function requestToken({
  tokenURL,
  clientId,
  clientSecret,
  scope,
  fields,
  sendIn = "header",
  fetch = globalThis.fetch,
  timeout = 30_000,
}: ClientCredentialsOptions): Promise<[token: string, lifetime: number]> {
  const body = new URLSearchParams({
    ...fields,
    grant_type: "client_credentials",
  });
  if (scope !== undefined) body.set("scope", scope);
  const headers = new Headers({
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
  });
  if (sendIn === "header") {
    // Section 2.3.1: both are form-encoded first, and so ASCII.
    const encoded = [clientId, clientSecret].map((text) =>
      new URLSearchParams({ "": text }).toString().slice(1),
    );
    headers.set("authorization", `Basic ${btoa(encoded.join(":"))}`);
  } else {
    body.set("client_id", clientId);
    body.set("client_secret", clientSecret);
  }
  const response = await fetch(
    tokenURL,
    withoutPrototype<RequestInit>({
      method: "POST",
      headers,
      body: body.toString(),
      redirect: "error",
      signal: AbortSignal.timeout(timeout),
    }),
  );
  let json: Record<string, unknown> = {};
  try {
    json = withoutPrototype(
      JSON.parse(await readText(response, { limit: 1e6 })) as typeof json,
    );
  } catch {
    // Reported by its status, below.
  }
  const { access_token: token, expires_in: expiresIn, error } = json;
  if (!response.ok || typeof token !== "string" || !token)
    throw new Error(
      `no token: ${response.status} ${typeof error === "string" ? error : ""}`.trim(),
    );
  const lifetime = Number(expiresIn ?? DEFAULT_LIFETIME);
  return [
    token,
    lifetime > 0 ? Math.min(lifetime, MAX_LIFETIME) : DEFAULT_LIFETIME,
  ];
}
