/**
 * The wording of methods whose operationId says nothing: by the end of the path, and the summary.
 */
import { isStatic } from "../resources/paths.js";
import { singular, splitWords } from "./casing.js";
import type { MethodFacts } from "./method-facts.js";
import {
  prepositionIndex,
  beyondGroup,
  phraseOf,
  stem,
  stemsOf,
  type Phrase,
} from "./phrases.js";
import { standardVerb } from "./standard-verbs.js";
import {
  isEnding,
  isIntransitive,
  isNoun,
  isReading,
  isUsual,
  isVerb,
  usualVerb,
} from "./verbs.js";
import { keepingAll, wording, type Wording } from "./wordings.js";

/** `GetOrdersByCustomer` of `/Orders/GetOrdersByCustomer/{id}`: a segment that calls a function (ASP.NET). */
export const isCalled = (segment: readonly string[]): boolean =>
  segment.length > 1 &&
  /^(get|find|fetch|list|create|add|insert|update|edit|delete|remove)$/i.test(
    segment[0] ?? "",
  );

/** What such a segment says beside the resource. */
export function calledAction(
  facts: MethodFacts,
  action: readonly string[],
): Wording {
  const { verb, words } = phraseOf(action, facts.entry.method);
  const isList = verb === "get" && facts.shape === "list";
  return wording(
    isList ? "list" : verb,
    words,
    beyondGroup(words, facts.group),
  );
}

/** `create` `Login Link` of `login_links`. */
export const nounsOf = (
  verb: string,
  words: readonly string[],
): readonly string[] =>
  verb === "list" || verb === "get" || words.length === 0
    ? words
    : [...words.slice(0, -1), singular(words.at(-1) ?? "")];

/** Nouns that an action of POST makes: `POST /items/{id}/photo` is `createPhoto`. */
const things =
  /^(photo|image|picture|avatar|logo|icon|cover|thumbnail|file|document|attachment|comment|message|note|token|session|secret|key|code|link|url|invitation|invite|subscription|member|membership|order|payment|refund|report|export|snapshot|version|item|entry|record|event|job|task|user|account)$/i;

/** The path gives the name. */
export function madeAction(
  facts: MethodFacts,
  action: readonly string[],
): Wording {
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
    // `updateAmount` of `/amountUpdates`
    const isAgain = action.length > 1 && stem(last) === said;
    return keepingAll(
      said,
      isAgain ? action.slice(0, -1) : nounsOf(said, action),
    );
  }
  // What is read and written at one path is a thing: `archive` of `PUT /containers/{id}/archive`.
  const isThing = facts.tree.has("GET", facts.entry.path);
  switch (method) {
    case "GET":
      return isReading(lower)
        ? keepingAll(lower, action.slice(1))
        : keepingAll(isListed(facts, isPlural) ? "list" : "get", action);
    case "PUT":
    case "PATCH":
      return isVerb(first) && !isThing
        ? keepingAll(usualVerb(lower, method), action.slice(1))
        : keepingAll("update", action);
    case "DELETE":
      // `Unapprove` of `/pulls/{id}/approve`
      if (summary?.verb === `un${lower}`)
        return keepingAll(summary.verb, action.slice(1));
      return isEnding(lower) || isIntransitive(action.join(" ").toLowerCase())
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
  const object = words.slice(0, prepositionIndex(words)).map(stem);
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

export function madeFlat(facts: MethodFacts): Wording {
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
