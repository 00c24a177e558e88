/**
 * Words of a method that the call has already before it: `roles.listProjectRoles` is
 * `roles.listForProject`, `snapshots.getFullSnapshot` is `snapshots.getFull`.
 *
 * The noun stays where the words before it would be taken for what the method is about:
 * `roles.deleteProject` would delete a project.
 */
import { isAdjective } from "./adjectives.js";
import { singular } from "./casing.js";
import { rootIndexOf } from "../resources/groups.js";
import { isAPIPrefix, isStatic, type Segment } from "../resources/paths.js";
import type { MethodFacts } from "./method-facts.js";
import {
  endsWith,
  isVersion,
  plainStemsOf,
  prepositionIndex,
  stem,
  stemsOf,
} from "./phrases.js";

/** Where a method stands, as far as its words may repeat it. */
export interface MethodPlace {
  readonly method: string;
  /** The words of each resource around its own. */
  readonly around: readonly (readonly string[])[];
  /** The words of its own resource. */
  readonly resource: readonly string[];
  /** The words of what the path has before the resource's own collection. */
  readonly containers: readonly (readonly string[])[];
  /** What the path has after it, in one word. */
  readonly action: string;
  /** Every segment of the path that is no parameter, by its words. */
  readonly segments: readonly (readonly string[])[];
  /** The words of the path's end where it is a part of an item: `tags` of `/tickets/{id}/tags`. */
  readonly part: readonly string[];
  readonly isItem: boolean;
  /** True of the name of a tag or of a collection. */
  readonly isThing: (name: string) => boolean;
}

export function placeOfMethod({
  entry: { method },
  group,
  segments,
  tree,
}: MethodFacts): MethodPlace {
  const own = group.at(-1) ?? "";
  const found = rootIndexOf(segments, own);
  const names = (some: readonly Segment[]): string[][] =>
    some
      .filter((segment) => isStatic(segment) && !isAPIPrefix(segment))
      .map(({ text }) => [...stemsOf(text)]);
  const [owner, last] = [segments.at(-2), segments.at(-1)];
  return {
    method,
    around: group.slice(0, -1).map(stemsOf),
    resource: plainStemsOf(own),
    containers: names(segments.slice(0, Math.max(found, 0))),
    action:
      found < 0
        ? ""
        : names(segments.slice(found + 1))
            .flat()
            .join(""),
    segments: names(segments),
    part: owner && last && !isStatic(owner) ? (names([last])[0] ?? []) : [],
    isItem: last !== undefined && !isStatic(last),
    isThing: (name) => tree.isThing(name),
  };
}

export interface MethodWords {
  readonly verb: string | undefined;
  readonly words: readonly string[];
  /** The words without a resource around them, where they are not those that were given. */
  readonly whole?: readonly string[];
}

/** The verb and the words that a method takes where it stands. */
export function withoutRepetition(
  { verb, words }: MethodWords,
  place: MethodPlace,
): MethodWords {
  const end = objectEnd(words);
  const [object, tail] = [words.slice(0, end), words.slice(end)];
  const noun = nounLength(object, place);
  // `listV2`: the version is what tells it apart.
  if (noun === object.length && isVersion(tail[0] ?? ""))
    return { verb, words: tail };
  if (noun === 0 || noun === object.length)
    return { verb, words: [...withoutOwner(object, place), ...tail] };
  const before = object.slice(0, -noun);
  // `deleteTagsTicket` of `/tickets/{id}/tags`: the path has the words in their order.
  if (before.map(stem).join("") === place.part.join(""))
    return {
      verb,
      words: [...before, ...tail],
      whole: [...object.slice(-noun), ...before, ...tail],
    };
  const isMany =
    /^(DELETE|PUT|PATCH)$/.test(place.method) &&
    !place.isItem &&
    isPlural(object.at(-1) ?? "");
  const all = isMany && verb !== undefined ? `${verb} many` : verb;
  // `listOrgRolesForUser` is for one thing already.
  const isPlain = /^(by|v\d+)?$/i.test(tail[0] ?? "");
  if (verb !== undefined && isPlain) {
    const stems = before.map(stem);
    if (place.around.some((around) => isPartOf(stems, around)))
      return { verb: all, words: tail };
    const container = containerOf(before, place.containers);
    if (container)
      return {
        verb: all,
        words: ["for", ...container, ...tail],
        ...(container.length > before.length && {
          whole: [...container, ...words.slice(before.length)],
        }),
      };
  }
  return !isMany && isSaidWithout({ verb, words: before }, place, object)
    ? { verb, words: [...before, ...tail] }
    : { verb, words };
}

/** Where the words end that are about the object: before a preposition, and before a version. */
function objectEnd(words: readonly string[]): number {
  const version = words.findIndex(isVersion);
  const end = prepositionIndex(words);
  return version > 0 ? Math.min(version, end) : end;
}

/** How many words at the end are the resource or the end of its name. */
function nounLength(
  object: readonly string[],
  { resource }: MethodPlace,
): number {
  const whole = resource.join("");
  for (let length = object.length; length > 0; length--) {
    const words = object.slice(-length);
    const isName = words.map(stem).join("") === whole;
    if (isName || endsWith(resource, words.map(stem))) return length;
  }
  return 0;
}

/** `createQueueItem` in `annotation-queues` is `createItem`, where the path says `items` too. */
function withoutOwner(
  object: readonly string[],
  { resource, segments }: MethodPlace,
): readonly string[] {
  for (let length = object.length - 1; length > 0; length--) {
    const rest = object.slice(length);
    const isKnown = segments.some((segment) =>
      segment.includes(stem(rest.at(-1) ?? "")),
    );
    const isNoun = !/^(and|or|out|up|off|down|over|back)$/i.test(rest[0] ?? "");
    if (
      isKnown &&
      isNoun &&
      endsWith(resource, object.slice(0, length).map(stem))
    )
      return rest;
  }
  return object;
}

const isPlural = (word: string): boolean => stem(word) !== word.toLowerCase();

/** `Orga` of `organizations`, `auth` of `embedded wallet auth` */
const isPartOf = (words: readonly string[], name: readonly string[]): boolean =>
  endsWith(name, words) ||
  endsWith([...name].reverse(), [...words].reverse()) ||
  (words.length === 1 && isShortFor(words.join(""), name.join("")));

/** `org` of `organizations`, `Repository` of `repos` */
const isShortFor = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= 3 &&
  (one.startsWith(other) || other.startsWith(one));

/**
 * The words for the container that they name, or for several in a row: `group feed` of
 * `/groups/{g}/feeds/{f}/data`.
 */
function containerOf(
  words: readonly string[],
  containers: readonly (readonly string[])[],
): readonly string[] | undefined {
  const stems = words.map(stem);
  const name = stems.join("");
  const one = [...words.slice(0, -1), singular(words.at(-1) ?? "")];
  for (const [start, first] of containers.entries()) {
    if (words.length === 1 && isShortFor(name, first.join(""))) return one;
    for (let end = start + 1; end <= containers.length; end++)
      if (containers.slice(start, end).flat().join("") === name) return one;
    // `account` of `/transaction_accounts/{id}/transactions`
    if (endsWith(first, stems)) return first;
  }
  return undefined;
}

/** True if the noun goes without saying: nothing else can be meant. */
function isSaidWithout(
  { verb = "", words }: MethodWords,
  place: MethodPlace,
  object: readonly string[],
): boolean {
  const last = stem(words.at(-1) ?? "");
  const name = words.map(stem).join("");
  if (place.isThing(name) || place.isThing(last)) return false;
  // `/special-events` are not the events.
  const pair = [last, stem(object[words.length] ?? "")];
  if (place.segments.some((segment) => endsWith(segment, pair))) return false;
  const isAction =
    place.action !== "" &&
    (name === place.action || verb + name === place.action);
  return isAdjective(last) || (isAction && place.method !== "DELETE");
}
