import { type Credential, bearer } from "./core/auth.js";
import { refuseBrowsers } from "./core/browser.js";
import { Core } from "./core/client.js";
import { configError } from "./core/errors.js";
import type { ClientOptions } from "./core/options.js";

/**
 * What {@link createClient} takes.
 */
export interface OpenRouterCoreOptions extends ClientOptions {
  /**
   * Sent as a bearer token; a function is called before each attempt.
   *
   * An OpenRouter API key, sent as `Authorization: Bearer …`. Operations under `/keys` need a management key.
   */
  apiKey: Credential;
  /**
   * Lets credentials be used in a browser, where whoever uses the page can read them.
   */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/**
 * What the standalone functions call through; every {@link OpenRouter} is one too.
 */
export class OpenRouterCore extends Core {
  constructor(options: OpenRouterCoreOptions) {
    if (!options.apiKey) throw configError("Pass apiKey.");
    refuseBrowsers(options.dangerouslyAllowBrowser);
    super(options, {
      baseURL: "https://openrouter.ai/api/v1",
      auth: bearer(options.apiKey),
    });
  }
}

/**
 * A client for the standalone functions: bundlers keep only the functions that are called. It reads no environment variables.
 */
export function createClient(options: OpenRouterCoreOptions): OpenRouterCore {
  return new OpenRouterCore(options);
}
