/**
 * Whether what used a model uses the one that would be its new name: a model of the same structure is no
 * new name where one use of the old one went elsewhere.
 */
import type { PairedOperations } from "./operation-pairs.js";
import type { Reach } from "./reach.js";

interface Uses {
  readonly reach: Readonly<Record<"old" | "now", Reach>>;
  readonly pairs: PairedOperations["pairs"];
}

/**
 * @param candidates new names by old ones, of equal structure
 * @returns those that every use moved to
 */
export const movedModels = (
  candidates: ReadonlyMap<string, string>,
  { reach, pairs }: Uses,
): ReadonlyMap<string, string> => {
  if (candidates.size === 0) return candidates;
  const placeNow = placesAfter(pairs);
  const moved = new Map(candidates);
  const isMoved = (name: string, to: string): boolean => {
    const before = reach.old.mentionsOf(name);
    const after = reach.now.mentionsOf(to);
    return (
      before.places
        .map(placeNow)
        .every(
          (place) => after.places.includes(place) || !reach.now.hasPlace(place),
        ) &&
      before.models.every((user) => {
        const next = moved.get(user) ?? user;
        return after.models.includes(next) || !reach.now.hasModel(next);
      }) &&
      // Its structure is the same only if what it mentions moved as well.
      reach.old
        .mentionedBy(name)
        .every((inside) => !candidates.has(inside) || moved.has(inside))
    );
  };
  for (let size = -1; size !== moved.size;) {
    size = moved.size;
    for (const [name, to] of moved) if (!isMoved(name, to)) moved.delete(name);
  }
  return moved;
};

/** What an old place is called now. */
export const placesAfter = (
  pairs: PairedOperations["pairs"],
): ((place: string) => string) => {
  const functions = new Map(pairs.map(({ before, after }) => [before, after]));
  return (place) => {
    const [name = ""] = place.split(".", 1);
    return (functions.get(name) ?? name) + place.slice(name.length);
  };
};
