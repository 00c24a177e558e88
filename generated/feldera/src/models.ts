/** An API key as it is shown after its creation, that is, without its secret. */
export interface ApiKeyDescr {
  /**
   * Identifies the key.
   *
   * Format: uuid.
   *
   * @example "c81e5a37-06f4-4d9b-b2a8-3957d1e0f64c"
   */
  id: string;
  /**
   * The unique name of the key, by which it is read and deleted.
   *
   * @example "nightly-ingest"
   */
  name: string;
  /** What the key may do. */
  role: MintableKeyRole;
}

/** The body of every error. */
export interface ErrorResponse {
  /**
   * What went wrong, worded for people.
   *
   * @example "The name is taken by another API key"
   */
  message: string;
  /**
   * A stable name for the kind of error, for instance `DuplicateName`.
   *
   * @example "DuplicateName"
   */
  error_code: string;
  /**
   * More about the error, as any JSON value, `null` included. Its form depends on `error_code`.
   *
   * @example {"name":"nightly-ingest"}
   */
  details: unknown;
}

/**
 * The roles an API key can carry:
 *
 * - `read` may look things up.
 * - `write` may change them as well.
 *
 * @example "write"
 */
export type MintableKeyRole = "read" | "write";

/** What the new API key is called and what it may do. */
export interface NewApiKeyRequest {
  /**
   * A name that no other API key has.
   *
   * @example "nightly-ingest"
   */
  name: string;
  /** What the key may do. When it is left out or `null`, the server applies its default. */
  role?: MintableKeyRole | null;
}

/** A key that has just been created. Only this object carries the secret. */
export interface NewApiKeyResponse {
  /**
   * Identifies the key.
   *
   * Format: uuid.
   *
   * @example "c81e5a37-06f4-4d9b-b2a8-3957d1e0f64c"
   */
  id: string;
  /**
   * The name given in the request.
   *
   * @example "nightly-ingest"
   */
  name: string;
  /**
   * The secret, to be sent as the bearer token. No later answer contains it, so store it now.
   *
   * @example "apikey:EXAMPLE-not-a-real-key"
   */
  api_key: string;
}
