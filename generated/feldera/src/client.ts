import { type Credential, bearer } from "./core/auth.js";
import { Core } from "./core/client.js";
import type { Authenticator } from "./core/operation.js";
import type { ClientOptions } from "./core/options.js";

/** What {@link createClient} takes. */
export interface FelderaCoreOptions extends ClientOptions {
  /** Where the API lives: an http(s) URL without credentials, query and fragment. */
  baseURL: string;
  /**
   * Sent as a bearer token; a function is called before each attempt.
   *
   * A JSON web token from the identity provider of the instance, or an API key, sent as `Authorization: Bearer …`.
   */
  apiKey?: Credential | undefined;
}

/** The credentials that have to be passed together, unless `headers` stand in for them. */
export type FelderaCredentials = { apiKey: {} } | { headers: object };

/** What the standalone functions call through; every {@link Feldera} is one too. */
export class FelderaCore extends Core {
  constructor(
    options: FelderaCoreOptions & FelderaCredentials,
    auth: Authenticator | undefined = bearer(options.apiKey),
  ) {
    super(options, {
      auth: auth,
    });
  }
}

/** A client for the standalone functions: bundlers keep only the functions that are called. It reads no environment variables. */
export function createClient(
  options: FelderaCoreOptions & FelderaCredentials,
): FelderaCore {
  return new FelderaCore(options);
}
