/** True of every option that a call may have; a test compares it with their types. */
export const isOptionName = (key: string): boolean =>
  /^(headers|timeout|maxRetries|retry|fetchOptions|maxResponseBytes|query|body|signal|idleTimeout|idempotencyKey|accept)$/.test(
    key,
  );
