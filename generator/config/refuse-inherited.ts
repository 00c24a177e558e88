/**
 * Runs only where objects have no members that somebody added to all of them.
 */
import { printable } from "../diagnostics/printable.js";
import { UsageError } from "./usage-error.js";
import { inheritedMember } from "./without-prototype.js";

/** @throws UsageError where code that lists members would list what nobody wrote */
export const refuseInherited = (): void => {
  const inherited = inheritedMember();
  if (inherited !== undefined)
    throw new UsageError(
      `every object here has a member \`${printable(inherited)}\`: something in this process added it to Object.prototype; start without that`,
    );
};
