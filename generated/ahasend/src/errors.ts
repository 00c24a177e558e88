import { APIError } from "./core/errors.js";
import type {
  CreateAPIKeyError,
  DeleteAPIKeyError,
  GetAPIKeyError,
  GetAPIKeysError,
  UpdateAPIKeyError,
} from "./resources/api-keys.js";
import type {
  CreateSubAccountAPIKeyError,
  DeleteSubAccountAPIKeyError,
  GetSubAccountAPIKeyError,
  ListSubAccountAPIKeysError,
  UpdateSubAccountAPIKeyError,
} from "./resources/sub-accounts.js";

/** What each operation throws, by the name of its function. */
export interface OperationErrors {
  getAPIKeys: GetAPIKeysError;
  createAPIKey: CreateAPIKeyError;
  getAPIKey: GetAPIKeyError;
  updateAPIKey: UpdateAPIKeyError;
  deleteAPIKey: DeleteAPIKeyError;
  listSubAccountAPIKeys: ListSubAccountAPIKeysError;
  createSubAccountAPIKey: CreateSubAccountAPIKeyError;
  getSubAccountAPIKey: GetSubAccountAPIKeyError;
  updateSubAccountAPIKey: UpdateSubAccountAPIKeyError;
  deleteSubAccountAPIKey: DeleteSubAccountAPIKeyError;
}

/** Narrows a caught error to the ones that an operation declares: `status` then tells which `body` it has. */
export function isErrorOf<K extends keyof OperationErrors>(
  operation: K,
  error: unknown,
): error is Extract<OperationErrors[K], APIError<number, unknown>> {
  return error instanceof APIError && error.operation === operation;
}
