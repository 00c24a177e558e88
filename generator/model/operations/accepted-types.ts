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
  const accepted = new Map<Type, Type>();
  const inside = (member: Type): Type => {
    const declared = models.declaredFieldsOf(member);
    if (declared) {
      const sent = sentAs(declared);
      return sent === declared ? member : acceptedType(sent, member, models);
    }
    const target = models.unaliased(member);
    if (target.kind !== "union") return member;
    const known = accepted.get(target);
    if (known) return known === target ? member : known;
    // A union that is a member of itself adds nothing to itself.
    accepted.set(target, target);
    const members = target.members.map(inside);
    if (members.every((one, index) => one === target.members[index]))
      return member;
    const joined = union(members);
    accepted.set(target, joined);
    return joined;
  };
  const whole = inside(type);
  return whole === type ? undefined : whole;
}
