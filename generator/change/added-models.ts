/**
 * Models that only the new release exports. Where another finding already reports what uses a model, the
 * model is part of that change. What is left is new as a name alone: an enum that was written in place
 * before, or a base.
 */
import { standardPolicy } from "./change.js";
import { verdictOn } from "./classes.js";
import type { Finding } from "./finding.js";
import type { Surfaces } from "./surfaces.js";
import { ReportedPlaces } from "./reported-places.js";

/**
 * @param renamed new names by old ones
 * @param found everything else that changed
 */
export const addedModels = (
  { old, now, reach }: Surfaces,
  renamed: ReadonlyMap<string, string>,
  found: readonly Finding[],
): readonly Finding[] => {
  const newNames = new Set(renamed.values());
  const unexplained = new Set(
    [...now.models.keys()].filter(
      (name) => !old.models.has(name) && !newNames.has(name),
    ),
  );
  if (unexplained.size === 0) return [];
  // A new name is a feature: a finding that weighs less would give the release too small a version.
  const reported = found.filter((finding) =>
    ["breaking", "feature"].includes(verdictOn(finding, standardPolicy).class),
  );
  const places = new ReportedPlaces(reported.map(({ where }) => where));
  const isReported = (name: string): boolean =>
    reach.now.mentionsOf(name).places.some((place) => places.has(place));
  // A model gets a form of its own because it changed, or because a model in it did.
  const forms = newFormsByPart({ old, now, reach }, unexplained);
  const waiting = [
    ...reported.flatMap(({ model }) =>
      model === undefined ? [] : [model, renamed.get(model) ?? model],
    ),
    ...[...unexplained].filter(isReported),
  ];
  const seen = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    unexplained.delete(name);
    const inside = reach.now.mentionedBy(name);
    waiting.push(
      ...[...inside, ...(forms.get(name) ?? [])].filter((one) =>
        unexplained.has(one),
      ),
    );
  }
  return [...unexplained].map((name) => ({
    kind: "model-added",
    where: name,
    model: name,
  }));
};

/** New forms, by the model that each is a form of, and by the models that it contains. */
const newFormsByPart = (
  { now, reach }: Surfaces,
  names: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> => {
  const forms = new Map<string, string[]>();
  for (const name of names) {
    const { formOf } = now.models.get(name) ?? {};
    if (formOf === undefined) continue;
    for (const part of [formOf, ...reach.now.reachedBy(name)]) {
      const known = forms.get(part);
      if (known) known.push(name);
      else forms.set(part, [name]);
    }
  }
  return forms;
};
