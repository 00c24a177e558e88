import { APIError } from "./core/errors.js";
import type {
  CreateKeysError,
  DeleteKeysError,
  GetCurrentKeyError,
  GetKeyError,
  ListError,
  UpdateKeysError,
} from "./resources/api-keys.js";

/**
 * What each operation throws, by its `operationId`.
 */
export interface OperationErrors {
  getCurrentKey: GetCurrentKeyError;
  list: ListError;
  createKeys: CreateKeysError;
  getKey: GetKeyError;
  deleteKeys: DeleteKeysError;
  updateKeys: UpdateKeysError;
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
