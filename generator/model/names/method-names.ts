/**
 * The wording of an operation's method, by its place: on the resource itself, an action below it, or
 * in a resource that its path does not name.
 */
import { isStatic } from "../resources/paths.js";
import type { StatedInResource } from "../resources/qualified-ids.js";
import { splitWords } from "./casing.js";
import {
  calledAction,
  isCalled,
  madeAction,
  madeFlat,
  nounsOf,
} from "./made-names.js";
import { pathWords, type MethodFacts } from "./method-facts.js";
import {
  prepositionIndex,
  beyondGroup,
  stem,
  stemsOf,
  type Phrase,
} from "./phrases.js";
import { standardVerb } from "./standard-verbs.js";
import { isEndingVerb, isUsual, isVerb, needsNoun } from "./verbs.js";
import { keepingAll, keptWords, wording, type Wording } from "./wordings.js";

/** On the collection or the item that the resource is. */
export function standardWording(facts: MethodFacts): Wording | undefined {
  const verb = standardVerb(facts);
  if (verb === undefined) return undefined;
  const { phrase } = facts.stated;
  if (!phrase) return wording(verb, pathWords(facts));
  const kept = beyondGroup(phrase.words, facts.group);
  if (isAboutAnother(facts, phrase))
    return wording(phrase.verb, phrase.words, kept);
  // `checkDepsExist` checks not only the dependencies.
  return verb === phrase.verb && !needsNoun(verb)
    ? wording(verb, phrase.words, withoutPath(phrase.words, kept, facts))
    : wording(
        verb,
        prepositionIndex(phrase.words) > 0 ? phrase.words : pathWords(facts),
      );
}

/** The noun of `GET /audit_logs/exports/{id}`, whose id ends in `_export`, is no verb. */
export const withoutNoun = (
  { phrase, ...stated }: StatedInResource,
  method: string,
  group: readonly string[],
): StatedInResource => ({
  ...stated,
  ...(phrase && {
    phrase:
      method === "GET" &&
      phrase.words.length === 0 &&
      group.length > 1 &&
      phrase.verb === stemsOf(group.at(-1) ?? "").join("")
        ? { words: [] }
        : phrase,
  }),
});

/** `upscaleGeneration`: the word before the whole resource is a verb, known or not. */
export function withVerb(
  { phrase, ...stated }: StatedInResource,
  group: readonly string[],
): StatedInResource {
  const [first, ...words] = phrase?.words ?? [];
  const isVerbal =
    phrase?.verb === undefined &&
    first !== undefined &&
    words.length > 0 &&
    prepositionIndex([first]) > 0 &&
    group.some((part) => stemsOf(part).join("") === words.map(stem).join(""));
  return {
    ...stated,
    ...(phrase && {
      phrase: isVerbal ? { verb: first.toLowerCase(), words } : phrase,
    }),
  };
}

/** Words that the path has already do not come into the name. */
const withoutPath = (
  words: readonly string[],
  kept: readonly boolean[],
  { segments, group }: MethodFacts,
): readonly boolean[] => {
  const known = [...segments.map(({ text }) => text), ...group];
  const stems = new Set(known.flatMap(stemsOf));
  const end = prepositionIndex(words);
  const isKnown = (word: string): boolean => stems.has(stem(word));
  const isTailKnown = words.slice(end + 1).every(isKnown);
  return kept.map(
    (isKept, at) =>
      isKept && (at < end ? !isKnown(words[at] ?? "") : !isTailKnown),
  );
};

/** `deleteUserSessions` of `DELETE /users/{id}` does not delete the user. */
function isAboutAnother(
  { entry, group, segments }: MethodFacts,
  { verb, words }: Phrase,
): boolean {
  if (entry.method !== "DELETE" || verb === undefined) return false;
  const end = prepositionIndex(words);
  const object = words
    .slice(0, end)
    .map(stem)
    .filter(
      (word) => !/^(user|me|all|current|authenticated|it|one)$/.test(word),
    );
  const head = object.at(-1);
  const known = new Set([
    ...group.flatMap(stemsOf),
    ...segments.filter(isStatic).flatMap(({ text }) => stemsOf(text)),
  ]);
  return (
    head !== undefined &&
    !known.has(head) &&
    ![...known].some(
      (word) => word.endsWith(object.join("")) || word.startsWith(head),
    )
  );
}

/** Below the resource: `POST /orders/{id}/cancel` -> `cancel`, `GET /orders/{id}/history` -> `getHistory`. */
export function actionWording(facts: MethodFacts, action: string): Wording {
  const { phrase } = facts.stated;
  const { method } = facts.entry;
  const words = splitWords(action);
  if (!phrase)
    return isCalled(words)
      ? calledAction(facts, words)
      : madeAction(facts, words);
  const kept = beyondGroup(phrase.words, facts.group);
  const one = wording(verbOf(phrase, method), phrase.words, kept);
  const isBare = keptWords(one).length === 0;
  // `/apps/list` of `get_all_apps`
  if (words.length === 1 && /^(list|get|create|update|search)$/i.test(action))
    if (isBare) return wording(action.toLowerCase(), phrase.words);
  if (one.verb === undefined)
    return isBare ? madeAction(facts, words) : verbless(one, method);
  // `purge` of `POST /zones/{id}/purge_cache` does not purge the zone.
  if (isBare && words.length > 1 && words[0]?.toLowerCase() === one.verb)
    return keepingAll(one.verb, words.slice(1));
  if (!isBare || !needsNoun(one.verb)) return one;
  // `ContainerList` of `/containers/json`
  if (isFormat(action)) return wording(one.verb, phrase.words);
  // `create` of `POST /portal/generate_link`
  if (method === "POST" && one.verb === "create" && isVerb(words[0] ?? ""))
    return madeAction(facts, words);
  const noun = words[0]?.toLowerCase() === one.verb ? words.slice(1) : words;
  return keepingAll(one.verb, nounsOf(one.verb, noun));
}

const isFormat = (segment: string): boolean =>
  /^(json|xml|yaml|csv)$/i.test(segment);

/** In a resource that the path does not name: what the id says, or the end of the path. */
export function flatWording(facts: MethodFacts): Wording {
  const { phrase, id } = facts.stated;
  const { method } = facts.entry;
  if (!phrase) return madeFlat(facts);
  // `index` of `GET /` is no list.
  if (facts.segments.length === 0 && phrase.words.length === 0)
    return keepingAll(undefined, splitWords(id));
  const one = wording(
    verbOf(phrase, method),
    phrase.words,
    beyondGroup(phrase.words, facts.group),
  );
  const isBare = keptWords(one).length === 0;
  if (isBare && (one.verb === undefined || isUsual(one.verb, method)))
    return wording(
      standardVerb(facts) ?? one.verb ?? "call",
      prepositionIndex(one.words) > 0 ? one.words : pathWords(facts),
    );
  return one.verb === undefined ? verbless(one, method) : one;
}

/** `find` and `read` stay where they have an object: `findSimilarPets`. */
const verbOf = ({ verb, words }: Phrase, method: string): string | undefined =>
  verb === undefined
    ? undefined
    : verb === "remove" && words.length === 0
      ? "delete"
      : method === "GET" && /^(read|fetch|view)$/.test(verb)
        ? "get"
        : verb;

/** Words without a verb are an action of POST and a thing to be read; the other methods say what they do. */
const verbless = (one: Wording, method: string): Wording =>
  keptWords(one).some(isEndingVerb)
    ? one
    : method === "DELETE"
      ? { ...one, verb: "delete" }
      : method === "PUT" || method === "PATCH"
        ? { ...one, verb: "update" }
        : one;
