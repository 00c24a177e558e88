/**
 * What a type no longer has, since the document keeps it for the other direction: the kinds of
 * `readOnly` and `writeOnly`, in place of those of what is gone.
 */
import type { Access } from "../../surface/shape.js";
import type { Finding } from "../finding.js";

/**
 * @param finding about a property of an object, or a field of `params`
 * @param access what the document says of it now, where the new type leaves it out for that
 */
export const asWithheld = (
  finding: Finding,
  access: Access | undefined,
): Finding => {
  const { kind, position } = finding;
  if (kind !== "property-removed" && kind !== "parameter-removed")
    return finding;
  if (access === "readOnly" && position !== "output")
    return { ...finding, kind: "property-read-only" };
  if (access === "writeOnly" && position !== "input")
    return { ...finding, kind: "property-write-only" };
  return finding;
};
