/**
 * Two documents, what is to be told of them, and a caller of everything that the first one declares,
 * compiled against the package of the second one: it fails where a break is told, and nowhere else.
 */
import { beforeAll, describe, expect, it } from "vitest";
import {
  standardPolicy,
  type ChangePolicy,
} from "../../../generator/change/change.js";
import { compareSurfaces } from "../../../generator/change/compare-surfaces.js";
import type { Proof } from "../../../generator/prove/prove.js";
import type { Sdk } from "../../../generator/sdk/sdk.js";
import { surfaceOf } from "../../../generator/surface/surface-of.js";
import { shown } from "../../change/support.js";
import { sdkOf, type Options, type Source } from "../../support/pipeline.js";
import { releasedThen } from "../../support/released.js";
import { provedSteps } from "./proved.js";

export interface Prediction {
  /** What the second document does to the first. */
  readonly name: string;
  readonly old: Source;
  readonly now: Source;
  /** As `shown` has them, from the heaviest. */
  readonly changes: readonly string[];
  /** The same the other way round. */
  readonly back: readonly string[];
  /** Kinds of breaking changes that show only when the code runs. */
  readonly atRunTime?: readonly string[];
  readonly options?: Options;
}

interface Direction {
  readonly title: string;
  readonly old: Source;
  readonly now: Source;
  readonly changes: readonly string[];
  readonly atRunTime: readonly string[];
  readonly options: Options;
}

const directionsOf = (prediction: Prediction): readonly Direction[] => {
  const { name, old, now, changes, back } = prediction;
  const { atRunTime = [], options = {} } = prediction;
  const title = `${name}, the other way round`;
  return [
    { title: name, old, now, changes, atRunTime, options },
    { title, old: now, now: old, changes: back, atRunTime, options },
  ];
};

const policyOf = ({ aliases }: Options): ChangePolicy => ({
  ...standardPolicy,
  keepsAliases: aliases !== false,
});

export const describePredictions = (
  title: string,
  predictions: readonly Prediction[],
): void => {
  const directions = predictions.flatMap(directionsOf);
  describe(title, () => {
    const sides = new Map<Direction, { old: Sdk; now: Sdk }>();
    const proofs = new Map<Direction, Proof>();

    beforeAll(async () => {
      for (const direction of directions) {
        const { old, now: source, options } = direction;
        const before = await sdkOf(old, options);
        const [after] = await releasedThen(old, [{ source }], options);
        if (after) sides.set(direction, { old: before, now: after });
      }
      const found = provedSteps(
        [...sides].map(([{ options }, { old, now }]) => ({
          ...{ old, new: now, policy: policyOf(options) },
        })),
      );
      [...sides.keys()].forEach((direction, index) => {
        const proof = found[index];
        if (proof) proofs.set(direction, proof);
      });
    }, 300_000);

    it.each(directions)("$title", (direction) => {
      const both = sides.get(direction);
      const proof = proofs.get(direction);
      if (!both || !proof) throw new Error("nothing was generated");
      const changes = compareSurfaces(
        surfaceOf(both.old),
        surfaceOf(both.now),
        policyOf(direction.options),
      );
      expect(changes.map(shown)).toEqual(direction.changes);
      expect(proof.broken).toEqual([]);
      expect(
        proof.unpredicted.map(({ use, messages }) => [use.where, ...messages]),
      ).toEqual([]);
      const isLate = ({ kind }: { kind: string }): boolean =>
        direction.atRunTime.includes(kind);
      expect(proof.compiling.filter((one) => !isLate(one)).map(shown)).toEqual(
        [],
      );
    });
  });
};
