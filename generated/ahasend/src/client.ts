import { type Credential, bearer } from "./core/auth.js";
import { refuseBrowsers } from "./core/browser.js";
import { fillsPaths } from "./core/client-paths.js";
import { Core } from "./core/client.js";
import type { Authenticator } from "./core/operation.js";
import type { ClientOptions } from "./core/options.js";

/** What {@link createClient} takes. */
export interface AhaSendCoreOptions extends ClientOptions {
  /**
   * Sent as a bearer token; a function is called before each attempt.
   *
   * An API key with the prefix `aha-sk-`, sent as `Authorization: Bearer aha-sk-…`. The values listed in an
   * operation's security requirement are the scopes that the key needs.
   */
  apiKey?: Credential | undefined;
  /**
   * The account to act on. For a sub account's keys this is its parent account.
   *
   * The default of every `account_id`.
   */
  accountId?: string | undefined;
  /** Lets credentials be used in a browser, where whoever uses the page can read them. */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** The credentials that have to be passed together, unless `headers` stand in for them. */
export type AhaSendCredentials = { apiKey: {} } | { headers: object };

/** What the standalone functions call through; every {@link AhaSend} is one too. */
export class AhaSendCore extends Core {
  constructor(
    options: AhaSendCoreOptions & AhaSendCredentials,
    auth: Authenticator | undefined = bearer(options.apiKey),
  ) {
    if (options.apiKey) refuseBrowsers(options.dangerouslyAllowBrowser);
    super(options, {
      url: "https://api.ahasend.com",
      auth: auth,
      extras: fillsPaths({ account_id: options.accountId }, options),
    });
  }
}

/** A client for the standalone functions: bundlers keep only the functions that are called. It reads no environment variables. */
export function createClient(
  options: AhaSendCoreOptions & AhaSendCredentials,
): AhaSendCore {
  return new AhaSendCore(options);
}
