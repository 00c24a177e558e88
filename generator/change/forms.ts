/**
 * Models that are sent in another form than they are received. Where a form is added or removed, what
 * callers sent before is compared with what is accepted now.
 */
import type { Finding } from "./finding.js";
import type { Surfaces } from "./surfaces.js";
import { placesAfter } from "./model-uses.js";
import type { OperationPair } from "./operation-pairs.js";
import { schemaPlace } from "./schema-place.js";
import type { ShapeComparison } from "./shapes/compare-shapes.js";

/** The forms of one model on both sides, itself among them. */
interface Family {
  readonly old: Set<string>;
  readonly now: Set<string>;
}

/** @param pairs the operations of both sides */
export const compareForms = (
  comparison: ShapeComparison,
  surfaces: Surfaces,
  pairs: readonly OperationPair[],
): readonly Finding[] => {
  const { old, now, reach } = surfaces;
  const { renamed } = comparison.models;
  const placeNow = placesAfter(pairs);
  const shareUse = (before: string, after: string): boolean => {
    const places = new Set(reach.old.usesOf(before).places.map(placeNow));
    return reach.now.usesOf(after).places.some((place) => places.has(place));
  };
  return [...familiesOf(comparison, surfaces)].flatMap(([root, family]) =>
    [...family.old].flatMap((before) =>
      [...family.now].flatMap((after): readonly Finding[] => {
        const [oldModel, newModel] = [
          old.models.get(before),
          now.models.get(after),
        ];
        const next = renamed.get(before) ?? before;
        // Models that both releases have are compared under their names, elsewhere.
        const isNew = !old.models.has(after) || !now.models.has(next);
        if (
          !oldModel ||
          !newModel ||
          next === after ||
          !isNew ||
          !shareUse(before, after)
        )
          return [];
        return comparison.compare(oldModel.type, newModel.type, {
          where: schemaPlace(root, newModel),
          position: "input",
          model: before,
        });
      }),
    ),
  );
};

/** By the new name of the model, or the old one of a model that is gone. */
const familiesOf = (
  { models }: ShapeComparison,
  { old, now }: Surfaces,
): ReadonlyMap<string, Family> => {
  const families = new Map<string, Family>();
  const familyOf = (root: string): Family => {
    const known = families.get(root);
    if (known) return known;
    const family = {
      old: new Set([models.onceCalled(root)]),
      now: new Set([root]),
    };
    families.set(root, family);
    return family;
  };
  for (const [name, { formOf }] of old.models)
    if (formOf !== undefined) familyOf(models.nowCalled(formOf)).old.add(name);
  for (const [name, { formOf }] of now.models)
    if (formOf !== undefined) familyOf(formOf).now.add(name);
  return families;
};
