import type { AhaSendCore } from "../client.js";
import { json } from "../core/body.js";
import {
  type APIPromise,
  type APIPromiseWithHeaders,
  call,
} from "../core/call.js";
import type {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  TransportError,
  UnexpectedAPIError,
  UnprocessableEntityError,
} from "../core/errors.js";
import { extras } from "../core/extras.js";
import type {
  IdempotentRequestOptions,
  RequestOptions,
} from "../core/operation.js";
import { type PagePromise, paginate } from "../core/pages.js";
import { unsafe } from "../core/unsafe.js";
import type {
  APIKey,
  APIKeyList,
  CreatedAPIKey,
  ErrorResponse,
  SuccessResponse,
} from "../models.js";

/** Arguments of {@link listSubAccountAPIKeys}. */
export interface ListSubAccountAPIKeysParams {
  /**
   * The account to act on. For a sub account's keys this is its parent account.
   *
   * Format: uuid.
   *
   * @example "6a1f0c52-3d8e-4b7a-9c41-2e5f8d07b3a6"
   */
  account_id?: string | undefined;
  /**
   * The sub account, below the parent account, that owns the keys.
   *
   * Format: uuid.
   *
   * @example "b47d9e13-52c6-4f08-8a3d-71e0c94f6b25"
   */
  sub_account_id: string;
  /**
   * How many keys a page holds at most.
   *
   * 1 to 100.
   *
   * @default 100
   * @example 25
   */
  limit?: number | undefined;
  /**
   * Reads the page that follows this cursor. Take the value from `pagination.next_cursor` of the page before, and treat it as opaque.
   *
   * @example "ZXhhbXBsZS1jdXJzb3ItMg"
   */
  after?: string | undefined;
  /**
   * Reads the page that precedes this cursor. Take the value from `pagination.previous_cursor` of the page behind, and treat it as opaque.
   *
   * @example "ZXhhbXBsZS1jdXJzb3ItMQ"
   */
  before?: string | undefined;
}

/** What {@link listSubAccountAPIKeys} throws. */
export type ListSubAccountAPIKeysError =
  | BadRequestError<ErrorResponse>
  | AuthenticationError<ErrorResponse>
  | PermissionDeniedError<ErrorResponse>
  | NotFoundError<ErrorResponse>
  | InternalServerError<ErrorResponse, 500>
  | UnexpectedAPIError<400 | 401 | 403 | 404 | 500>
  | TransportError;

/** List the API keys of a sub account. See {@link SubAccountsAPIKeys.list}. */
export const listSubAccountAPIKeys = (
  client: AhaSendCore,
  params: ListSubAccountAPIKeysParams,
  options?: RequestOptions,
): PagePromise<APIKey, APIKeyList, ListSubAccountAPIKeysError> =>
  paginate(
    client,
    {
      id: "listSubAccountAPIKeys",
      path: "/v2/accounts/{account_id}/sub-accounts/{sub_account_id}/api-keys",
      query: ["limit", "after", "before"],
      paging: {
        by: "cursor",
        param: "after",
        items: ["data"],
        next: ["pagination", "next_cursor"],
        more: ["pagination", "has_more"],
      },
    },
    params,
    options,
  );

/** Arguments of {@link createSubAccountAPIKey}. */
export interface CreateSubAccountAPIKeyParams {
  /**
   * The account to act on. For a sub account's keys this is its parent account.
   *
   * Format: uuid.
   *
   * @example "6a1f0c52-3d8e-4b7a-9c41-2e5f8d07b3a6"
   */
  account_id?: string | undefined;
  /**
   * The sub account, below the parent account, that owns the keys.
   *
   * Format: uuid.
   *
   * @example "b47d9e13-52c6-4f08-8a3d-71e0c94f6b25"
   */
  sub_account_id: string;
  /**
   * A name that lets people tell the key from others.
   *
   * 1 to 255 characters.
   *
   * @example "Order mailer"
   */
  label: string;
  /**
   * The scopes to grant; at least one.
   *
   * At least 1 item.
   *
   * @example ["messages:send:all","domains:read"]
   */
  scopes: readonly string[];
  /**
   * The source addresses the key may be used from, each a CIDR block or a single IPv4 or IPv6 address, at most 100 different ones. Blocks that allow everything, `0.0.0.0/0` and `::/0`, are refused: leave the field out, or send an empty list, to allow any source.
   *
   * @example ["203.0.113.0/24","198.51.100.7"]
   */
  ip_allow_list?: readonly string[] | undefined;
}

/** What {@link createSubAccountAPIKey} throws. */
export type CreateSubAccountAPIKeyError =
  | BadRequestError<ErrorResponse>
  | AuthenticationError<ErrorResponse>
  | PermissionDeniedError<ErrorResponse>
  | NotFoundError<ErrorResponse>
  | ConflictError<ErrorResponse>
  | UnprocessableEntityError<ErrorResponse>
  | InternalServerError<ErrorResponse, 500>
  | UnexpectedAPIError<400 | 401 | 403 | 404 | 409 | 422 | 500>
  | TransportError;

/** Create an API key for a sub account. See {@link SubAccountsAPIKeys.create}. */
export const createSubAccountAPIKey = (
  client: AhaSendCore,
  params: CreateSubAccountAPIKeyParams,
  options?: IdempotentRequestOptions,
): APIPromiseWithHeaders<
  CreatedAPIKey,
  CreateSubAccountAPIKeyError,
  "Idempotent-Replayed"
> =>
  call(
    client,
    {
      id: "createSubAccountAPIKey",
      method: "POST",
      unsafe,
      path: "/v2/accounts/{account_id}/sub-accounts/{sub_account_id}/api-keys",
      body: json,
      fields: ["label", "scopes", "ip_allow_list"],
      idempotency: "Idempotency-Key",
      extras,
    },
    params,
    options,
  );

/** Arguments of {@link getSubAccountAPIKey}. */
export interface GetSubAccountAPIKeyParams {
  /**
   * The account to act on. For a sub account's keys this is its parent account.
   *
   * Format: uuid.
   *
   * @example "6a1f0c52-3d8e-4b7a-9c41-2e5f8d07b3a6"
   */
  account_id?: string | undefined;
  /**
   * The sub account, below the parent account, that owns the keys.
   *
   * Format: uuid.
   *
   * @example "b47d9e13-52c6-4f08-8a3d-71e0c94f6b25"
   */
  sub_account_id: string;
}

/** What {@link getSubAccountAPIKey} throws. */
export type GetSubAccountAPIKeyError =
  | BadRequestError<ErrorResponse>
  | AuthenticationError<ErrorResponse>
  | PermissionDeniedError<ErrorResponse>
  | NotFoundError<ErrorResponse>
  | InternalServerError<ErrorResponse, 500>
  | UnexpectedAPIError<400 | 401 | 403 | 404 | 500>
  | TransportError;

/** Get an API key of a sub account. See {@link SubAccountsAPIKeys.get}. */
export const getSubAccountAPIKey = (
  client: AhaSendCore,
  keyId: string,
  params: GetSubAccountAPIKeyParams,
  options?: RequestOptions,
): APIPromise<APIKey, GetSubAccountAPIKeyError> =>
  call(
    client,
    {
      id: "getSubAccountAPIKey",
      path: "/v2/accounts/{account_id}/sub-accounts/{sub_account_id}/api-keys/{key_id}",
    },
    { ...params, key_id: keyId },
    options,
  );

/** Arguments of {@link updateSubAccountAPIKey}. */
export interface UpdateSubAccountAPIKeyParams {
  /**
   * The account to act on. For a sub account's keys this is its parent account.
   *
   * Format: uuid.
   *
   * @example "6a1f0c52-3d8e-4b7a-9c41-2e5f8d07b3a6"
   */
  account_id?: string | undefined;
  /**
   * The sub account, below the parent account, that owns the keys.
   *
   * Format: uuid.
   *
   * @example "b47d9e13-52c6-4f08-8a3d-71e0c94f6b25"
   */
  sub_account_id: string;
  /**
   * The new name of the key. Leave it out to keep the present one.
   *
   * 1 to 255 characters.
   *
   * @example "Order mailer (EU)"
   */
  label?: string | undefined;
  /**
   * The scopes that replace the present ones; at least one. Leave it out to keep them.
   *
   * At least 1 item.
   *
   * @example ["messages:send:all"]
   */
  scopes?: readonly string[] | undefined;
  /**
   * The source addresses that replace the present list, each a CIDR block or a single IPv4 or IPv6 address, at most 100 different ones. `[]` clears the list, so that the key works from anywhere; leave the field out to keep the list. `0.0.0.0/0` and `::/0` are refused.
   *
   * @example ["203.0.113.0/24"]
   */
  ip_allow_list?: readonly string[] | undefined;
}

/** What {@link updateSubAccountAPIKey} throws. */
export type UpdateSubAccountAPIKeyError =
  | BadRequestError<ErrorResponse>
  | AuthenticationError<ErrorResponse>
  | PermissionDeniedError<ErrorResponse>
  | NotFoundError<ErrorResponse>
  | ConflictError<ErrorResponse>
  | InternalServerError<ErrorResponse, 500>
  | UnexpectedAPIError<400 | 401 | 403 | 404 | 409 | 500>
  | TransportError;

/** Update an API key of a sub account. See {@link SubAccountsAPIKeys.update}. */
export const updateSubAccountAPIKey = (
  client: AhaSendCore,
  keyId: string,
  params: UpdateSubAccountAPIKeyParams,
  options?: RequestOptions,
): APIPromise<APIKey, UpdateSubAccountAPIKeyError> =>
  call(
    client,
    {
      id: "updateSubAccountAPIKey",
      method: "PUT",
      unsafe,
      path: "/v2/accounts/{account_id}/sub-accounts/{sub_account_id}/api-keys/{key_id}",
      body: json,
      fields: ["label", "scopes", "ip_allow_list"],
    },
    { ...params, key_id: keyId },
    options,
  );

/** Arguments of {@link deleteSubAccountAPIKey}. */
export interface DeleteSubAccountAPIKeyParams {
  /**
   * The account to act on. For a sub account's keys this is its parent account.
   *
   * Format: uuid.
   *
   * @example "6a1f0c52-3d8e-4b7a-9c41-2e5f8d07b3a6"
   */
  account_id?: string | undefined;
  /**
   * The sub account, below the parent account, that owns the keys.
   *
   * Format: uuid.
   *
   * @example "b47d9e13-52c6-4f08-8a3d-71e0c94f6b25"
   */
  sub_account_id: string;
}

/** What {@link deleteSubAccountAPIKey} throws. */
export type DeleteSubAccountAPIKeyError =
  | BadRequestError<ErrorResponse>
  | AuthenticationError<ErrorResponse>
  | PermissionDeniedError<ErrorResponse>
  | NotFoundError<ErrorResponse>
  | InternalServerError<ErrorResponse, 500>
  | UnexpectedAPIError<400 | 401 | 403 | 404 | 500>
  | TransportError;

/** Delete an API key of a sub account. See {@link SubAccountsAPIKeys.delete}. */
export const deleteSubAccountAPIKey = (
  client: AhaSendCore,
  keyId: string,
  params: DeleteSubAccountAPIKeyParams,
  options?: RequestOptions,
): APIPromise<SuccessResponse, DeleteSubAccountAPIKeyError> =>
  call(
    client,
    {
      id: "deleteSubAccountAPIKey",
      method: "DELETE",
      unsafe,
      path: "/v2/accounts/{account_id}/sub-accounts/{sub_account_id}/api-keys/{key_id}",
    },
    { ...params, key_id: keyId },
    options,
  );

/** Create, list, read, change and delete the API keys of an account. */
export class SubAccountsAPIKeys {
  readonly #client: AhaSendCore;

  constructor(client: AhaSendCore) {
    this.#client = client;
  }

  /**
   * List the API keys of a sub account
   *
   * Lists the API keys that belong to a sub account, one page at a time. Secrets are never part of the result.
   *
   * To walk through all keys, repeat the call with `after` set to `pagination.next_cursor` for as long as
   * `pagination.has_more` is `true`.
   *
   * Works only for accounts with early access to sub accounts.
   *
   * Scope: `sub-account-api-keys:read`.
   *
   * `GET /v2/accounts/{account_id}/sub-accounts/{sub_account_id}/api-keys` - scope `sub-account-api-keys:read` - repeated if it fails
   *
   * `await` gives the first page, `for await` every item of every page.
   *
   * @returns One page of the sub account's API keys.
   * @example
   * for await (const item of ahaSend.subAccounts.apiKeys.list({
   *   sub_account_id: "b47d9e13-52c6-4f08-8a3d-71e0c94f6b25",
   * })) {
   *   console.log(item);
   * }
   * @throws {BadRequestError} 400 The request is malformed or a value is out of bounds.
   * @throws {AuthenticationError} 401 No API key was sent, or it is not a valid one.
   * @throws {PermissionDeniedError} 403 The API key lacks the scope that the operation needs, or its `ip_allow_list` does not cover the address the request came from.
   * @throws {NotFoundError} 404 The account has no such API key or sub account.
   * @throws {InternalServerError} 500 The server failed to handle the request.
   */
  list(
    params: ListSubAccountAPIKeysParams,
    options?: RequestOptions,
  ): PagePromise<APIKey, APIKeyList, ListSubAccountAPIKeysError> {
    return listSubAccountAPIKeys(this.#client, params, options);
  }

  /**
   * Create an API key for a sub account
   *
   * Creates an API key that signs in as the sub account, not as its parent.
   *
   * The answer is the only place where `secret_key` appears. Store it at once: no later call returns it.
   *
   * Send an `Idempotency-Key` to make a retry safe. Because the answer carries a secret, it is replayed for
   * five minutes only; within them an exact repeat receives the same status and body, secret included, and
   * `Idempotent-Replayed: true`. A repeat that arrives while the first request is still running gets a `409`
   * with `Retry-After`; the same idempotency key with another body gets a `422`.
   *
   * Works only for accounts with early access to sub accounts.
   *
   * Scope: `sub-account-api-keys:write`.
   *
   * `POST /v2/accounts/{account_id}/sub-accounts/{sub_account_id}/api-keys` - scope `sub-account-api-keys:write` - repeated if it fails
   *
   * Safe to repeat: an idempotency key is made for each call and kept across its retries.
   *
   * @param params - Label, scopes and allowed addresses of the new key.
   * @returns The sub account's new API key, with its secret.
   * @example
   * const result = await ahaSend.subAccounts.apiKeys.create({
   *   sub_account_id: "b47d9e13-52c6-4f08-8a3d-71e0c94f6b25",
   *   label: "Storefront",
   *   scopes: ["messages:send:all"],
   *   ip_allow_list: ["2001:db8:40::/48"],
   * });
   * @throws {BadRequestError} 400 The request is malformed or a value is out of bounds.
   * @throws {AuthenticationError} 401 No API key was sent, or it is not a valid one.
   * @throws {PermissionDeniedError} 403 The API key lacks the scope that the operation needs, or its `ip_allow_list` does not cover the address the request came from.
   * @throws {NotFoundError} 404 The account has no such API key or sub account.
   * @throws {ConflictError} 409 An earlier request with the same `Idempotency-Key` is still running. Wait for the time given in `Retry-After`, then send the same request again. A conflict for any other reason carries neither of the two headers and is final.
   * @throws {UnprocessableEntityError} 422 The `Idempotency-Key` was already used with another request body. A new request needs a new value.
   * @throws {InternalServerError} 500 The server failed to handle the request.
   */
  create(
    params: CreateSubAccountAPIKeyParams,
    options?: IdempotentRequestOptions,
  ): APIPromiseWithHeaders<
    CreatedAPIKey,
    CreateSubAccountAPIKeyError,
    "Idempotent-Replayed"
  > {
    return createSubAccountAPIKey(this.#client, params, options);
  }

  /**
   * Get an API key of a sub account
   *
   * Reads one API key of a sub account by its id. The secret is not included.
   *
   * Works only for accounts with early access to sub accounts.
   *
   * Scope: `sub-account-api-keys:read`.
   *
   * `GET /v2/accounts/{account_id}/sub-accounts/{sub_account_id}/api-keys/{key_id}` - scope `sub-account-api-keys:read` - repeated if it fails
   *
   * @param keyId - The API key to act on. Format: uuid.
   * @returns The sub account's API key.
   * @example
   * const result = await ahaSend.subAccounts.apiKeys.get(
   *   "0d94b6e7-1c3a-4e52-b8f6-5a7029cd13e4",
   *   {
   *     sub_account_id: "b47d9e13-52c6-4f08-8a3d-71e0c94f6b25",
   *   },
   * );
   * @throws {BadRequestError} 400 The request is malformed or a value is out of bounds.
   * @throws {AuthenticationError} 401 No API key was sent, or it is not a valid one.
   * @throws {PermissionDeniedError} 403 The API key lacks the scope that the operation needs, or its `ip_allow_list` does not cover the address the request came from.
   * @throws {NotFoundError} 404 The account has no such API key or sub account.
   * @throws {InternalServerError} 500 The server failed to handle the request.
   */
  get(
    keyId: string,
    params: GetSubAccountAPIKeyParams,
    options?: RequestOptions,
  ): APIPromise<APIKey, GetSubAccountAPIKeyError> {
    return getSubAccountAPIKey(this.#client, keyId, params, options);
  }

  /**
   * Update an API key of a sub account
   *
   * Changes the label, the scopes or the allowed addresses of a sub account's API key. Send at least one of
   * the three; a field that you leave out keeps its value. A list that you send replaces the stored one as a
   * whole, and an empty `ip_allow_list` removes the address restriction. The secret stays the same and is not
   * included.
   *
   * Works only for accounts with early access to sub accounts.
   *
   * Scope: `sub-account-api-keys:write`.
   *
   * `PUT /v2/accounts/{account_id}/sub-accounts/{sub_account_id}/api-keys/{key_id}` - scope `sub-account-api-keys:write` - repeated if it fails
   *
   * @param keyId - The API key to act on. Format: uuid.
   * @param params - The fields to change.
   * @returns The sub account's API key after the change.
   * @example
   * const result = await ahaSend.subAccounts.apiKeys.update(
   *   "0d94b6e7-1c3a-4e52-b8f6-5a7029cd13e4",
   *   {
   *     sub_account_id: "b47d9e13-52c6-4f08-8a3d-71e0c94f6b25",
   *     label: "Storefront 2026",
   *   },
   * );
   * @throws {BadRequestError} 400 The request is malformed or a value is out of bounds.
   * @throws {AuthenticationError} 401 No API key was sent, or it is not a valid one.
   * @throws {PermissionDeniedError} 403 The API key lacks the scope that the operation needs, or its `ip_allow_list` does not cover the address the request came from.
   * @throws {NotFoundError} 404 The account has no such API key or sub account.
   * @throws {ConflictError} 409 The API key tried to give itself an `ip_allow_list` that does not cover the address the request came from. Nothing was changed, and repeating the request does not help: this conflict carries neither `Idempotent-Replayed` nor `Retry-After`.
   * @throws {InternalServerError} 500 The server failed to handle the request.
   */
  update(
    keyId: string,
    params: UpdateSubAccountAPIKeyParams,
    options?: RequestOptions,
  ): APIPromise<APIKey, UpdateSubAccountAPIKeyError> {
    return updateSubAccountAPIKey(this.#client, keyId, params, options);
  }

  /**
   * Delete an API key of a sub account
   *
   * Deletes an API key of a sub account. Move every client that still uses the key to another one first.
   *
   * Works only for accounts with early access to sub accounts.
   *
   * Scope: `sub-account-api-keys:delete`.
   *
   * `DELETE /v2/accounts/{account_id}/sub-accounts/{sub_account_id}/api-keys/{key_id}` - scope `sub-account-api-keys:delete` - repeated if it fails
   *
   * @param keyId - The API key to act on. Format: uuid.
   * @returns The sub account's key has been deleted.
   * @example
   * const result = await ahaSend.subAccounts.apiKeys.delete(
   *   "0d94b6e7-1c3a-4e52-b8f6-5a7029cd13e4",
   *   {
   *     sub_account_id: "b47d9e13-52c6-4f08-8a3d-71e0c94f6b25",
   *   },
   * );
   * @throws {BadRequestError} 400 The request is malformed or a value is out of bounds.
   * @throws {AuthenticationError} 401 No API key was sent, or it is not a valid one.
   * @throws {PermissionDeniedError} 403 The API key lacks the scope that the operation needs, or its `ip_allow_list` does not cover the address the request came from.
   * @throws {NotFoundError} 404 The account has no such API key or sub account.
   * @throws {InternalServerError} 500 The server failed to handle the request.
   */
  delete(
    keyId: string,
    params: DeleteSubAccountAPIKeyParams,
    options?: RequestOptions,
  ): APIPromise<SuccessResponse, DeleteSubAccountAPIKeyError> {
    return deleteSubAccountAPIKey(this.#client, keyId, params, options);
  }
}

/**
 * Manage the API keys of the sub accounts below a parent account. Sub accounts are in early access: the vendor
 * enables them for an account on request.
 */
export class SubAccounts {
  /** Create, list, read, change and delete the API keys of an account. */
  readonly apiKeys: SubAccountsAPIKeys;

  constructor(client: AhaSendCore) {
    this.apiKeys = new SubAccountsAPIKeys(client);
  }
}
