/**
 * Models that were used and are not exported any more. Where what used them changed, that is the change;
 * where nothing else tells, their names are missed.
 */
import { standardPolicy } from "./change.js";
import { verdictOn } from "./classes.js";
import type { Finding } from "./finding.js";
import type { Surfaces } from "./models.js";

/** @param found everything else that changed */
export const vanishedModels = (
  { old, now, reach }: Surfaces,
  renamed: ReadonlyMap<string, string>,
  found: readonly Finding[],
): readonly Finding[] => {
  const breaks = found.filter(
    (finding) => verdictOn(finding, standardPolicy).class === "breaking",
  );
  const models = new Set(breaks.map(({ model }) => model));
  const isGone = (name: string): boolean =>
    !now.models.has(name) && !renamed.has(name);
  const isTold = (name: string, seen: Set<string>): boolean => {
    seen.add(name);
    const users = reach.old.mentionsOf(name);
    return (
      users.places.some((place) =>
        breaks.some(({ where }) => isPartOf(place, where)),
      ) ||
      users.models.some(
        (user) =>
          models.has(user) ||
          (isGone(user) && !seen.has(user) && isTold(user, seen)),
      )
    );
  };
  return [...old.models].flatMap(([name, { formOf }]): readonly Finding[] =>
    isGone(name) &&
    reach.old.isNamed(name) &&
    (formOf !== undefined || !isTold(name, new Set()))
      ? [{ kind: "model-removed", where: name, model: name }]
      : [],
  );
};

/** A place is told of with its whole operation, or with something inside it. */
export const isPartOf = (place: string, where: string): boolean =>
  place === where ||
  place.startsWith(`${where}.`) ||
  where.startsWith(`${place}.`) ||
  where.startsWith(`${place}[`) ||
  // What is given in another format is part of the result.
  place === where.replace(/\.options\.accept$/, ".result");
