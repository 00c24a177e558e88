/**
 * Models that are exported now. Where what uses them came or changed, that is the change; where nothing
 * else tells, their names are new: of an enum that was written in place, of a base.
 */
import { standardPolicy } from "./change.js";
import { verdictOn } from "./classes.js";
import type { Finding } from "./finding.js";
import type { Surfaces } from "./surfaces.js";
import { ToldPlaces } from "./told-places.js";

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
  const left = new Set(
    [...now.models.keys()].filter(
      (name) => !old.models.has(name) && !followed.has(name),
    ),
  );
  if (left.size === 0) return [];
  // A release that says no more than this would be too small for a new name.
  const told = found.filter((finding) =>
    ["breaking", "feature"].includes(verdictOn(finding, standardPolicy).class),
  );
  const places = new ToldPlaces(told.map(({ where }) => where));
  const isTold = (name: string): boolean =>
    reach.now.mentionsOf(name).places.some((place) => places.has(place));
  // A form of its own is there for what changed of the model, or of a model in it.
  const forms = formsAround({ old, now, reach }, left);
  const waiting = [
    ...told.flatMap(({ model }) =>
      model === undefined ? [] : [model, renamed.get(model) ?? model],
    ),
    ...[...left].filter(isTold),
  ];
  const seen = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    left.delete(name);
    const inside = reach.now.mentionedBy(name);
    waiting.push(
      ...[...inside, ...(forms.get(name) ?? [])].filter((one) => left.has(one)),
    );
  }
  return [...left].map((name) => ({
    kind: "model-added",
    where: name,
    model: name,
  }));
};

/** New forms, by the model that each is a form of, and by those that it has inside. */
const formsAround = (
  { now, reach }: Surfaces,
  names: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> => {
  const forms = new Map<string, string[]>();
  for (const name of names) {
    const { formOf } = now.models.get(name) ?? {};
    if (formOf === undefined) continue;
    for (const part of [formOf, ...reach.now.reachedBy(name)]) {
      const around = forms.get(part);
      if (around) around.push(name);
      else forms.set(part, [name]);
    }
  }
  return forms;
};
