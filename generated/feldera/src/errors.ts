import { APIError } from "./core/errors.js";
import type {
  CreateApiKeyError,
  DeleteApiKeyError,
  GetApiKeyError,
  ListApiKeysError,
} from "./resources/api-keys.js";

/** What each operation throws, by the name of its function. */
export interface OperationErrors {
  listApiKeys: ListApiKeysError;
  createApiKey: CreateApiKeyError;
  getApiKey: GetApiKeyError;
  deleteApiKey: DeleteApiKeyError;
}

/** Narrows a caught error to the ones that an operation declares: `status` then tells which `body` it has. */
export function isErrorOf<K extends keyof OperationErrors>(
  operation: K,
  error: unknown,
): error is Extract<OperationErrors[K], APIError<number, unknown>> {
  return error instanceof APIError && error.operation === operation;
}
