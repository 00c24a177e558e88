/**
 * OAuth 2.0 client credentials (RFC 6749, section 4.4) as a function that supplies the token:
 * fetched when first needed, kept while it is valid, fetched once for all who wait for it.
 */
import type { Credential, CredentialProvider } from "./auth.js";
import { configError } from "./errors.js";
import { withoutPrototype } from "./without-prototype.js";
import { readText } from "./read-response.js";

/** What `clientCredentials` takes. */
export interface ClientCredentialsOptions {
  /** Where tokens are made: https, or this machine. */
  tokenURL: string;
  clientId: string;
  clientSecret: string;
  scope?: string | undefined;
  /** Further fields of the request, such as `audience`. */
  fields?: Readonly<Record<string, string>> | undefined;
  /**
   * Where client id and secret are sent.
   * @default "header"
   */
  sendIn?: "header" | "body" | undefined;
  /** Used in place of the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * Milliseconds that the token's server may take.
   * @default 30000
   */
  timeout?: number | undefined;
}

/** A token is renewed this long before it ends, and after a day at the latest. */
const EARLY = 30;
const LONGEST = 86_400;
/** How long a token is kept whose server does not say. */
const UNKNOWN = 300;

/** A credential for `bearer` schemes: access tokens of an OAuth 2.0 client. */
export function clientCredentials(
  options: ClientCredentialsOptions,
): CredentialProvider<string> {
  const given = withoutPrototype(options);
  if (
    !/^(https:\/\/|http:\/\/(localhost|127\.[\d.]+|\[::1\])[:/])[^\s#@\\]+$/.test(
      given.tokenURL,
    )
  )
    throw configError("invalid value for tokenURL: https is needed");
  let kept: { token: string; until: number } | undefined;
  let pending: Promise<string> | undefined;
  return ({ refresh }) => {
    if (kept && !refresh && Date.now() < kept.until) return kept.token;
    pending ??= request(given)
      .then(([token, seconds]) => {
        kept = { token, until: Date.now() + (seconds - EARLY) * 1000 };
        return token;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };
}

/** A token, what supplies it, or what it is got with. */
export type TokenSource<Known extends keyof ClientCredentialsOptions = never> =
  | Credential
  | (Omit<ClientCredentialsOptions, Known> &
      Partial<Pick<ClientCredentialsOptions, Known>>);

/** @internal Client credentials as a function that supplies the token; others as they are. */
export const tokenSource = (
  source: TokenSource<"tokenURL"> | undefined,
  tokenURL = "",
): Credential | undefined =>
  typeof source === "object"
    ? clientCredentials({ ...source, tokenURL: source.tokenURL ?? tokenURL })
    : source;

/** One request for a token; failures are left to the call that needs it. */
async function request({
  tokenURL,
  clientId,
  clientSecret,
  scope,
  fields,
  sendIn = "header",
  fetch = globalThis.fetch,
  timeout = 30_000,
}: ClientCredentialsOptions): Promise<[token: string, seconds: number]> {
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
    // Both are form-encoded first (section 2.3.1), and so ASCII.
    const pair = [clientId, clientSecret].map((text) =>
      new URLSearchParams({ "": text }).toString().slice(1),
    );
    headers.set("authorization", `Basic ${btoa(pair.join(":"))}`);
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
  let answer: Record<string, unknown> = {};
  try {
    answer = withoutPrototype(
      JSON.parse(await readText(response, 1e6)) as typeof answer,
    );
  } catch {
    // Reported by its status.
  }
  const { access_token: token, expires_in: given, error } = answer;
  if (!response.ok || typeof token !== "string" || !token)
    throw new Error(
      `no token: ${response.status} ${typeof error === "string" ? error : ""}`.trim(),
    );
  const seconds = Number(given ?? UNKNOWN);
  return [token, seconds > 0 ? Math.min(seconds, LONGEST) : UNKNOWN];
}
