/**
 * Credentials and where they go. A scheme without a credential is `undefined`: so the client
 * knows which alternative of an operation's security it can use.
 */
import { throwTypeError } from "./type-error.js";
import { addCookies, setHeader } from "./headers.js";
import type { Authenticator, CredentialTarget } from "./operation.js";
import type { Awaitable } from "./options.js";
import { addQuery, percentEncode } from "./text.js";

/** A key or token, or a function that is asked for it before each attempt. */
export type Credential = string | CredentialProvider<string>;

/** A user name and password, or a function that is asked for them before each attempt. */
export type BasicCredential = UserPassword | CredentialProvider<UserPassword>;

export interface UserPassword {
  username: string;
  password: string;
}

/** @internal Both or none: how an environment holds them. */
export function userPassword(
  username: string | undefined,
  password: string | undefined,
): UserPassword | undefined {
  return username === undefined || password === undefined
    ? undefined
    : { username, password };
}

/** `refresh` is true once, when the server has refused the last value with a 401. */
export type CredentialProvider<T> = (context: {
  refresh: boolean;
}) => Awaitable<T>;

/** `Authorization: Bearer …`, for http bearer, OAuth 2 and OpenID Connect. */
export const bearer = (
  credential: Credential | undefined,
): Authenticator | undefined =>
  authenticator(credential, ({ headers }, token) => {
    setHeader(headers, "authorization", `Bearer ${token.trim()}`);
  });

/** Any other http scheme: `Authorization: <scheme> …`. */
export const http = (
  scheme: string,
  credential: Credential | undefined,
): Authenticator | undefined =>
  authenticator(credential, ({ headers }, token) => {
    setHeader(headers, "authorization", `${scheme} ${token.trim()}`);
  });

/** `Authorization: Basic …`, in UTF-8. */
export const basic = (
  credential: BasicCredential | undefined,
): Authenticator | undefined =>
  authenticator(credential, ({ headers }, { username, password }) => {
    if (username.includes(":"))
      throwTypeError("a user name cannot hold a colon");
    const bytes = new TextEncoder().encode(`${username}:${password}`);
    const text = btoa(String.fromCharCode(...bytes));
    setHeader(headers, "authorization", `Basic ${text}`);
  });

/** A key under a name of its own. */
export const apiKey = (
  place: "header" | "query" | "cookie",
  name: string,
  credential: Credential | undefined,
): Authenticator | undefined =>
  authenticator(credential, (request, key) => {
    const { url, headers } = request;
    key = key.trim();
    if (place === "header") setHeader(headers, name, key);
    else if (place === "query")
      request.url = addQuery(
        url,
        `${percentEncode(name)}=${percentEncode(key)}`,
      );
    else if (/^[!#-+\--:<-[\]-~]*$/.test(key))
      addCookies(headers, `${name}=${key}`);
    else throwTypeError(`invalid value for ${name}`);
  });

const authenticator = <T extends string | UserPassword>(
  credential: T | CredentialProvider<T> | undefined,
  add: (request: CredentialTarget, value: T) => void,
): Authenticator | undefined =>
  credential
    ? async (request, refresh, _operation, settings) => {
        const provided = typeof credential === "function";
        const value = provided ? await credential({ refresh }) : credential;
        if (!value) throwTypeError("missing credentials");
        // Encrypted, or within this machine.
        if (
          !settings.allowInsecure &&
          !/^http(s|:\/\/(localhost|127\.[\d.]+|\[::1\])[:/])/.test(request.url)
        )
          throwTypeError("invalid value for baseURL or allowInsecure");
        add(request, value);
        return provided;
      }
    : undefined;
