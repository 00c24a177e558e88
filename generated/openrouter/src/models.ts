/** The body of a 400, the answer to a request that is malformed. */
export interface BadRequestResponse {
  /** What went wrong. */
  error: ErrorDetail;
  /**
   * The user the request was attributed to, if there is one.
   *
   * @example "user_EXAMPLE0000000000000000001"
   */
  user_id?: string | null;
}

/** What the new API key is called and what it may spend. */
export interface CreateKeysRequest {
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
  limit?: number | null;
  /**
   * How often the limit starts afresh, always at midnight UTC; weeks begin on Monday. `null` means that it never does.
   *
   * @example "monthly"
   */
  limit_reset?: "daily" | "weekly" | "monthly" | null;
  /**
   * Whether spending through your own provider keys (BYOK) counts towards the limit.
   *
   * @example false
   */
  include_byok_in_limit?: boolean;
  /**
   * When the key stops working. The timestamp has to be in UTC, seconds included. Leave it out, or send `null`, for a key that does not expire.
   *
   * Format: date-time.
   *
   * @example "2027-01-31T23:59:59Z"
   */
  expires_at?: string | Date | null;
  /**
   * The member of the organisation who creates the key. It has no meaning for personal keys.
   *
   * @example "user_EXAMPLE0000000000000000001"
   */
  creator_user_id?: string | null;
  /**
   * The workspace to create the key in. Without it the default workspace is used.
   *
   * @example "3e7c1a58-b90d-4f26-a4e3-85d6f02b7c91"
   */
  workspace_id?: string;
}

/** An API key that has just been created. Only this object carries the secret. */
export interface CreatedKeyResponse {
  /** The new API key. */
  data: Key;
  /**
   * The secret, to be sent as the bearer token. It is returned here and nowhere else: store it now and keep it out of logs.
   *
   * @example "sk-or-v1-EXAMPLE-not-a-real-key"
   */
  key: string;
}

/** The API key that a request is made with. */
export interface CurrentKey {
  /**
   * A short text to recognise the key by; it does not reveal the secret.
   *
   * @example "sk-or-v1-exa...mpl"
   */
  label: string;
  /**
   * The spending limit in US dollars, or `null` when there is none.
   *
   * @example 50
   */
  limit: number | null;
  /**
   * How much of the limit is left, in US dollars, or `null` when there is no limit.
   *
   * @example 32.75
   */
  limit_remaining: number | null;
  /**
   * How often the limit starts afresh, for instance `monthly`, or `null` when it never does.
   *
   * @example "monthly"
   */
  limit_reset: string | null;
  /**
   * Whether spending through your own provider keys (BYOK) counts towards the limit.
   *
   * @example false
   */
  include_byok_in_limit: boolean;
  /**
   * OpenRouter credits used since the creation of the key, in US dollars.
   *
   * @example 41.2
   */
  usage: number;
  /**
   * OpenRouter credits used on the current day (UTC), in US dollars.
   *
   * @example 1.85
   */
  usage_daily: number;
  /**
   * OpenRouter credits used in the current week (UTC, Monday to Sunday), in US dollars.
   *
   * @example 12.4
   */
  usage_weekly: number;
  /**
   * OpenRouter credits used in the current month (UTC), in US dollars.
   *
   * @example 17.25
   */
  usage_monthly: number;
  /**
   * Spending through your own provider keys (BYOK) since the creation of the key, in US dollars.
   *
   * @example 3.1
   */
  byok_usage: number;
  /**
   * Spending through your own provider keys (BYOK) on the current day (UTC), in US dollars.
   *
   * @example 0
   */
  byok_usage_daily: number;
  /**
   * Spending through your own provider keys (BYOK) in the current week (UTC, Monday to Sunday), in US dollars.
   *
   * @example 0.6
   */
  byok_usage_weekly: number;
  /**
   * Spending through your own provider keys (BYOK) in the current month (UTC), in US dollars.
   *
   * @example 3.1
   */
  byok_usage_monthly: number;
  /**
   * The user who created the key; for a key of an organisation, the member who did. `null` when it is not known.
   *
   * @example "user_EXAMPLE0000000000000000001"
   */
  creator_user_id: string | null;
  /**
   * Whether the key belongs to the free tier.
   *
   * @example false
   */
  is_free_tier: boolean;
  /**
   * Whether the key is a management key, one that manages other keys.
   *
   * @example false
   */
  is_management_key: boolean;
  /**
   * The former name of `is_management_key`. Read that field instead.
   *
   * @deprecated
   * @example false
   */
  is_provisioning_key: boolean;
  /**
   * When the key stops working (UTC), or `null` when it does not expire.
   *
   * Format: date-time.
   *
   * @example "2027-01-31T23:59:59Z"
   */
  expires_at?: string | null;
  /**
   * A leftover that no longer says anything about the limits of the key.
   *
   * @deprecated
   */
  rate_limit: {
    /**
     * Once the number of requests per interval, now always `-1`.
     *
     * @example -1
     */
    requests: number;
    /**
     * The interval the number refers to.
     *
     * @example "10s"
     */
    interval: string;
    /**
     * A remark about this object.
     *
     * @example "No longer in use"
     */
    note: string;
  };
}

/** The API key that the request was made with. */
export interface CurrentKeyResponse {
  /** The API key in use. */
  data: CurrentKey;
}

/** Confirms that an API key was deleted. */
export interface DeletedKeyResponse {
  /**
   * Always `true`; a deletion that fails answers with an error.
   *
   * @example true
   */
  deleted: true;
}

/** What went wrong, in the form that all errors share. */
export interface ErrorDetail {
  /**
   * The number of the error, as a rule the HTTP status.
   *
   * @example 404
   */
  code: number;
  /**
   * What went wrong, worded for people.
   *
   * @example "No API key has this hash"
   */
  message: string;
  /**
   * More about the error, if there is more to say. The fields differ from error to error.
   *
   * @example {"field":"offset"}
   */
  metadata?: Record<string, unknown> | null;
}

/** The body of a 403, the answer to a credential without the permission. */
export interface ForbiddenResponse {
  /** What went wrong. */
  error: ErrorDetail;
  /**
   * The user the request was attributed to, if there is one.
   *
   * @example "user_EXAMPLE0000000000000000001"
   */
  user_id?: string | null;
}

/** The body of a 500, the answer to a failure of the server. */
export interface InternalServerResponse {
  /** What went wrong. */
  error: ErrorDetail;
  /**
   * The user the request was attributed to, if there is one.
   *
   * @example "user_EXAMPLE0000000000000000001"
   */
  user_id?: string | null;
}

/** An API key with its limit and its usage, without its secret. */
export interface Key {
  /**
   * Identifies the key in later calls. It is not the secret.
   *
   * @example "50d858e0985ecc7f60418aaf0cc5ab587f42c2570a884095a9e8ccacd0f6545c"
   */
  hash: string;
  /**
   * The name people gave the key.
   *
   * @example "Checkout assistant"
   */
  name: string;
  /**
   * A short text to recognise the key by; it does not reveal the secret.
   *
   * @example "sk-or-v1-exa...mpl"
   */
  label: string;
  /**
   * Whether the key is switched off.
   *
   * @example false
   */
  disabled: boolean;
  /**
   * The spending limit in US dollars, or `null` when there is none.
   *
   * @example 50
   */
  limit: number | null;
  /**
   * How much of the limit is left, in US dollars, or `null` when there is no limit.
   *
   * @example 32.75
   */
  limit_remaining: number | null;
  /**
   * How often the limit starts afresh, for instance `monthly`, or `null` when it never does.
   *
   * @example "monthly"
   */
  limit_reset: string | null;
  /**
   * Whether spending through your own provider keys (BYOK) counts towards the limit.
   *
   * @example false
   */
  include_byok_in_limit: boolean;
  /**
   * OpenRouter credits used since the creation of the key, in US dollars.
   *
   * @example 41.2
   */
  usage: number;
  /**
   * OpenRouter credits used on the current day (UTC), in US dollars.
   *
   * @example 1.85
   */
  usage_daily: number;
  /**
   * OpenRouter credits used in the current week (UTC, Monday to Sunday), in US dollars.
   *
   * @example 12.4
   */
  usage_weekly: number;
  /**
   * OpenRouter credits used in the current month (UTC), in US dollars.
   *
   * @example 17.25
   */
  usage_monthly: number;
  /**
   * Spending through your own provider keys (BYOK) since the creation of the key, in US dollars.
   *
   * @example 3.1
   */
  byok_usage: number;
  /**
   * Spending through your own provider keys (BYOK) on the current day (UTC), in US dollars.
   *
   * @example 0
   */
  byok_usage_daily: number;
  /**
   * Spending through your own provider keys (BYOK) in the current week (UTC, Monday to Sunday), in US dollars.
   *
   * @example 0.6
   */
  byok_usage_weekly: number;
  /**
   * Spending through your own provider keys (BYOK) in the current month (UTC), in US dollars.
   *
   * @example 3.1
   */
  byok_usage_monthly: number;
  /**
   * When the key was created, as an ISO 8601 timestamp.
   *
   * @example "2026-02-03T08:00:00Z"
   */
  created_at: string;
  /**
   * When the key was last changed, as an ISO 8601 timestamp, or `null` when it never was.
   *
   * @example "2026-02-20T16:30:00Z"
   */
  updated_at: string | null;
  /**
   * When the key stops working (UTC), or `null` when it does not expire.
   *
   * Format: date-time.
   *
   * @example "2027-01-31T23:59:59Z"
   */
  expires_at?: string | null;
  /**
   * The user who created the key; for a key of an organisation, the member who did. `null` when it is not known.
   *
   * @example "user_EXAMPLE0000000000000000001"
   */
  creator_user_id: string | null;
  /**
   * The workspace the key belongs to.
   *
   * @example "3e7c1a58-b90d-4f26-a4e3-85d6f02b7c91"
   */
  workspace_id: string;
}

/** One page of API keys. */
export interface KeyListResponse {
  /** The keys on this page. An empty page ends the list. */
  data: Key[];
}

/** One API key. */
export interface KeyResponse {
  /** The API key. */
  data: Key;
}

/** The body of a 404, the answer to an unknown key. */
export interface NotFoundResponse {
  /** What went wrong. */
  error: ErrorDetail;
  /**
   * The user the request was attributed to, if there is one.
   *
   * @example "user_EXAMPLE0000000000000000001"
   */
  user_id?: string | null;
}

/** The body of a 429, the answer to too many requests. */
export interface TooManyRequestsResponse {
  /** What went wrong. */
  error: ErrorDetail;
  /**
   * The user the request was attributed to, if there is one.
   *
   * @example "user_EXAMPLE0000000000000000001"
   */
  user_id?: string | null;
}

/** The body of a 401, the answer to a missing or invalid credential. */
export interface UnauthorizedResponse {
  /** What went wrong. */
  error: ErrorDetail;
  /**
   * The user the request was attributed to, if there is one.
   *
   * @example "user_EXAMPLE0000000000000000001"
   */
  user_id?: string | null;
}

/** The fields to change; the others keep their values. */
export interface UpdateKeysRequest {
  /**
   * The new name of the key.
   *
   * @example "Checkout assistant (paused)"
   */
  name?: string;
  /**
   * Send `true` to switch the key off and `false` to switch it on again.
   *
   * @example true
   */
  disabled?: boolean;
  /**
   * The new spending limit in US dollars; `null` removes the limit.
   *
   * @example 80
   */
  limit?: number | null;
  /**
   * How often the limit starts afresh from now on, always at midnight UTC; weeks begin on Monday. `null` means that it never does.
   *
   * @example "monthly"
   */
  limit_reset?: "daily" | "weekly" | "monthly" | null;
  /**
   * Whether spending through your own provider keys (BYOK) counts towards the limit.
   *
   * @example false
   */
  include_byok_in_limit?: boolean;
}
