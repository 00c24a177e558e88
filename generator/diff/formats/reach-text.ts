/**
 * What a change reaches, in words: `in results of pets.get, pets.list and 3 more`.
 */
import type { ReportedChange, ReportedLocation } from "../report.js";

const shown = 2;

/** Empty of a change that reaches nothing but its own place. */
export const reachText = ({ affects, operations }: ReportedChange): string => {
  const calls = new Map(operations.map(({ id, call }) => [id, call]));
  const groups = new Map<string, Set<string>>();
  for (const place of affects) {
    const [name, part] = partsOf(place, calls);
    const group = groupOf(name, part);
    const call = calls.get(name)?.replace(/^client\./, "");
    const label = call ?? (isSender(name) ? part : name);
    groups.set(group, (groups.get(group) ?? new Set()).add(label));
  }
  return [...groups]
    .map(([group, names]) => `in ${group} of ${few([...names])}`)
    .join("; ");
};

/** The operation or the model, and what of it: methods without a function have dots in their names. */
const partsOf = (
  place: string,
  calls: ReadonlyMap<string, string>,
): readonly [name: string, part: string] => {
  const [first = "", second = ""] = place.split(".");
  // Webhooks have dots in their names.
  if (isSender(first)) return [first, place.slice(first.length + 1)];
  const name = calls.has(first)
    ? first
    : [...calls.keys()].find((id) => place.startsWith(`${id}.`));
  if (name === undefined) return [first, second];
  const [part = ""] = place.slice(name.length + 1).split(".");
  return [name, part];
};

/** What the API sends of its own accord. */
const isSender = (name: string): boolean =>
  name === "webhooks" || name === "callbacks";

const groupOf = (name: string, part: string): string => {
  if (isSender(name)) return "payloads";
  if (part === "result") return "results";
  return part === "errors" ? "errors" : "arguments";
};

const few = (names: readonly string[]): string => {
  const more = names.length - shown;
  if (more > 0) return `${names.slice(0, shown).join(", ")} and ${more} more`;
  return names.join(" and ");
};

/** The place to look at: of what is gone, where it was. */
export const mainLocation = ({
  kind,
  location,
}: ReportedChange): ReportedLocation | null =>
  kind.endsWith("-removed")
    ? (location.old ?? location.new)
    : (location.new ?? location.old);
