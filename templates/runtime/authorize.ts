/**
 * Chooses the credentials of a request, as the Security Requirement Objects of
 * its operation say: all schemes of one alternative, and no others.
 */
import type { Authenticator, Security } from "./operation.js";
import { throwTypeError } from "./type-error.js";

/**
 * The security schemes of the API, with undefined for a scheme that the caller
 * gave no credential for, and the requirements of operations that have none of
 * their own.
 */
export function securitySchemes(
  schemes: readonly (readonly [
    name: string,
    authenticator: Authenticator | undefined,
  ])[],
  defaultSecurity: Security,
): Authenticator {
  const authenticators = new Map(schemes);
  return async (request, settings, attempt) => {
    const { operation, refused } = attempt;
    const alternatives = operation.security ?? defaultSecurity;
    const usable = alternatives.filter((names) =>
      names.every((name) => authenticators.get(name)),
    );
    // Where authentication is optional, credentials are used if there are any.
    const chosen = usable.find((names) => names.length > 0) ?? usable[0];
    if (!chosen && alternatives.length > 0) {
      const text = alternatives
        .map((names) => names.join(" and "))
        .join(" or ");
      throwTypeError(`missing credentials: ${text}`);
    }
    const refreshable = new Map<string, unknown>();
    for (const name of chosen ?? []) {
      const value = await authenticators.get(name)?.(request, settings, {
        ...attempt,
        refused: (refused as typeof refreshable | undefined)?.get(name),
      });
      if (value) refreshable.set(name, value);
    }
    return refreshable.size > 0 && refreshable;
  };
}
