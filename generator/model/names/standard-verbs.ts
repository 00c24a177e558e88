/**
 * The verb of a method on a collection or an item: what the method of HTTP does there, unless the
 * author says something else that is more specific.
 */
import { singular, spellingKey, splitWords } from "./casing.js";
import { isStatic, segmentsOf } from "../resources/paths.js";
import type { MethodFacts } from "./method-facts.js";
import { prepositionIndex, stem, stemsOf, type Phrase } from "./phrases.js";
import { isUpdate, isUsual, needsNoun } from "./verbs.js";

interface Author {
  readonly verb: string;
  readonly spelled?: string;
  readonly words: readonly string[];
  /** True of the operationId, false of the summary. */
  readonly isId: boolean;
}

export function standardVerb(facts: MethodFacts): string | undefined {
  const { entry, segments, tree } = facts;
  const { method } = entry;
  const { path } = entry;
  const last = segments.at(-1);
  if (!last) return undefined;
  const isItem = !isStatic(last);
  const items = !isItem && tree.hasItems(path);
  const author = authorOf(facts);
  if (author && isSpecific(author, method)) return author.verb;
  const isBulk = items && isAboutMany(author, last.text, facts);
  switch (method) {
    case "GET":
      return readingVerb(facts, { isItem, items, author });
    case "PUT":
    case "PATCH":
      if (isBulk)
        return method === "PUT" && tree.has("PATCH", path)
          ? "replace many"
          : "update many";
      return method === "PUT" && tree.has("PATCH", path) ? "replace" : "update";
    case "DELETE":
      return deletingVerb(author, isBulk, facts);
    case "POST":
      return isItem
        ? postToItem(facts, author)
        : isUpdate(author?.verb) &&
            // Spring's `save` of a collection makes one.
            (author?.isId ? author.verb !== "save" || !items : !items)
          ? "update"
          : author?.isId && author.verb === "add" && isPaired(facts)
            ? "add"
            : "create";
    default:
      return author?.isId ? author.verb : method.toLowerCase();
  }
}

/** The verb of the operationId; of the summary only where an id says nothing. */
function authorOf({
  stated,
  group,
  segments,
}: MethodFacts): Author | undefined {
  const { phrase, summary } = stated;
  if (phrase)
    return phrase.verb === undefined
      ? undefined
      : { ...phrase, verb: phrase.verb, isId: true };
  if (summary?.verb === undefined) return undefined;
  const known = new Set([
    ...group.flatMap(stemsOf),
    ...segments.filter(isStatic).flatMap(({ text }) => stemsOf(text)),
  ]);
  const isKnown =
    needsNoun(summary.verb) ||
    objectOf(summary).some((word) => known.has(word));
  return isKnown ? { ...summary, verb: summary.verb, isId: false } : undefined;
}

const objectOf = ({ words }: Pick<Phrase, "words">): readonly string[] =>
  words.slice(0, prepositionIndex(words)).map(stem);

/** `cancel` of a DELETE, `list` of a POST; not `set` of a POST, which updates. */
const isSpecific = ({ verb, isId }: Author, method: string): boolean => {
  if (isUsual(verb, method)) return false;
  if (method === "POST") return !isUpdate(verb);
  // A summary contradicts the method only with a verb of its own.
  return isId || !needsNoun(verb);
};

/** `deleteUsers`, or a plural in the path where no id says more. */
function isAboutMany(
  author: Author | undefined,
  last: string,
  { entry, tree }: MethodFacts,
): boolean {
  const words = author?.isId
    ? author.words.slice(0, prepositionIndex(author.words))
    : [];
  const head = (words.at(-1) ?? last).toLowerCase();
  return (
    singular(head) !== head ||
    // The path of the item has the method too, or an id that says nothing may delete all.
    tree.has(entry.method, `${entry.path}/{}`) ||
    (words.length === 0 && entry.method === "DELETE")
  );
}

interface Reading {
  readonly isItem: boolean;
  readonly items: boolean;
  readonly author: Author | undefined;
}

function readingVerb(
  { shape, segments, tree, entry: { path } }: MethodFacts,
  { isItem, items, author }: Reading,
): "get" | "list" {
  const stated = author?.verb;
  if (isItem) {
    if (shape === "list" && stated === "list") return "list";
    // `/routes-for-agency/{id}`: not one of the routes
    return (shape === "list" || shape === "page") &&
      !author?.isId &&
      !tree.hasPath(path.replace(/\/\{[^{}/]*\}\/?$/, "")) &&
      isPluralName(segments.at(-2)?.text ?? "")
      ? "list"
      : "get";
  }
  if (shape === "list" || stated === "list") return "list";
  const isPlural = isPluralName(segments.at(-1)?.text ?? "");
  // `getItems` of a page at `/numeric`
  const isOfMany =
    author?.isId === true && isPluralName(author.words.join(" "));
  if (shape === "page") return items || isPlural || isOfMany ? "list" : "get";
  if (shape === "one") return tree.has("GET", `${path}/{}`) ? "list" : "get";
  if (author?.spelled === "retrieve" && !items) return "get";
  return items || isPlural ? "list" : "get";
}

/** Plurals that are one thing are not. */
const isPluralName = (text: string): boolean => {
  const words = splitWords(text);
  const head = words[prepositionIndex(words) - 1] ?? "";
  return (
    singular(head) !== head &&
    !/^(settings|preferences|stats|statistics|analytics|details|news|options|credentials)$/i.test(
      head,
    )
  );
};

function deletingVerb(
  author: Author | undefined,
  isBulk: boolean,
  facts: MethodFacts,
): string {
  // Who takes a member out of a team does not delete the member.
  const verb =
    author?.isId &&
    author.verb === "remove" &&
    author.words.length > 0 &&
    hasOwner(facts)
      ? "remove"
      : "delete";
  return isBulk ? `${verb} many` : verb;
}

/** Where there is something to remove, one adds. */
const isPaired = (facts: MethodFacts): boolean => {
  const { tree, entry } = facts;
  const { path } = entry;
  return (
    hasOwner(facts) &&
    (tree.has("DELETE", path) || tree.has("DELETE", `${path}/{}`))
  );
};

/** True of a collection inside something else: `/issue/{key}/watchers`, `/me/tracks`. */
const hasOwner = ({ group, segments }: MethodFacts): boolean => {
  const collection = segments.findLastIndex(isStatic);
  const before = segments[collection - 1];
  return (
    group.length > 1 ||
    (before !== undefined && (!isStatic(before) || /^@?me$/i.test(before.text)))
  );
};

/** `POST /jobs/{id}` updates the job, unless its operationId has another verb. */
function postToItem(
  { entry: { path, method }, tree }: MethodFacts,
  author: Author | undefined,
): string | undefined {
  if (tree.has("PUT", path) || tree.has("PATCH", path)) return undefined;
  const last = spellingKey(segmentsOf(path).findLast(isStatic)?.text ?? "");
  const verb = author?.verb;
  if (verb === "create") return verb;
  // An id like `pet` has no other verb than POST.
  return verb === undefined || verb === last || isUpdate(verb) || !author?.isId
    ? "update"
    : isUsual(verb, method)
      ? verb
      : undefined;
}
