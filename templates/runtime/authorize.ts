/**
 * Chooses the credentials of a request: one satisfied alternative of what its operation asks
 * for, and nothing besides it.
 */
import { throwTypeError } from "./type-error.js";
import type { Authenticator, Security } from "./operation.js";

/** In place of the one scheme that every operation needs, where the caller gave no credential. */
export const missing =
  (scheme: string): Authenticator =>
  () =>
    throwTypeError(`missing credentials: ${scheme}`);

/** The one scheme that an API has, where some operations do without it. */
export const only =
  (
    scheme: string,
    authenticator: Authenticator | undefined,
    security: Security = [[scheme]],
  ): Authenticator =>
  (request, refresh, operation, settings) => {
    const needs = operation.security ?? security;
    if (!needs.flat()[0]) return false;
    if (authenticator)
      return authenticator(request, refresh, operation, settings);
    if (needs.every(([first]) => first))
      throwTypeError(`missing credentials: ${scheme}`);
    return false;
  };

/** Several schemes, undefined where the caller gave no credential, and what operations need. */
export function securitySchemes(
  all: readonly (readonly [
    scheme: string,
    authenticator: Authenticator | undefined,
  ])[],
  security: Security,
): Authenticator {
  const known = new Map(all);
  return async (request, refresh, operation, settings) => {
    const needs = operation.security ?? security;
    const usable = needs.filter((names) =>
      names.every((name) => known.get(name)),
    );
    // Where credentials are optional, those that were given are meant to be used.
    const chosen = usable.find((names) => names.length > 0) ?? usable[0];
    if (!chosen && needs.length > 0) {
      const text = needs.map((names) => names.join(" and ")).join(" or ");
      throwTypeError(`missing credentials: ${text}`);
    }
    let refreshable = false;
    for (const name of chosen ?? [])
      if (await known.get(name)?.(request, refresh, operation, settings))
        refreshable = true;
    return refreshable;
  };
}
