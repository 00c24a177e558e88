import {
  OpenRouterCore,
  type OpenRouterCoreOptions,
  type OpenRouterCredentials,
} from "./client.js";
import type { Credential } from "./core/auth.js";
import { byHand, standIn } from "./core/by-hand.js";
import type { APIPromise } from "./core/call.js";
import { checkOptions } from "./core/check-options.js";
import { checkParams } from "./core/check-params.js";
import { env, isEnabled } from "./core/env.js";
import { type Logger, logging } from "./core/logging.js";
import { pipeline } from "./core/middleware.js";
import type { IdempotentRequestOptions } from "./core/operation.js";
import type { Middleware } from "./core/options.js";
import { request } from "./core/request.js";
import { withUserAgent } from "./core/user-agent.js";
import { withoutPrototype } from "./core/without-prototype.js";
import { APIKeys } from "./resources/api-keys.js";

/** What {@link OpenRouter} takes. */
export interface OpenRouterOptions extends OpenRouterCoreOptions {
  /** Wraps every attempt; the first one is the outermost. */
  middleware?: readonly Middleware[] | undefined;
  /** Gets one line per attempt, without anything secret. `OPENROUTER_LOG=1` logs to the console. */
  logger?: Logger | undefined;
  /** Added to the header `User-Agent`, which names this package and its version, except in browsers. A header of that name replaces both. */
  userAgent?: string | undefined;
}

/**
 * Every operation of OpenRouter API, grouped by resource.
 *
 * Options that are left out are read from the environment: `OPENROUTER_API_KEY`, `OPENROUTER_BASE_URL`.
 *
 * @example
 * const openRouter = new OpenRouter();
 * const result = await openRouter.apiKeys.getCurrentKeyMetadata();
 */
export class OpenRouter extends OpenRouterCore {
  readonly #options: OpenRouterOptions;
  /** Create, list, read, change and delete API keys, and look up the key in use. */
  readonly apiKeys: APIKeys;

  constructor(options: OpenRouterOptions = {}) {
    const given = withoutPrototype(options);
    checkOptions(given);
    const logger =
      given.logger ?? (isEnabled("OPENROUTER_LOG") ? console : undefined);
    const layers = [
      ...(given.middleware ?? []),
      ...(logger ? [logging(logger)] : []),
    ];
    const baseURL = given.baseURL ?? env("OPENROUTER_BASE_URL");
    const apiKey = given.apiKey ?? env("OPENROUTER_API_KEY");
    const absent = standIn(
      "apiKey (OPENROUTER_API_KEY)",
      "header",
      "authorization",
    );
    super(
      {
        ...given,
        baseURL,
        headers: withUserAgent(given.headers, given.userAgent),
        apiKey,
        ...{ extras: checkParams },
        transport:
          layers.length > 0
            ? (fetch) => pipeline(...layers)(given.transport?.(fetch) ?? fetch)
            : given.transport,
      } as OpenRouterCoreOptions & OpenRouterCredentials,
      apiKey ? undefined : byHand(absent),
    );
    this.#options = given;
    this.apiKeys = new APIKeys(this);
  }

  /** A client with the same options, but for the ones given. */
  with(options: OpenRouterOptions): OpenRouter {
    return new OpenRouter({ ...this.#options, ...options });
  }

  /** Calls an endpoint that this version does not know, with the client's credentials, retries and errors. */
  request<T = unknown>(
    method: string,
    path: `/${string}`,
    body?: unknown,
    options?: IdempotentRequestOptions,
  ): APIPromise<T> {
    return request(this, method, path, body, options);
  }
}
