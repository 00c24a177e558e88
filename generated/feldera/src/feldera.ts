import {
  FelderaCore,
  type FelderaCoreOptions,
  type FelderaCredentials,
} from "./client.js";
import type { Credential } from "./core/auth.js";
import { byHand, standIn } from "./core/by-hand.js";
import type { APIPromise } from "./core/call.js";
import { checkOptions } from "./core/check-options.js";
import { checkParams } from "./core/check-params.js";
import { env, isEnabled } from "./core/env.js";
import { configError } from "./core/errors.js";
import { type Logger, logging } from "./core/logging.js";
import { pipeline } from "./core/middleware.js";
import type { IdempotentRequestOptions } from "./core/operation.js";
import type { Middleware } from "./core/options.js";
import { request } from "./core/request.js";
import { withUserAgent } from "./core/user-agent.js";
import { withoutPrototype } from "./core/without-prototype.js";
import { ApiKeys } from "./resources/api-keys.js";

/** What {@link Feldera} takes. */
export interface FelderaOptions extends Omit<FelderaCoreOptions, "baseURL"> {
  /** Where the API lives: an http(s) URL without credentials, query and fragment. */
  baseURL?: string | undefined;
  /** Wraps every attempt; the first one is the outermost. */
  middleware?: readonly Middleware[] | undefined;
  /** Gets one line per attempt, without anything secret. `FELDERA_LOG=1` logs to the console. */
  logger?: Logger | undefined;
  /** Added to the header `User-Agent`, which names this package and its version, except in browsers. A header of that name replaces both. */
  userAgent?: string | undefined;
}

/**
 * Every operation of Feldera API, grouped by resource.
 *
 * Options that are left out are read from the environment: `FELDERA_API_KEY`, `FELDERA_BASE_URL`.
 *
 * @example
 * const feldera = new Feldera();
 * const result = await feldera.apiKeys.list();
 */
export class Feldera extends FelderaCore {
  readonly #options: FelderaOptions;
  readonly apiKeys: ApiKeys;

  constructor(options: FelderaOptions = {}) {
    const given = withoutPrototype(options);
    checkOptions(given);
    const logger =
      given.logger ?? (isEnabled("FELDERA_LOG") ? console : undefined);
    const layers = [
      ...(given.middleware ?? []),
      ...(logger ? [logging(logger)] : []),
    ];
    const baseURL = given.baseURL ?? env("FELDERA_BASE_URL");
    if (!baseURL) throw configError("Pass baseURL, or set FELDERA_BASE_URL.");
    const apiKey = given.apiKey ?? env("FELDERA_API_KEY");
    const absent = standIn(
      "apiKey (FELDERA_API_KEY)",
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
      } as FelderaCoreOptions & FelderaCredentials,
      apiKey ? undefined : byHand(absent),
    );
    this.#options = given;
    this.apiKeys = new ApiKeys(this);
  }

  /** A client with the same options, but for the ones given. */
  with(options: FelderaOptions): Feldera {
    return new Feldera({ ...this.#options, ...options });
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
