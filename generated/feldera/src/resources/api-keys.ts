import type { FelderaCore } from "../client.js";
import { json } from "../core/body.js";
import { type APIPromise, call } from "../core/call.js";
import type {
  ConflictError,
  InternalServerError,
  NotFoundError,
  TransportError,
  UnexpectedAPIError,
} from "../core/errors.js";
import type { RequestOptions } from "../core/operation.js";
import { undeclared } from "../core/undeclared.js";
import { unsafe } from "../core/unsafe.js";
import type {
  ApiKeyDescr,
  ErrorResponse,
  MintableKeyRole,
  NewApiKeyResponse,
} from "../models.js";

/** What {@link listApiKeys} throws. */
export type ListApiKeysError =
  | InternalServerError<ErrorResponse, 500>
  | UnexpectedAPIError<500>
  | TransportError;

/** List API keys. See {@link ApiKeys.list}. */
export const listApiKeys = (
  client: FelderaCore,
  options?: RequestOptions,
): APIPromise<ApiKeyDescr[], ListApiKeysError> =>
  call(client, { id: "listApiKeys", path: "/v0/api_keys" }, undefined, options);

/** Arguments of {@link createApiKey}. */
export interface CreateApiKeyParams {
  /**
   * A name that no other API key has.
   *
   * @example "nightly-ingest"
   */
  name: string;
  /** What the key may do. When it is left out or `null`, the server applies its default. */
  role?: MintableKeyRole | null | undefined;
}

/** What {@link createApiKey} throws. */
export type CreateApiKeyError =
  ConflictError<ErrorResponse> | UnexpectedAPIError<409> | TransportError;

/** Create an API key. See {@link ApiKeys.create}. */
export const createApiKey = (
  client: FelderaCore,
  params: CreateApiKeyParams,
  options?: RequestOptions,
): APIPromise<NewApiKeyResponse, CreateApiKeyError> =>
  call(
    client,
    {
      id: "createApiKey",
      method: "POST",
      unsafe,
      path: "/v0/api_keys",
      body: json,
      fields: ["name", "role"],
    },
    params,
    options,
  );

/** What {@link getApiKey} throws. */
export type GetApiKeyError =
  NotFoundError<ErrorResponse> | UnexpectedAPIError<404> | TransportError;

/** Get an API key. See {@link ApiKeys.get}. */
export const getApiKey = (
  client: FelderaCore,
  apiKeyName: string,
  options?: RequestOptions,
): APIPromise<ApiKeyDescr[], GetApiKeyError> =>
  call(
    client,
    { id: "getApiKey", path: "/v0/api_keys/{api_key_name}" },
    { api_key_name: apiKeyName },
    options,
  );

/** What {@link deleteApiKey} throws. */
export type DeleteApiKeyError =
  NotFoundError<ErrorResponse> | UnexpectedAPIError<404> | TransportError;

/** Delete an API key. See {@link ApiKeys.delete}. */
export const deleteApiKey = (
  client: FelderaCore,
  apiKeyName: string,
  options?: RequestOptions,
): APIPromise<unknown, DeleteApiKeyError> =>
  call(
    client,
    {
      id: "deleteApiKey",
      method: "DELETE",
      unsafe,
      path: "/v0/api_keys/{api_key_name}",
      response: undeclared,
      accept: "application/json, */*;q=0.9",
    },
    { api_key_name: apiKeyName },
    options,
  );

/**
 * `client.apiKeys`
 */
export class ApiKeys {
  readonly #client: FelderaCore;

  constructor(client: FelderaCore) {
    this.#client = client;
  }

  /**
   * List API keys
   *
   * Lists the API keys, all in one answer: there are no pages. Each entry shows the name and the role of a key, never
   * its secret.
   *
   * `GET /v0/api_keys` - repeated if it fails
   *
   * @returns The API keys.
   * @example const result = await feldera.apiKeys.list();
   * @throws {InternalServerError} 500 The server failed to handle the request.
   */
  list(options?: RequestOptions): APIPromise<ApiKeyDescr[], ListApiKeysError> {
    return listApiKeys(this.#client, options);
  }

  /**
   * Create an API key
   *
   * Creates an API key under a name that no other key has.
   *
   * The answer is the only place where the secret, `api_key`, appears. Store it at once: no later call returns it.
   *
   * The request is not idempotent. If its answer is lost, a retry with the same name ends with a `409`; delete that key
   * and create it anew to obtain a secret.
   *
   * `POST /v0/api_keys` - not repeated once sent, unless `retry: "all"`
   *
   * @param params - Name and role of the new key.
   * @returns The new API key, with its secret.
   * @example
   * const result = await feldera.apiKeys.create({
   *   name: "nightly-ingest",
   *   role: "write",
   * });
   * @throws {ConflictError} 409 Another API key has this name already; `error_code` is `DuplicateName`.
   */
  create(
    params: CreateApiKeyParams,
    options?: RequestOptions,
  ): APIPromise<NewApiKeyResponse, CreateApiKeyError> {
    return createApiKey(this.#client, params, options);
  }

  /**
   * Get an API key
   *
   * Reads the API key with the given name. The secret is not included.
   *
   * The answer is an array, although it describes a single key.
   *
   * `GET /v0/api_keys/{api_key_name}` - repeated if it fails
   *
   * @param apiKeyName - The name of the API key, unique among all keys.
   * @returns The API key, wrapped in an array.
   * @example const result = await feldera.apiKeys.get("nightly-ingest");
   * @throws {NotFoundError} 404 No API key has this name.
   */
  get(
    apiKeyName: string,
    options?: RequestOptions,
  ): APIPromise<ApiKeyDescr[], GetApiKeyError> {
    return getApiKey(this.#client, apiKeyName, options);
  }

  /**
   * Delete an API key
   *
   * Deletes the API key with the given name. Move every client that still uses the key to another one first.
   *
   * The answer has no body.
   *
   * `DELETE /v0/api_keys/{api_key_name}` - repeated if it fails
   *
   * @param apiKeyName - The name of the API key, unique among all keys.
   * @returns The key has been deleted. There is no body.
   * @example const result = await feldera.apiKeys.delete("nightly-ingest");
   * @throws {NotFoundError} 404 No API key has this name.
   */
  delete(
    apiKeyName: string,
    options?: RequestOptions,
  ): APIPromise<unknown, DeleteApiKeyError> {
    return deleteApiKey(this.#client, apiKeyName, options);
  }
}
