import type { OpenRouterCore } from "../client.js";
import { json } from "../core/body.js";
import { type APIPromise, call } from "../core/call.js";
import type {
  AuthenticationError,
  BadRequestError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  TransportError,
  UnexpectedAPIError,
} from "../core/errors.js";
import type { RequestOptions } from "../core/operation.js";
import { type PagePromise, paginate } from "../core/pages.js";
import { unsafe } from "../core/unsafe.js";
import type {
  BadRequestResponse,
  CreatedKeyResponse,
  CurrentKeyResponse,
  DeletedKeyResponse,
  ForbiddenResponse,
  InternalServerResponse,
  Key,
  KeyListResponse,
  KeyResponse,
  NotFoundResponse,
  TooManyRequestsResponse,
  UnauthorizedResponse,
} from "../models.js";

/** What {@link getCurrentKeyMetadata} throws. */
export type GetCurrentKeyMetadataError =
  | AuthenticationError<UnauthorizedResponse>
  | InternalServerError<InternalServerResponse, 500>
  | UnexpectedAPIError<401 | 500>
  | TransportError;

/** Get the current API key. See {@link APIKeys.getCurrentKeyMetadata}. */
export const getCurrentKeyMetadata = (
  client: OpenRouterCore,
  options?: RequestOptions,
): APIPromise<CurrentKeyResponse, GetCurrentKeyMetadataError> =>
  call(
    client,
    { id: "getCurrentKeyMetadata", path: "/key" },
    undefined,
    options,
  );

/** Arguments of {@link listAPIKeys}. */
export interface ListAPIKeysParams {
  /**
   * Whether disabled keys are listed as well. The value is text, `true` or `false`.
   *
   * @example "true"
   */
  include_disabled?: "true" | "false" | undefined;
  /**
   * How many keys to skip. Leave it out to start with the first key; for the next page, send the present offset plus the number of keys received.
   *
   * At least 0.
   *
   * @example 0
   */
  offset?: number | null | undefined;
  /**
   * Lists the keys of this workspace, not those of the default one.
   *
   * Format: uuid.
   *
   * @example "3e7c1a58-b90d-4f26-a4e3-85d6f02b7c91"
   */
  workspace_id?: string | undefined;
}

/** What {@link listAPIKeys} throws. */
export type ListAPIKeysError =
  | BadRequestError<BadRequestResponse>
  | AuthenticationError<UnauthorizedResponse>
  | RateLimitError<TooManyRequestsResponse>
  | InternalServerError<InternalServerResponse, 500>
  | UnexpectedAPIError<400 | 401 | 429 | 500>
  | TransportError;

/** List API keys. See {@link APIKeys.list}. */
export const listAPIKeys = (
  client: OpenRouterCore,
  params?: ListAPIKeysParams,
  options?: RequestOptions,
): PagePromise<Key, KeyListResponse, ListAPIKeysError> =>
  paginate(
    client,
    {
      id: "listAPIKeys",
      path: "/keys",
      query: ["include_disabled", "offset", "workspace_id"],
      paging: { by: "offset", param: "offset", items: ["data"] },
    },
    params,
    options,
  );

/** Arguments of {@link createAPIKey}. */
export interface CreateAPIKeyParams {
  /**
   * A name that lets people tell the key from others.
   *
   * At least 1 character.
   *
   * @example "Checkout assistant"
   */
  name: string;
  /**
   * The most the key may spend, in US dollars. Leave it out, or send `null`, for no limit.
   *
   * @example 50
   */
  limit?: number | null | undefined;
  /**
   * How often the limit starts afresh, always at midnight UTC; weeks begin on Monday. `null` means that it never does.
   *
   * @example "monthly"
   */
  limit_reset?: "daily" | "weekly" | "monthly" | null | undefined;
  /**
   * Whether spending through your own provider keys (BYOK) counts towards the limit.
   *
   * @example false
   */
  include_byok_in_limit?: boolean | undefined;
  /**
   * When the key stops working. The timestamp has to be in UTC, seconds included. Leave it out, or send `null`, for a key that does not expire.
   *
   * Format: date-time.
   *
   * @example "2027-01-31T23:59:59Z"
   */
  expires_at?: string | Date | null | undefined;
  /**
   * The member of the organisation who creates the key. It has no meaning for personal keys.
   *
   * @example "user_EXAMPLE0000000000000000001"
   */
  creator_user_id?: string | null | undefined;
  /**
   * The workspace to create the key in. Without it the default workspace is used.
   *
   * @example "3e7c1a58-b90d-4f26-a4e3-85d6f02b7c91"
   */
  workspace_id?: string | undefined;
}

/** What {@link createAPIKey} throws. */
export type CreateAPIKeyError =
  | BadRequestError<BadRequestResponse>
  | AuthenticationError<UnauthorizedResponse>
  | PermissionDeniedError<ForbiddenResponse>
  | RateLimitError<TooManyRequestsResponse>
  | InternalServerError<InternalServerResponse, 500>
  | UnexpectedAPIError<400 | 401 | 403 | 429 | 500>
  | TransportError;

/** Create an API key. See {@link APIKeys.create}. */
export const createAPIKey = (
  client: OpenRouterCore,
  params: CreateAPIKeyParams,
  options?: RequestOptions,
): APIPromise<CreatedKeyResponse, CreateAPIKeyError> =>
  call(
    client,
    {
      id: "createAPIKey",
      method: "POST",
      unsafe,
      path: "/keys",
      body: json,
      fields: [
        "name",
        "limit",
        "limit_reset",
        "include_byok_in_limit",
        "expires_at",
        "creator_user_id",
        "workspace_id",
      ],
    },
    params,
    options,
  );

/** What {@link getAPIKey} throws. */
export type GetAPIKeyError =
  | AuthenticationError<UnauthorizedResponse>
  | NotFoundError<NotFoundResponse>
  | RateLimitError<TooManyRequestsResponse>
  | InternalServerError<InternalServerResponse, 500>
  | UnexpectedAPIError<401 | 404 | 429 | 500>
  | TransportError;

/** Get an API key. See {@link APIKeys.get}. */
export const getAPIKey = (
  client: OpenRouterCore,
  hash: string,
  options?: RequestOptions,
): APIPromise<KeyResponse, GetAPIKeyError> =>
  call(client, { id: "getAPIKey", path: "/keys/{hash}" }, { hash }, options);

/** What {@link deleteAPIKey} throws. */
export type DeleteAPIKeyError =
  | AuthenticationError<UnauthorizedResponse>
  | NotFoundError<NotFoundResponse>
  | RateLimitError<TooManyRequestsResponse>
  | InternalServerError<InternalServerResponse, 500>
  | UnexpectedAPIError<401 | 404 | 429 | 500>
  | TransportError;

/** Delete an API key. See {@link APIKeys.delete}. */
export const deleteAPIKey = (
  client: OpenRouterCore,
  hash: string,
  options?: RequestOptions,
): APIPromise<DeletedKeyResponse, DeleteAPIKeyError> =>
  call(
    client,
    { id: "deleteAPIKey", method: "DELETE", unsafe, path: "/keys/{hash}" },
    { hash },
    options,
  );

/** Arguments of {@link updateAPIKey}. */
export interface UpdateAPIKeyParams {
  /**
   * The new name of the key.
   *
   * @example "Checkout assistant (paused)"
   */
  name?: string | undefined;
  /**
   * Send `true` to switch the key off and `false` to switch it on again.
   *
   * @example true
   */
  disabled?: boolean | undefined;
  /**
   * The new spending limit in US dollars; `null` removes the limit.
   *
   * @example 80
   */
  limit?: number | null | undefined;
  /**
   * How often the limit starts afresh from now on, always at midnight UTC; weeks begin on Monday. `null` means that it never does.
   *
   * @example "monthly"
   */
  limit_reset?: "daily" | "weekly" | "monthly" | null | undefined;
  /**
   * Whether spending through your own provider keys (BYOK) counts towards the limit.
   *
   * @example false
   */
  include_byok_in_limit?: boolean | undefined;
}

/** What {@link updateAPIKey} throws. */
export type UpdateAPIKeyError =
  | BadRequestError<BadRequestResponse>
  | AuthenticationError<UnauthorizedResponse>
  | NotFoundError<NotFoundResponse>
  | RateLimitError<TooManyRequestsResponse>
  | InternalServerError<InternalServerResponse, 500>
  | UnexpectedAPIError<400 | 401 | 404 | 429 | 500>
  | TransportError;

/** Update an API key. See {@link APIKeys.update}. */
export const updateAPIKey = (
  client: OpenRouterCore,
  hash: string,
  params?: UpdateAPIKeyParams,
  options?: RequestOptions,
): APIPromise<KeyResponse, UpdateAPIKeyError> =>
  call(
    client,
    {
      id: "updateAPIKey",
      method: "PATCH",
      unsafe,
      path: "/keys/{hash}",
      body: json,
      fields: [
        "name",
        "disabled",
        "limit",
        "limit_reset",
        "include_byok_in_limit",
      ],
    },
    { ...params, hash },
    options,
  );

/** Create, list, read, change and delete API keys, and look up the key in use. */
export class APIKeys {
  readonly #client: OpenRouterCore;

  constructor(client: OpenRouterCore) {
    this.#client = client;
  }

  /**
   * Get the current API key
   *
   * Describes the API key that the request is made with: its limit, its usage and what kind of key it is. Any key may
   * ask about itself. The secret is not included.
   *
   * `GET /key` - repeated if it fails
   *
   * @returns The API key in use.
   * @example const result = await openRouter.apiKeys.getCurrentKeyMetadata();
   * @throws {AuthenticationError} 401 The credential is missing or invalid.
   * @throws {InternalServerError} 500 The server failed to handle the request.
   */
  getCurrentKeyMetadata(
    options?: RequestOptions,
  ): APIPromise<CurrentKeyResponse, GetCurrentKeyMetadataError> {
    return getCurrentKeyMetadata(this.#client, options);
  }

  /**
   * List API keys
   *
   * Lists API keys, one page at a time. Without `workspace_id` the keys of the default workspace are listed. Secrets are
   * never part of the result.
   *
   * The server decides how many keys a page holds. To go on, add the number of keys received to the present `offset` and
   * ask again; a page whose `data` is empty ends the list.
   *
   * Needs a management key.
   *
   * `GET /keys` - repeated if it fails
   *
   * `await` gives the first page, `for await` every item of every page.
   *
   * @returns One page of API keys.
   * @example
   * for await (const item of openRouter.apiKeys.list()) {
   *   console.log(item);
   * }
   * @throws {BadRequestError} 400 The request is malformed or a value is not allowed.
   * @throws {AuthenticationError} 401 The credential is missing or invalid.
   * @throws {RateLimitError} 429 Too many requests came in a short time. Wait before the next one.
   * @throws {InternalServerError} 500 The server failed to handle the request.
   */
  list(
    params?: ListAPIKeysParams,
    options?: RequestOptions,
  ): PagePromise<Key, KeyListResponse, ListAPIKeysError> {
    return listAPIKeys(this.#client, params, options);
  }

  /**
   * Create an API key
   *
   * Creates an API key, with a spending limit and an expiry date if you wish.
   *
   * The answer is the only place where the secret, `key`, appears. Store it at once: no later call returns it. Keep
   * `data.hash` too, as later calls name the key by it.
   *
   * The request is not idempotent: every call that succeeds creates one more key.
   *
   * Needs a management key.
   *
   * `POST /keys` - not repeated once sent, unless `retry: "all"`
   *
   * @param params - Name, limit and expiry of the new key.
   * @returns The new API key, with its secret.
   * @example
   * const result = await openRouter.apiKeys.create({
   *   name: "Checkout assistant",
   *   limit: 50,
   *   limit_reset: "monthly",
   *   include_byok_in_limit: false,
   *   expires_at: "2027-01-31T23:59:59Z",
   *   creator_user_id: "user_EXAMPLE0000000000000000001",
   *   workspace_id: "3e7c1a58-b90d-4f26-a4e3-85d6f02b7c91",
   * });
   * @throws {BadRequestError} 400 The request is malformed or a value is not allowed.
   * @throws {AuthenticationError} 401 The credential is missing or invalid.
   * @throws {PermissionDeniedError} 403 The credential is valid but may not do this.
   * @throws {RateLimitError} 429 Too many requests came in a short time. Wait before the next one.
   * @throws {InternalServerError} 500 The server failed to handle the request.
   */
  create(
    params: CreateAPIKeyParams,
    options?: RequestOptions,
  ): APIPromise<CreatedKeyResponse, CreateAPIKeyError> {
    return createAPIKey(this.#client, params, options);
  }

  /**
   * Get an API key
   *
   * Reads one API key by its hash, with its limit and usage. The secret is not included.
   *
   * Needs a management key.
   *
   * `GET /keys/{hash}` - repeated if it fails
   *
   * @param hash - The hash that identifies the API key, as found in the `hash` field of a key.
   * @returns The API key.
   * @example
   * const result = await openRouter.apiKeys.get(
   *   "50d858e0985ecc7f60418aaf0cc5ab587f42c2570a884095a9e8ccacd0f6545c",
   * );
   * @throws {AuthenticationError} 401 The credential is missing or invalid.
   * @throws {NotFoundError} 404 There is no API key with this hash.
   * @throws {RateLimitError} 429 Too many requests came in a short time. Wait before the next one.
   * @throws {InternalServerError} 500 The server failed to handle the request.
   */
  get(
    hash: string,
    options?: RequestOptions,
  ): APIPromise<KeyResponse, GetAPIKeyError> {
    return getAPIKey(this.#client, hash, options);
  }

  /**
   * Delete an API key
   *
   * Deletes an API key. Move every client that still uses the key to another one first, or disable the key with an
   * update if it may be needed again.
   *
   * Needs a management key.
   *
   * `DELETE /keys/{hash}` - repeated if it fails
   *
   * @param hash - The hash that identifies the API key, as found in the `hash` field of a key.
   * @returns The key has been deleted.
   * @example
   * const result = await openRouter.apiKeys.delete(
   *   "50d858e0985ecc7f60418aaf0cc5ab587f42c2570a884095a9e8ccacd0f6545c",
   * );
   * @throws {AuthenticationError} 401 The credential is missing or invalid.
   * @throws {NotFoundError} 404 There is no API key with this hash.
   * @throws {RateLimitError} 429 Too many requests came in a short time. Wait before the next one.
   * @throws {InternalServerError} 500 The server failed to handle the request.
   */
  delete(
    hash: string,
    options?: RequestOptions,
  ): APIPromise<DeletedKeyResponse, DeleteAPIKeyError> {
    return deleteAPIKey(this.#client, hash, options);
  }

  /**
   * Update an API key
   *
   * Changes the name, the limit or the state of an API key. A field that you leave out keeps its value. The secret stays
   * the same and is not included.
   *
   * Needs a management key.
   *
   * `PATCH /keys/{hash}` - not repeated once sent, unless `retry: "all"`
   *
   * @param hash - The hash that identifies the API key, as found in the `hash` field of a key.
   * @param params - The fields to change.
   * @returns The API key after the change.
   * @example
   * const result = await openRouter.apiKeys.update(
   *   "50d858e0985ecc7f60418aaf0cc5ab587f42c2570a884095a9e8ccacd0f6545c",
   *   {
   *     name: "Checkout assistant (paused)",
   *     disabled: true,
   *     limit: 80,
   *     limit_reset: "monthly",
   *     include_byok_in_limit: false,
   *   },
   * );
   * @throws {BadRequestError} 400 The request is malformed or a value is not allowed.
   * @throws {AuthenticationError} 401 The credential is missing or invalid.
   * @throws {NotFoundError} 404 There is no API key with this hash.
   * @throws {RateLimitError} 429 Too many requests came in a short time. Wait before the next one.
   * @throws {InternalServerError} 500 The server failed to handle the request.
   */
  update(
    hash: string,
    params?: UpdateAPIKeyParams,
    options?: RequestOptions,
  ): APIPromise<KeyResponse, UpdateAPIKeyError> {
    return updateAPIKey(this.#client, hash, params, options);
  }
}
