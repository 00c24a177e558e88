/**
 * The classes of errors by HTTP status, as `templates/runtime/errors.ts` declares them.
 */
import type { ErrorResponse } from "../sdk/sdk.js";

/** The statuses that have their own class. */
export const errorClasses: ReadonlyMap<number, string> = new Map([
  [400, "BadRequestError"],
  [401, "AuthenticationError"],
  [403, "PermissionDeniedError"],
  [404, "NotFoundError"],
  [409, "ConflictError"],
  [422, "UnprocessableEntityError"],
  [429, "RateLimitError"],
]);

/** The class of an error response, as users import it. */
export function errorClass(status: ErrorResponse["status"]): string {
  const isServerError = status === "5XX" || Number(status) >= 500;
  return (
    errorClasses.get(Number(status)) ??
    (isServerError ? "InternalServerError" : "APIError")
  );
}
