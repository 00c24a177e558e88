/**
 * Options of credentials that have another name now: what is sent, and how, is the same, and nothing else
 * of either side is sent so.
 */
import type { Surface, SurfaceCredential } from "../surface/surface.js";

type Credentials = Surface["client"]["credentials"];

/** New names by their old ones. */
export const renamedCredentials = (
  old: Credentials,
  now: Credentials,
): ReadonlyMap<string, string> => {
  const gone = only(old, now);
  const come = only(now, old);
  return new Map(
    [...gone].flatMap(([way, option]) => {
      const to = come.get(way);
      return option === undefined || to === undefined ? [] : [[option, to]];
    }),
  );
};

/** Options that the other side lacks, by how they are sent; undefined where several are sent so. */
const only = (
  own: Credentials,
  others: Credentials,
): ReadonlyMap<string, string | undefined> => {
  const found = new Map<string, string | undefined>();
  for (const [option, credential] of own) {
    if (others.has(option)) continue;
    const way = wayOf(credential);
    found.set(way, found.has(way) ? undefined : option);
  }
  return found;
};

const wayOf = ({ kind, sent }: SurfaceCredential): string =>
  JSON.stringify([kind, sent]);
