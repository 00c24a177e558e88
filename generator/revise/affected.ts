/**
 * Which operations have to be looked at when some have changed: all of their resources, because a
 * file holds a whole resource, and those that the README shows, because another may now be better.
 */
import { placeIn } from "../model/names/locked-places.js";
import { resourceId } from "../model/resources/resources.js";
import type { AboutRun } from "../write/last-run.js";
import type { Lock } from "../write/lock.js";
import type { OperationTexts } from "./operation-texts.js";

/** A larger part of a document is not made twice faster than the whole once. */
const largestShare = 0.25;

/**
 * Undefined where the whole document is to be looked at.
 * @param changed operations as the lock file calls them
 */
export const affectedBy = (
  changed: ReadonlySet<string>,
  { operations }: OperationTexts,
  { names }: Lock,
  { shown }: AboutRun,
): ReadonlySet<string> | undefined => {
  if (shown.some((key) => changed.has(key))) return undefined;
  const resourceOf = (key: string): string | undefined => {
    const place = placeIn(names.get(`place ${key}`));
    return place && resourceId(place.group.slice(0, 1));
  };
  const resources = new Set([...changed].map(resourceOf));
  if (resources.has(undefined)) return undefined;
  const affected = operations
    .map(({ key }) => key)
    .filter((key) => shown.includes(key) || resources.has(resourceOf(key)));
  return affected.length <= operations.length * largestShare
    ? new Set(affected)
    : undefined;
};
