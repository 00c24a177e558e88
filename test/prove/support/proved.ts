/** The rules held against the compiler, for packages that were generated. */
import {
  standardPolicy,
  type ChangePolicy,
} from "../../../generator/change/change.js";
import {
  findChanges,
  judgeChanges,
} from "../../../generator/change/compare-surfaces.js";
import { packageSources } from "../../../generator/prove/package-sources.js";
import { prove, type Proof } from "../../../generator/prove/prove.js";
import type { Sdk } from "../../../generator/sdk/sdk.js";
import { surfaceOf } from "../../../generator/surface/surface-of.js";

export interface Step {
  readonly old: Sdk;
  /** With the old names that stay. */
  readonly new: Sdk;
  /** Default: the standard one. */
  readonly policy?: ChangePolicy;
}

/** In programs of a few packages each, since one of all takes much memory. */
export const provedSteps = (steps: readonly Step[]): readonly Proof[] => {
  const proofs: Proof[] = [];
  for (let start = 0; start < steps.length; start += 20)
    proofs.push(...prove(steps.slice(start, start + 20).map(inputOf)));
  return proofs;
};

const inputOf = ({
  old,
  new: now,
  policy = standardPolicy,
}: Step): Parameters<typeof prove>[0][0] => {
  const [before, after] = [surfaceOf(old), surfaceOf(now)];
  const found = findChanges(before, after);
  return {
    ...{ old: before, new: after, sources: packageSources(now) },
    changes: judgeChanges(found, policy),
    renamedModels: found.renamedModels,
  };
};
