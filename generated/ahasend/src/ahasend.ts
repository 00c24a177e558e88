import {
  AhaSendCore,
  type AhaSendCoreOptions,
  type AhaSendCredentials,
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
import { SubAccounts } from "./resources/sub-accounts.js";

/** What {@link AhaSend} takes. */
export interface AhaSendOptions extends AhaSendCoreOptions {
  /** Wraps every attempt; the first one is the outermost. */
  middleware?: readonly Middleware[] | undefined;
  /** Gets one line per attempt, without anything secret. `AHASEND_LOG=1` logs to the console. */
  logger?: Logger | undefined;
  /** Added to the header `User-Agent`, which names this package and its version, except in browsers. A header of that name replaces both. */
  userAgent?: string | undefined;
}

/**
 * Every operation of AhaSend API, grouped by resource.
 *
 * Options that are left out are read from the environment: `AHASEND_API_KEY`, `AHASEND_ACCOUNT_ID`, `AHASEND_BASE_URL`.
 *
 * @example
 * const ahaSend = new AhaSend();
 * for await (const item of ahaSend.apiKeys.list()) {
 *   console.log(item);
 * }
 */
export class AhaSend extends AhaSendCore {
  readonly #options: AhaSendOptions;
  /** Create, list, read, change and delete the API keys of an account. */
  readonly apiKeys: APIKeys;
  /**
   * Manage the API keys of the sub accounts below a parent account. Sub accounts are in early access: the vendor
   * enables them for an account on request.
   */
  readonly subAccounts: SubAccounts;

  constructor(options: AhaSendOptions = {}) {
    const given = withoutPrototype(options);
    checkOptions(given);
    const logger =
      given.logger ?? (isEnabled("AHASEND_LOG") ? console : undefined);
    const layers = [
      ...(given.middleware ?? []),
      ...(logger ? [logging(logger)] : []),
    ];
    const baseURL = given.baseURL ?? env("AHASEND_BASE_URL");
    const apiKey = given.apiKey ?? env("AHASEND_API_KEY");
    const absent = standIn(
      "apiKey (AHASEND_API_KEY)",
      "header",
      "authorization",
    );
    super(
      {
        ...given,
        baseURL,
        headers: withUserAgent(given.headers, given.userAgent),
        apiKey,
        accountId: given.accountId ?? env("AHASEND_ACCOUNT_ID"),
        ...{ extras: checkParams },
        transport:
          layers.length > 0
            ? (fetch) => pipeline(...layers)(given.transport?.(fetch) ?? fetch)
            : given.transport,
      } as AhaSendCoreOptions & AhaSendCredentials,
      apiKey ? undefined : byHand(absent),
    );
    this.#options = given;
    this.apiKeys = new APIKeys(this);
    this.subAccounts = new SubAccounts(this);
  }

  /** A client with the same options, but for the ones given. */
  with(options: AhaSendOptions): AhaSend {
    return new AhaSend({ ...this.#options, ...options });
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
