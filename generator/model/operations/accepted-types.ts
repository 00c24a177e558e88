/**
 * What a body accepts where that is more than its type: parts with headers in place of their values.
 */
import type { Property, Type } from "../../sdk/sdk.js";
import type { Models } from "../schemas/models.js";
import { keywordType, union } from "../schemas/simplify.js";

/** An object of these fields, and of what else the type takes. */
export const acceptedType = (
  properties: readonly Property[],
  type: Type,
  models: Models,
): Type =>
  models.fieldsOf(type)
    ? { kind: "object", properties }
    : { kind: "object", properties, index: keywordType("unknown") };

/** Of a body that may be one of several objects: each with what is accepted for its fields. */
export function acceptedMembers(
  type: Type,
  models: Models,
  sentAs: (properties: readonly Property[]) => readonly Property[],
): Type | undefined {
  const inside = (member: Type, depth: number): Type => {
    const declared = models.declaredFieldsOf(member);
    if (declared) {
      const sent = sentAs(declared);
      return sent === declared ? member : acceptedType(sent, member, models);
    }
    const target = models.unaliased(member);
    if (target.kind !== "union" || depth > 20) return member;
    const members = target.members.map((one) => inside(one, depth + 1));
    const isSame = members.every((one, index) => one === target.members[index]);
    return isSame ? member : union(members);
  };
  const accepted = inside(type, 0);
  return accepted === type ? undefined : accepted;
}
