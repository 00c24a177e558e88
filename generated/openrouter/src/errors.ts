import { APIError } from "./core/errors.js";
import type {
  CreateAPIKeyError,
  DeleteAPIKeyError,
  GetAPIKeyError,
  GetCurrentKeyMetadataError,
  ListAPIKeysError,
  UpdateAPIKeyError,
} from "./resources/api-keys.js";

/** What each operation throws, by the name of its function. */
export interface OperationErrors {
  getCurrentKeyMetadata: GetCurrentKeyMetadataError;
  listAPIKeys: ListAPIKeysError;
  createAPIKey: CreateAPIKeyError;
  getAPIKey: GetAPIKeyError;
  deleteAPIKey: DeleteAPIKeyError;
  updateAPIKey: UpdateAPIKeyError;
}

/** Narrows a caught error to the ones that an operation declares: `status` then tells which `body` it has. */
export function isErrorOf<K extends keyof OperationErrors>(
  operation: K,
  error: unknown,
): error is Extract<OperationErrors[K], APIError<number, unknown>> {
  return error instanceof APIError && error.operation === operation;
}
