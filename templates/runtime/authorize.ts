/**
 * Chooses the credentials of a request, as the Security Requirement Objects of
 * its operation say: all schemes of one alternative, and no others.
 */
import type { StandIn } from "./by-hand.js";
import type { Authenticator, Security } from "./operation.js";
import { throwTypeError } from "./type-error.js";

/**
 * The security schemes of the API, with undefined for a scheme that the caller
 * gave no credential for, and what stands in for it then (`by-hand.ts`); and
 * the requirements of operations that have none of their own.
 */
export function securitySchemes(
  schemes: readonly (readonly [
    name: string,
    authenticator: Authenticator | undefined,
    standIn?: StandIn,
  ])[],
  defaultSecurity: Security,
): Authenticator {
  const authenticators = new Map(schemes.map(([name, add]) => [name, add]));
  const standIns = new Map(schemes.map(([name, , standIn]) => [name, standIn]));
  return async (request, settings, attempt) => {
    const { operation, refused } = attempt;
    const alternatives = operation.security ?? defaultSecurity;
    const usable = alternatives.filter((names) =>
      names.every((name) => authenticators.get(name)),
    );
    // Where authentication is optional, credentials are used if there are any.
    let chosen = usable.find((names) => names.length > 0);
    const missing = alternatives.map((names) =>
      names.filter(
        (name) =>
          !authenticators.get(name) &&
          !standIns.get(name)?.isGiven(request, settings, attempt),
      ),
    );
    chosen ??= alternatives.find(
      (names, index) => names.length > 0 && missing[index]?.length === 0,
    );
    chosen ??= usable[0];
    if (!chosen && alternatives.length > 0) {
      const labels = missing.map((names) =>
        names.map((name) => standIns.get(name)?.label ?? name).join(" and "),
      );
      throwTypeError(`missing credentials: ${labels.join(" or ")}`);
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
