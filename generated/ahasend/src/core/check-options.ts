/** Options that are checked when a client is made, not by its first call. */
import { configError } from "./errors.js";
import type { ClientOptions } from "./options.js";

/** Throws a `ConfigError` for a value that no call could use. */
export function checkOptions({
  timeout,
  maxRetries,
  maxResponseBytes,
  retry,
}: ClientOptions): void {
  const numbers = { timeout, maxRetries, maxResponseBytes };
  for (const [name, value] of Object.entries(numbers))
    if (value !== undefined && !(value >= 0))
      throw configError(`invalid value for ${name}`);
  if (retry !== undefined && !["safe", "all"].includes(retry))
    throw configError("invalid value for retry");
}
