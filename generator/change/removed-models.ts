/**
 * Models that were used and are no longer exported. Where a breaking finding already reports what used a
 * model, the model is part of that change; otherwise its name is missing from the release on its own.
 */
import { isBreaking } from "./is-breaking.js";
import type { Finding } from "./finding.js";
import type { Surfaces } from "./surfaces.js";
import { ReportedPlaces } from "./reported-places.js";

/** @param found everything else that changed */
export const removedModels = (
  { old, now, reach }: Surfaces,
  renamed: ReadonlyMap<string, string>,
  found: readonly Finding[],
): readonly Finding[] => {
  const breaking = found.filter(isBreaking);
  const models = new Set(breaking.map(({ model }) => model));
  const places = new ReportedPlaces(breaking.map(({ where }) => where));
  const isGone = (name: string): boolean =>
    !now.models.has(name) && !renamed.has(name);
  const isReported = (name: string, seen: Set<string>): boolean => {
    seen.add(name);
    const users = reach.old.mentionsOf(name);
    return (
      users.places.some((place) => places.has(place)) ||
      users.models.some(
        (user) =>
          models.has(user) ||
          (isGone(user) && !seen.has(user) && isReported(user, seen)),
      )
    );
  };
  const removed = new Set(
    breaking.flatMap(({ kind, where }) =>
      kind === "operation-removed" ? [where] : [],
    ),
  );
  /** A form is removed with all that sent it; callers miss its name if anything of that stays. */
  const isRemovedWithUsers = (name: string, seen: Set<string>): boolean => {
    seen.add(name);
    const users = reach.old.mentionsOf(name);
    return (
      users.places.every((place) =>
        removed.has(place.split(".", 1)[0] ?? ""),
      ) &&
      users.models.every(
        (user) =>
          isGone(user) && (seen.has(user) || isRemovedWithUsers(user, seen)),
      )
    );
  };
  return [...old.models].flatMap(([name, { formOf }]): readonly Finding[] =>
    isGone(name) &&
    reach.old.isNamed(name) &&
    !(formOf === undefined ? isReported : isRemovedWithUsers)(name, new Set())
      ? [{ kind: "model-removed", where: name, model: name }]
      : [],
  );
};
