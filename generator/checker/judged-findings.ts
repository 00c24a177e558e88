/**
 * What a change of a type is, once the checker has said which type fits which.
 */
import type { Finding } from "../change/finding.js";
import type { CheckedTypes } from "./checked-types.js";

/**
 * @param answer absent where the checker cannot tell either
 * @returns nothing where callers cannot tell the types apart
 */
export const judgedFindings = (
  finding: Finding,
  answer: CheckedTypes | undefined,
): readonly Finding[] => {
  if (!answer) return [finding];
  const { undecided: _undecided, ...decided } = finding;
  const { isWider, isNarrower, gone, come } = answer;
  // Code that reads or writes a property that is gone breaks, whatever fits.
  if (gone.length > 0 || (!isWider && !isNarrower))
    return [{ ...decided, kind: "type-changed" }];
  if (isWider && isNarrower) {
    const { old: _old, new: _new, ...at } = decided;
    return come.map((name) => ({
      ...at,
      kind: "property-added",
      where: `${decided.where}.${name}`,
    }));
  }
  return [{ ...decided, kind: isWider ? "type-widened" : "type-narrowed" }];
};
