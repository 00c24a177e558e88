/** An API key as every call shows it, that is, without its secret. */
export interface APIKey {
  /**
   * Names the kind of object; always `api_key`.
   *
   * @example "api_key"
   */
  object: "api_key";
  /**
   * Identifies the key in paths and in its scopes.
   *
   * Format: uuid.
   *
   * @example "0d94b6e7-1c3a-4e52-b8f6-5a7029cd13e4"
   */
  id: string;
  /**
   * The moment the key was created.
   *
   * Format: date-time.
   *
   * @example "2026-03-02T09:15:00Z"
   */
  created_at: string;
  /**
   * The moment the key was last changed.
   *
   * Format: date-time.
   *
   * @example "2026-03-18T14:40:12Z"
   */
  updated_at: string;
  /**
   * Roughly when the key was last used: the value is refreshed every 5 to 10 minutes. `null` until the first use.
   *
   * Format: date-time.
   *
   * @example "2026-03-18T14:35:00Z"
   */
  last_used_at: string | null;
  /**
   * The account, or sub account, that the key belongs to.
   *
   * Format: uuid.
   *
   * @example "6a1f0c52-3d8e-4b7a-9c41-2e5f8d07b3a6"
   */
  account_id: string;
  /**
   * The name people gave the key.
   *
   * @example "Order mailer"
   */
  label: string;
  /**
   * The part of the key that is not secret.
   *
   * @example "aha-pk-EXAMPLE-order-mailer"
   */
  public_key: string;
  /** The scopes granted to the key. */
  scopes: APIKeyScope[];
  /**
   * The source addresses the key may be used from, as CIDR blocks; a single address is shown as `/32` (IPv4) or `/128` (IPv6). With an empty list the key works from anywhere; otherwise requests from other addresses are refused with a `403`, whatever the scopes of the key.
   *
   * @example ["203.0.113.0/24","198.51.100.7/32"]
   */
  ip_allow_list: string[];
}

/** One page of API keys. */
export interface APIKeyList {
  /**
   * Names the kind of object; always `list`.
   *
   * @example "list"
   */
  object: "list";
  /** The keys on this page. */
  data: APIKey[];
  /** How to reach the neighbouring pages. */
  pagination: PaginationInfo;
}

/** One scope of an API key. */
export interface APIKeyScope {
  /**
   * Identifies this grant of the scope.
   *
   * Format: uuid.
   *
   * @example "f31a7b08-6e4d-4c95-8b20-d95e17c3a46f"
   */
  id: string;
  /**
   * The moment the scope was granted.
   *
   * Format: date-time.
   *
   * @example "2026-03-02T09:15:00Z"
   */
  created_at: string;
  /**
   * The moment the grant was last changed.
   *
   * Format: date-time.
   *
   * @example "2026-03-02T09:15:00Z"
   */
  updated_at: string;
  /**
   * The API key that holds the scope.
   *
   * Format: uuid.
   *
   * @example "0d94b6e7-1c3a-4e52-b8f6-5a7029cd13e4"
   */
  api_key_id: string;
  /**
   * The scope itself, for instance `messages:send:all`.
   *
   * @example "messages:send:all"
   */
  scope: string;
  /**
   * The domain that the scope is limited to, or `null` when it is not tied to a domain.
   *
   * Format: uuid.
   *
   * @example "d13f7a90-2c5b-46e8-b7a1-94f0e68c3d52"
   */
  domain_id: string | null;
}

/** What the new API key is called and what it may do. */
export interface CreateAPIKeyRequest {
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
  scopes: string[];
  /**
   * The source addresses the key may be used from, each a CIDR block or a single IPv4 or IPv6 address, at most 100 different ones. Blocks that allow everything, `0.0.0.0/0` and `::/0`, are refused: leave the field out, or send an empty list, to allow any source.
   *
   * @example ["203.0.113.0/24","198.51.100.7"]
   */
  ip_allow_list?: string[];
}

/** A key that has just been created. Only this object carries the secret. */
export interface CreatedAPIKey extends APIKey {
  /**
   * The secret, to be sent as the bearer token. It appears in the answer to the creation, and in exact idempotent replays of it within five minutes, and nowhere else: store it now.
   *
   * @example "aha-sk-EXAMPLE-not-a-real-secret"
   */
  secret_key: string;
}

/** The body of every error. */
export interface ErrorResponse {
  /**
   * What went wrong, worded for people. The wording may change and no code comes with it, so programs should go by the HTTP status.
   *
   * @example "There is no API key with this id"
   */
  message: string;
}

/** Where a page stands in the whole list. */
export interface PaginationInfo {
  /**
   * Whether further items follow the last one of this page.
   *
   * @example true
   */
  has_more: boolean;
  /**
   * The value to send as `after` to read the next page.
   *
   * @example "ZXhhbXBsZS1jdXJzb3ItMg"
   */
  next_cursor?: string;
  /**
   * The value to send as `before` to read the previous page.
   *
   * @example "ZXhhbXBsZS1jdXJzb3ItMQ"
   */
  previous_cursor?: string;
}

/** Confirms that something was done. */
export interface SuccessResponse {
  /**
   * What was done, worded for people.
   *
   * @example "The API key has been removed"
   */
  message: string;
}

/**
 * The fields to change. At least one has to be present; the others keep their values.
 *
 * At least 1 property.
 */
export interface UpdateAPIKeyRequest {
  /**
   * The new name of the key. Leave it out to keep the present one.
   *
   * 1 to 255 characters.
   *
   * @example "Order mailer (EU)"
   */
  label?: string;
  /**
   * The scopes that replace the present ones; at least one. Leave it out to keep them.
   *
   * At least 1 item.
   *
   * @example ["messages:send:all"]
   */
  scopes?: string[];
  /**
   * The source addresses that replace the present list, each a CIDR block or a single IPv4 or IPv6 address, at most 100 different ones. `[]` clears the list, so that the key works from anywhere; leave the field out to keep the list. `0.0.0.0/0` and `::/0` are refused.
   *
   * @example ["203.0.113.0/24"]
   */
  ip_allow_list?: string[];
}
