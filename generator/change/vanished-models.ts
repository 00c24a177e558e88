/**
 * Models that were used and are not exported any more. Where what used them changed, that is the change;
 * where nothing else tells, their names are missed.
 */
import { breaks } from "./breaks.js";
import type { Finding } from "./finding.js";
import type { Surfaces } from "./surfaces.js";
import { ToldPlaces } from "./told-places.js";

/** @param found everything else that changed */
export const vanishedModels = (
  { old, now, reach }: Surfaces,
  renamed: ReadonlyMap<string, string>,
  found: readonly Finding[],
): readonly Finding[] => {
  const breaking = found.filter(breaks);
  const models = new Set(breaking.map(({ model }) => model));
  const places = new ToldPlaces(breaking.map(({ where }) => where));
  const isGone = (name: string): boolean =>
    !now.models.has(name) && !renamed.has(name);
  const isTold = (name: string, seen: Set<string>): boolean => {
    seen.add(name);
    const users = reach.old.mentionsOf(name);
    return (
      users.places.some((place) => places.has(place)) ||
      users.models.some(
        (user) =>
          models.has(user) ||
          (isGone(user) && !seen.has(user) && isTold(user, seen)),
      )
    );
  };
  const removed = new Set(
    breaking.flatMap(({ kind, where }) =>
      kind === "operation-removed" ? [where] : [],
    ),
  );
  /** A form goes with what it was sent by; where that stays, its name is missed. */
  const isGoneAlong = (name: string, seen: Set<string>): boolean => {
    seen.add(name);
    const users = reach.old.mentionsOf(name);
    return (
      users.places.every((place) =>
        removed.has(place.split(".", 1)[0] ?? ""),
      ) &&
      users.models.every(
        (user) => isGone(user) && (seen.has(user) || isGoneAlong(user, seen)),
      )
    );
  };
  return [...old.models].flatMap(([name, { formOf }]): readonly Finding[] =>
    isGone(name) &&
    reach.old.isNamed(name) &&
    !(formOf === undefined ? isTold : isGoneAlong)(name, new Set())
      ? [{ kind: "model-removed", where: name, model: name }]
      : [],
  );
};
