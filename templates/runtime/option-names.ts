/** Every option that a call may have; a test compares it with their types. */
export const optionNames: RegExp =
  /^(headers|timeout|maxRetries|retry|fetchOptions|maxResponseBytes|query|body|signal|idleTimeout|idempotencyKey|accept)$/;
