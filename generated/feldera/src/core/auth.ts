/**
 * Credentials, and functions that add them to requests, one for each type of
 * Security Scheme Object. Without a credential they return undefined, so that
 * the client knows which schemes it can use.
 */
import { configError, type SDKError } from "./errors.js";
import { connectionError, type PlatformError } from "./read-response.js";
import { refuseValue, throwTypeError } from "./type-error.js";
import { addCookies, setHeader } from "./headers.js";
import type { Authenticator, CredentialTarget } from "./operation.js";
import type { Awaitable } from "./options.js";
import { addQuery, percentEncode } from "./text.js";

/**
 * An API key or token, or a function that supplies it and is called before each
 * attempt.
 */
export type Credential = string | CredentialProvider<string>;

/**
 * A user name and password, or a function that supplies them and is called
 * before each attempt.
 */
export type BasicCredential = UserPassword | CredentialProvider<UserPassword>;

/** Credentials of HTTP basic authentication. */
export interface UserPassword {
  username: string;
  password: string;
}

/** @internal A user name and password; undefined unless there are both. */
export function userPassword(
  username: string | undefined,
  password: string | undefined,
): UserPassword | undefined {
  return username === undefined || password === undefined
    ? undefined
    : { username, password };
}

/**
 * Supplies a credential. `refresh` is true after the server has refused one
 * with a 401, and `refused` is that one: another call may have replaced it
 * since. `maxRetries` is the client's.
 */
export type CredentialProvider<T> = (context: {
  refresh: boolean;
  refused?: T | undefined;
  maxRetries?: number | undefined;
}) => Awaitable<T>;

/**
 * `Authorization: Bearer …`, for types `http` (bearer), `oauth2` and
 * `openIdConnect`.
 */
export const bearer = (
  credential: Credential | undefined,
): Authenticator | undefined =>
  authenticator(credential, ({ headers }, token) => {
    setHeader(headers, "authorization", `Bearer ${token.trim()}`);
  });

/** `Authorization: <scheme> …`, for any other scheme of type `http`. */
export const http = (
  scheme: string,
  credential: Credential | undefined,
): Authenticator | undefined =>
  authenticator(credential, ({ headers }, token) => {
    setHeader(headers, "authorization", `${scheme} ${token.trim()}`);
  });

/** `Authorization: Basic …` (RFC 7617), in UTF-8. */
export const basic = (
  credential: BasicCredential | undefined,
): Authenticator | undefined =>
  authenticator(credential, ({ headers }, { username, password }) => {
    if (username.includes(":"))
      throwTypeError("a user name cannot contain a colon");
    const bytes = new TextEncoder().encode(`${username}:${password}`);
    const text = btoa(String.fromCharCode(...bytes));
    setHeader(headers, "authorization", `Basic ${text}`);
  });

/** An API key in a header, a query parameter or a cookie. */
export const apiKey = (
  location: "header" | "query" | "cookie",
  name: string,
  credential: Credential | undefined,
): Authenticator | undefined =>
  authenticator(credential, (request, key) => {
    const { url, headers } = request;
    key = key.trim();
    if (location === "header") setHeader(headers, name, key);
    else if (location === "query")
      request.url = addQuery(
        url,
        `${percentEncode(name)}=${percentEncode(key)}`,
      );
    else if (/^[!#-+\--:<-[\]-~]*$/.test(key))
      addCookies(headers, `${name}=${key}`);
    else refuseValue(name);
  });

/** A code of the network, else the words that `fetch` of browsers rejects with. */
const NETWORK_FAILURE =
  /^(TypeError.*(fetch|etwork|Load|sending)|E(CONN|TIMED|AI_|NOTF)|Conn|UND_)/;

/** An authenticator for a credential; undefined without one. */
const authenticator = <T extends string | UserPassword>(
  credential: T | CredentialProvider<T> | undefined,
  add: (request: CredentialTarget, value: T) => void,
): Authenticator | undefined => {
  if (!credential) return undefined;
  return async (request, settings, { call, refused }) => {
    const { maxRetries } = settings;
    const isFunction = typeof credential === "function";
    let value: T;
    try {
      value = isFunction
        ? await credential({
            refresh: !!refused,
            refused: refused as T | undefined,
            maxRetries,
          })
        : credential;
    } catch (error) {
      const cause = error as PlatformError & SDKError;
      if (NETWORK_FAILURE.test(`${cause?.code ?? cause}`))
        throw connectionError(call, cause);
      throw cause.operation ? cause : configError(cause.message, call, cause);
    }
    if (!value) throwTypeError("missing credentials");
    // Only https, or http to this machine, keeps a credential secret.
    if (
      !settings.allowInsecure &&
      !/^http(s|:\/\/(localhost|127\.[\d.]+|\[::1\])[:/])/.test(request.url)
    )
      refuseValue("baseURL or allowInsecure");
    add(request, value);
    return isFunction && value;
  };
};
