import { type Credential, bearer } from "./core/auth.js";
import { refuseBrowsers } from "./core/browser.js";
import { Core } from "./core/client.js";
import type { Authenticator } from "./core/operation.js";
import type { ClientOptions } from "./core/options.js";

/** What {@link createClient} takes. */
export interface OpenRouterCoreOptions extends ClientOptions {
  /**
   * Sent as a bearer token; a function is called before each attempt.
   *
   * An OpenRouter API key, sent as `Authorization: Bearer …`. Operations under `/keys` need a management key.
   */
  apiKey?: Credential | undefined;
  /** Lets credentials be used in a browser, where whoever uses the page can read them. */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** The credentials that have to be passed together, unless `headers` stand in for them. */
export type OpenRouterCredentials = { apiKey: {} } | { headers: object };

/** What the standalone functions call through; every {@link OpenRouter} is one too. */
export class OpenRouterCore extends Core {
  constructor(
    options: OpenRouterCoreOptions & OpenRouterCredentials,
    auth: Authenticator | undefined = bearer(options.apiKey),
  ) {
    if (options.apiKey) refuseBrowsers(options.dangerouslyAllowBrowser);
    super(options, {
      url: "https://openrouter.ai/api/v1",
      auth: auth,
    });
  }
}

/** A client for the standalone functions: bundlers keep only the functions that are called. It reads no environment variables. */
export function createClient(
  options: OpenRouterCoreOptions & OpenRouterCredentials,
): OpenRouterCore {
  return new OpenRouterCore(options);
}
