/**
 * How heavy a change is where it stands: what is not stable yet promises nothing, whoever it breaks.
 */
import type { Surface } from "../surface/surface.js";
import type { ChangePolicy } from "./change.js";
import { verdictOn, type Verdict } from "./classes.js";
import type { Finding } from "./finding.js";
import type { Surfaces } from "./surfaces.js";

export interface PlacedVerdict extends Verdict {
  /** It is about operations alone that the document calls alpha or beta. */
  readonly isUnstable: boolean;
}

export const verdictIn = (
  finding: Finding,
  surfaces: Surfaces,
  policy: ChangePolicy,
): PlacedVerdict => {
  const verdict = verdictOn(finding, policy);
  // Strict owners promise what is unstable as well.
  const isUnstable =
    policy.strictness !== "strict" && isOfUnstable(finding, surfaces, policy);
  const isLighter =
    isUnstable && verdict.class === "breaking" && !verdict.isOverridden;
  return {
    ...verdict,
    ...(isLighter && { class: "feature" }),
    isUnstable,
  };
};

const isOfUnstable = (
  finding: Finding,
  { old, now, reach }: Surfaces,
  { unstable }: ChangePolicy,
): boolean => {
  if (!hasUnstable(old, unstable) && !hasUnstable(now, unstable)) return false;
  const { model, operations = [] } = finding;
  const uses =
    model === undefined
      ? []
      : [reach.old.usesOf(model), reach.now.usesOf(model)];
  const isSent = uses.some(({ places }) => places.some(isPayload));
  const names = [...operations, ...uses.flatMap((use) => use.operations)];
  return (
    !isSent &&
    names.length > 0 &&
    names.every((name) => {
      // What callers were promised is what the last release said.
      const { stability } =
        old.operations.get(name) ?? now.operations.get(name) ?? {};
      return stability !== undefined && unstable.includes(stability);
    })
  );
};

const hasUnstable = (
  { operations }: Surface,
  unstable: readonly string[],
): boolean =>
  [...operations.values()].some(
    ({ stability }) => stability !== undefined && unstable.includes(stability),
  );

const isPayload = (place: string): boolean =>
  /^(?:webhooks|callbacks)\./.test(place);
