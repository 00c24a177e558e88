/** A value for every option that a call may have; the compiler says when one is new. */
import type { CallOptions } from "../../../templates/runtime/prepare.js";

export const callOptions: Record<keyof CallOptions, unknown> = {
  headers: {},
  timeout: 1,
  maxRetries: 1,
  retry: "all",
  fetchOptions: {},
  maxResponseBytes: 1,
  query: {},
  body: {},
  signal: AbortSignal.timeout(1),
  idleTimeout: 1,
  idempotencyKey: "x",
  accept: "x",
};
