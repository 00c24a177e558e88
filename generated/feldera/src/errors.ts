import { APIError } from "./core/errors.js";
import type {
  DeleteApiKeyError,
  GetApiKeyError,
  ListApiKeysError,
  PostApiKeyError,
} from "./resources/api-keys.js";

/**
 * What each operation throws, by its `operationId`.
 */
export interface OperationErrors {
  list_api_keys: ListApiKeysError;
  post_api_key: PostApiKeyError;
  get_api_key: GetApiKeyError;
  delete_api_key: DeleteApiKeyError;
}

/**
 * Narrows a caught error to the ones that an operation declares: `status` then tells which `body` it has.
 */
export function isErrorOf<K extends keyof OperationErrors>(
  operation: K,
  error: unknown,
): error is Extract<OperationErrors[K], APIError<number, unknown>> {
  return error instanceof APIError && error.operation === operation;
}
