/**
 * The wording of an operation's method, by its place: on the resource itself, an action below it, or
 * in a resource that its path does not name.
 */
import type { OperationEntry } from "../resources/entries.js";
import {
  isAPIPrefix,
  isStatic,
  segmentsOf,
  type Segment,
} from "../resources/paths.js";
import type { ResourceTree } from "../resources/resource-tree.js";
import { singular, splitWords } from "./casing.js";
import type { StatedInResource } from "../resources/qualified-ids.js";
import {
  beforePreposition,
  beyondGroup,
  stem,
  stemsOf,
  type Phrase,
} from "./phrases.js";
import type { ResultShape } from "./result-shapes.js";
import { standardVerb } from "./standard-verbs.js";
import {
  isEnding,
  isEndingVerb,
  isNoun,
  isReading,
  isUsual,
  isVerb,
  needsNoun,
  usualVerb,
} from "./verbs.js";
import { keepingAll, keptWords, wording, type Wording } from "./wordings.js";

/** What names a method. */
export interface MethodFacts {
  readonly entry: OperationEntry;
  readonly stated: StatedInResource;
  readonly shape: ResultShape;
  readonly segments: readonly Segment[];
  readonly group: readonly string[];
  readonly tree: ResourceTree;
}

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
        beforePreposition(phrase.words) > 0 ? phrase.words : pathWords(facts),
      );
}

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
  const end = beforePreposition(words);
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
  const end = beforePreposition(words);
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
  if (!phrase) return madeAction(facts, words);
  const kept = beyondGroup(phrase.words, facts.group);
  const one = wording(verbOf(phrase, method), phrase.words, kept);
  const isBare = keptWords(one).length === 0;
  // `/apps/list` of `get_all_apps`
  if (words.length === 1 && /^(list|get|create|update|search)$/i.test(action))
    if (isBare) return wording(action.toLowerCase(), phrase.words);
  if (one.verb === undefined)
    return isBare ? madeAction(facts, words) : verbless(one, method);
  if (!isBare || !needsNoun(one.verb)) return one;
  // `create` of `POST /portal/generate_link`
  if (method === "POST" && one.verb === "create" && isVerb(words[0] ?? ""))
    return madeAction(facts, words);
  const noun = words[0]?.toLowerCase() === one.verb ? words.slice(1) : words;
  return keepingAll(one.verb, nounsOf(one.verb, noun));
}

/** In a resource that the path does not name: what the id says, or the end of the path. */
export function flatWording(facts: MethodFacts): Wording {
  const { phrase } = facts.stated;
  const { method } = facts.entry;
  if (!phrase) return madeFlat(facts);
  const one = wording(
    verbOf(phrase, method),
    phrase.words,
    beyondGroup(phrase.words, facts.group),
  );
  const isBare = keptWords(one).length === 0;
  if (isBare && (one.verb === undefined || isUsual(one.verb, method)))
    return wording(
      standardVerb(facts) ?? one.verb ?? "call",
      beforePreposition(one.words) > 0 ? one.words : pathWords(facts),
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

/** `create` `Login Link` of `login_links`. */
const nounsOf = (verb: string, words: readonly string[]): readonly string[] =>
  verb === "list" || verb === "get" || words.length === 0
    ? words
    : [...words.slice(0, -1), singular(words.at(-1) ?? "")];

/** Nouns that an action of POST makes: `POST /items/{id}/photo` is `createPhoto`. */
const things =
  /^(photo|image|picture|avatar|logo|icon|cover|thumbnail|file|document|attachment|comment|message|note|token|session|secret|key|code|link|url|invitation|invite|subscription|member|membership|order|payment|refund|report|export|snapshot|version|item|entry|record|event|job|task|user|account)$/i;

/** The path gives the name. */
function madeAction(facts: MethodFacts, action: readonly string[]): Wording {
  const { method } = facts.entry;
  const [first = ""] = action;
  const lower = first.toLowerCase();
  const last = action.at(-1) ?? "";
  const isPlural = singular(last) !== last;
  const { summary } = facts.stated;
  if (
    summary?.verb !== undefined &&
    method !== "DELETE" &&
    isAboutResource(summary, facts)
  )
    return keepingAll(summary.verb, []);
  const said = verbOfSummary(facts, action);
  if (said !== undefined && said !== lower) {
    return keepingAll(said, nounsOf(said, action));
  }
  switch (method) {
    case "GET":
      return isReading(lower)
        ? keepingAll(lower, action.slice(1))
        : keepingAll(isListed(facts, isPlural) ? "list" : "get", action);
    case "PUT":
    case "PATCH":
      return isVerb(first)
        ? keepingAll(usualVerb(lower, method), action.slice(1))
        : keepingAll("update", action);
    case "DELETE":
      return isEnding(lower)
        ? keepingAll(lower, action.slice(1))
        : keepingAll("delete", action);
    case "POST":
      if (
        isVerb(first) &&
        !(isPlural && (action.length === 1 || isNoun(lower)))
      )
        return keepingAll(usualVerb(lower, method), action.slice(1));
      return isPlural || things.test(last)
        ? keepingAll("create", nounsOf("create", action))
        : keepingAll(undefined, action);
    default:
      return keepingAll(method.toLowerCase(), action);
  }
}

const isListed = ({ shape }: MethodFacts, isPlural: boolean): boolean =>
  shape === "list" || (isPlural && shape !== "one");

/** `Get trashed folder`: a verb and the whole name of the resource. */
const isAboutResource = ({ words }: Phrase, { group }: MethodFacts): boolean =>
  words.length > 0 && !beyondGroup(words, group.slice(-1)).includes(true);

/** `Get the balance` of a POST; `Restore folder` where the resource is about folders. */
function verbOfSummary(
  { stated: { summary }, entry: { method }, group }: MethodFacts,
  action: readonly string[],
): string | undefined {
  if (!summary?.verb) return undefined;
  const { verb, words } = summary;
  const object = words.slice(0, beforePreposition(words)).map(stem);
  const known = new Set([...group.flatMap(stemsOf), ...action.map(stem)]);
  const isAboutThis = object.some((word) => known.has(word));
  if (!isAboutThis || isVerb(action[0] ?? "")) return undefined;
  if (verb.includes(" ")) return undefined;
  if (method === "POST")
    return /^(get|list|delete|update|validate|check|calculate|send|upload|generate)$/.test(
      verb,
    )
      ? verb
      : undefined;
  return isUsual(verb, method) || method === "GET" ? undefined : verb;
}

function madeFlat(facts: MethodFacts): Wording {
  const { method } = facts.entry;
  const statics = facts.segments.filter(isStatic);
  const last = facts.segments.at(-1);
  const text = statics.at(-1)?.text;
  if (text === undefined || !last)
    return wording(standardVerb(facts) ?? method.toLowerCase(), []);
  const words = splitWords(text);
  const before = statics
    .slice(0, -1)
    .flatMap((segment) => splitWords(segment.text));
  const all = [...before.map(singular), ...words];
  const end = (one: Wording): Wording =>
    wording(
      one.verb,
      [...before.map(singular), ...one.words],
      [...before.map(() => false), ...one.kept],
    );
  const own = beyondGroup(words, facts.group);
  if (isStatic(last)) {
    if (!own.includes(true)) return wording(standardVerb(facts), all);
    return end(
      madeAction(
        facts,
        words.filter((_, index) => own[index]),
      ),
    );
  }
  // an item
  const verb = standardVerb(facts) ?? method.toLowerCase();
  return wording(verb, [...before, ...words].map(singular), [
    ...before.map(() => false),
    ...own,
  ]);
}

/** The words of the path that are no parameters; its version last, where it is no first one. */
export const pathWords = ({
  entry: { path },
}: Pick<MethodFacts, "entry">): readonly string[] => {
  const segments = segmentsOf(path);
  const words = segments.flatMap((segment, index) =>
    !isStatic(segment) || isAPIPrefix(segment)
      ? []
      : index < segments.length - 1
        ? splitWords(segment.text).map(singular)
        : splitWords(segment.text),
  );
  return [...words, ...versionOf(segments)];
};

const versionOf = (segments: readonly Segment[]): readonly string[] =>
  segments
    .map(({ text }) => text)
    .filter((text) => /^v\d+$/i.test(text) && !/^v1$/i.test(text))
    .slice(0, 1);
