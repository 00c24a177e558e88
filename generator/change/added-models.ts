/**
 * Models that are exported now. Where what uses them came or changed, that is the change; where nothing
 * else tells, their names are new: of an enum that was written in place, of a base.
 */
import { standardPolicy } from "./change.js";
import { verdictOn } from "./classes.js";
import type { Finding } from "./finding.js";
import type { Surfaces } from "./models.js";
import { isPartOf } from "./vanished-models.js";

/**
 * @param renamed new names by old ones
 * @param found everything else that changed
 */
export const addedModels = (
  { old, now, reach }: Surfaces,
  renamed: ReadonlyMap<string, string>,
  found: readonly Finding[],
): readonly Finding[] => {
  const followed = new Set(renamed.values());
  const isNew = (name: string): boolean =>
    now.models.has(name) && !old.models.has(name) && !followed.has(name);
  const names = [...now.models.keys()].filter(isNew);
  if (names.length === 0) return [];
  // A release that says no more than this would be too small for a new name.
  const told = found.filter((finding) =>
    ["breaking", "feature"].includes(verdictOn(finding, standardPolicy).class),
  );
  const models = new Set(told.map(({ model }) => model));
  const isTold = (name: string, seen: Set<string>): boolean => {
    seen.add(name);
    const isToldOf = (other: string): boolean =>
      models.has(other) ||
      (isNew(other) && !seen.has(other) && isTold(other, seen));
    const { formOf } = now.models.get(name) ?? {};
    // A form of its own is there for what changed of the model, or of a model in it.
    if (formOf !== undefined)
      return (
        isToldOf(formOf) ||
        reach.now.reachedBy(name).some((one) => isToldOf(one))
      );
    const users = reach.now.mentionsOf(name);
    return (
      users.places.some((place) =>
        told.some(({ where }) => isPartOf(place, where)),
      ) || users.models.some(isToldOf)
    );
  };
  return names
    .filter((name) => !isTold(name, new Set()))
    .map((name) => ({ kind: "model-added", where: name, model: name }));
};
