/**
 * Asks TypeScript's checker where the rules for types cannot tell whether one type fits the other: where
 * an intersection is not one of objects.
 */
import type { FoundChanges } from "../change/compare-surfaces.js";
import type { Surface } from "../surface/surface.js";

/** Loads the rules: most runs compare nothing. */
export const changesBetween = async (
  before: Surface,
  after: Surface,
): Promise<FoundChanges> => {
  const { findChanges } = await import("../change/compare-surfaces.js");
  return decideTypes(findChanges(before, after));
};

/** The compiler is loaded only where there is something to ask. */
export const decideTypes = async (
  found: FoundChanges,
): Promise<FoundChanges> => {
  if (found.findings.every(({ undecided }) => undecided === undefined))
    return found;
  const { checkedTypes } = await import("./checked-types.js");
  const { judgedFindings } = await import("./judged-findings.js");
  const { old, now } = found.surfaces;
  const asked = found.findings.flatMap(({ undecided }) => undecided ?? []);
  const answers = checkedTypes(asked, { old: old.models, new: now.models });
  return {
    ...found,
    findings: found.findings.flatMap((finding) =>
      finding.undecided
        ? judgedFindings(finding, answers.get(finding.undecided))
        : [finding],
    ),
  };
};
