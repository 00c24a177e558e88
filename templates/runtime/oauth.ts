/**
 * OAuth 2.0 client credentials (RFC 6749, section 4.4) as a credential
 * function: the access token is requested when it is first needed and cached
 * while it is valid; concurrent calls and copies of a client share it.
 */
import type { Credential, CredentialProvider } from "./auth.js";
import { retryAfterOf } from "./error-response.js";
import { configError, type SDKError } from "./errors.js";
import type {
  Awaitable,
  CallContext,
  ClientOptions,
  Fetch,
} from "./options.js";
import {
  connectionError,
  readText,
  type PlatformError,
} from "./read-response.js";
import { retryDelay } from "./retry.js";
import { withoutPrototype } from "./without-prototype.js";

/**
 * Options of `clientCredentials`. A request for a token that fails because of
 * the network or the server is repeated up to `maxRetries` of the client.
 */
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
  /**
   * Used in place of the `fetch` of the client whose option these are, and of
   * the global one.
   */
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

/** The options of a client that say how its requests reach the network. */
type Connection = Pick<ClientOptions, "fetch" | "fetchOptions">;

/** Supplies a token, requested over the connection of the calling client. */
type TokenProvider = (
  context: Parameters<CredentialProvider<string>>[0] & {
    connection?: Connection;
  },
) => Awaitable<string>;

/**
 * A credential function for `bearer` schemes that supplies access tokens of an
 * OAuth 2.0 client.
 */
export const clientCredentials = (
  options: ClientCredentialsOptions,
): CredentialProvider<string> => tokenProvider(options);

function tokenProvider(options: ClientCredentialsOptions): TokenProvider {
  options = withoutPrototype(options);
  if (
    !/^(https:\/\/|http:\/\/(localhost|127\.[\d.]+|\[::1\])[:/])[^\s#@\\]+$/.test(
      options.tokenURL,
    )
  )
    throw configError("invalid value for tokenURL: https is required");
  let cached: { token: string; expiresAt: number } | undefined;
  let pending: Promise<string> | undefined;
  return (context) => {
    const { refresh, refused, maxRetries, connection } =
      withoutPrototype(context);
    // Of the calls that were refused with a token, the first one replaces it.
    const isRefused = refresh && (refused ?? cached?.token) === cached?.token;
    if (cached && !isRefused && Date.now() < cached.expiresAt)
      return cached.token;
    pending ??= requestTokenRepeatedly(options, connection, maxRetries)
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
 * @internal The id and secret of a client, where they are options of their own;
 * undefined unless there are both.
 */
export const idAndSecret = (
  clientId: string | undefined,
  clientSecret: string | undefined,
): Pick<ClientCredentialsOptions, "clientId" | "clientSecret"> | undefined =>
  clientId === undefined || clientSecret === undefined
    ? undefined
    : { clientId, clientSecret };

/**
 * The token providers that were made from client credentials: by the caller's
 * object, which copies of a client share, and by its content at that time.
 */
const providers: WeakMap<
  object,
  Map<string, TokenProvider>
> = /* @__PURE__ */ new WeakMap();

/**
 * @internal Turns client credentials into a credential function, which uses the
 * client's connection; leaves other sources as they are.
 */
export const tokenSource = (
  source: TokenSource<"tokenURL"> | undefined,
  client: Connection,
  tokenURL = "",
): Credential | undefined => {
  if (typeof source !== "object") return source;
  const options = { ...source, tokenURL: source.tokenURL ?? tokenURL };
  const content = JSON.stringify(options);
  const known = providers.get(source) ?? new Map<string, TokenProvider>();
  const provider = known.get(content) ?? tokenProvider(options);
  providers.set(source, known.set(content, provider));
  const connection = withoutPrototype(client);
  return (context) => provider({ ...context, connection });
};

/** The server gave no token; `retryDelay` decides by status and wait. */
class TokenError extends Error {
  constructor(
    message: string,
    readonly status: number,
    /** In seconds. */
    readonly retryAfter: number | undefined,
  ) {
    super(message);
  }
}

/**
 * Sends one token request (RFC 6749, section 4.4.2). The call that needs the
 * token reports an error.
 */
async function requestToken(
  {
    tokenURL,
    clientId,
    clientSecret,
    scope,
    fields,
    sendIn = "header",
    fetch: own,
    timeout = 30_000,
  }: ClientCredentialsOptions,
  { fetch = globalThis.fetch, fetchOptions }: Connection,
  call: CallContext,
): Promise<[token: string, lifetime: number]> {
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
  const signal = AbortSignal.timeout(timeout);
  let response: Response;
  let text: string;
  try {
    // Proxies and certificates apply to this request too; options for caching
    // are meant for responses of the API only.
    const { cache: _cache, next: _next, ...connection } = fetchOptions ?? {};
    response = await ((own as Fetch | undefined) ?? fetch)(
      tokenURL,
      withoutPrototype<RequestInit>(connection as RequestInit, {
        method: "POST",
        headers,
        body: body.toString(),
        redirect: "manual",
        signal,
      }),
      call,
    );
    text = await readText(response, { limit: 1e6 });
  } catch (cause) {
    const error = connectionError(
      undefined,
      signal.aborted
        ? { code: `timeout after ${timeout} ms` }
        : (cause as PlatformError),
    );
    error.message = `no token: ${error.message}`;
    throw error;
  }
  let json: Record<string, unknown> = {};
  try {
    json = withoutPrototype(JSON.parse(text) as typeof json);
  } catch {
    // Reported by its status, below.
  }
  const { access_token: token, expires_in: expiresIn, error } = json;
  const { ok, status } = response;
  if (!ok || typeof token !== "string" || !token) {
    throw new TokenError(
      `no token: ${status} ${typeof error === "string" ? error : ""}`.trim(),
      status,
      retryAfterOf(response.headers),
    );
  }
  const lifetime = Number(expiresIn ?? DEFAULT_LIFETIME);
  return [
    token,
    lifetime > 0 ? Math.min(lifetime, MAX_LIFETIME) : DEFAULT_LIFETIME,
  ];
}

/**
 * Requests a token, and again after a failure of the network or the server: that
 * is as safe as a GET, whatever the call sends afterwards.
 */
async function requestTokenRepeatedly(
  options: ClientCredentialsOptions,
  connection = withoutPrototype<Connection>({}),
  maxRetries = 2,
): Promise<[token: string, lifetime: number]> {
  for (let attempt = 0; ; attempt++) {
    const call: CallContext = {
      operation: "token",
      method: "POST",
      route: "",
      attempt,
      idempotencyKey: undefined,
    };
    try {
      return await requestToken(options, connection, call);
    } catch (error) {
      if (attempt >= maxRetries) throw error;
      // A token may be asked for again, as what is only read.
      const delay = retryDelay(error as SDKError, { ...call, method: "GET" });
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
}
