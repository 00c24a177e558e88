/**
 * What an id says: a verb, and words after it. `getAPIKeysById` is `get` and `API Keys by Id`.
 */
import { isCommonAdjective } from "./adjectives.js";
import { singular, splitWords } from "./casing.js";
import { isEndingVerb, isVerb, usualVerb } from "./verbs.js";

export interface Phrase {
  /** In lower case, in the usual word: `get` of `retrieve`; several words of `create or update`. */
  readonly verb?: string;
  /** The verb as it is spelled. */
  readonly spelled?: string;
  readonly words: readonly string[];
}

/** `v2` */
export const isVersion = (word: string): boolean => /^v\d+$/i.test(word);

export const isArticle = (word: string): boolean => /^(an?|the)$/i.test(word);

/** Words after which a noun belongs to something else: `removeFromGroup`. */
const isPreposition = (word: string): boolean =>
  /^(by|for|of|to|from|with|in|on|at|as|via|using|under|without)$/i.test(word);

/** Where the first of them is; after the last word where there is none. */
export const prepositionIndex = (words: readonly string[]): number => {
  const index = words.findIndex(isPreposition);
  return index < 0 ? words.length : index;
};

/** How words of one meaning compare: `Keys` and `key`. */
export const stem = (word: string): string => singular(word.toLowerCase());

export const stemsOf = (text: string): readonly string[] =>
  splitWords(text).map(stem);

/** `Jobs (Smart)(v2)` are jobs. */
export const plainStemsOf = (name: string): readonly string[] =>
  stemsOf(name.replace(/\([^()]*\)|\bv\d+\b/gi, " "));

export const endsWith = (
  words: readonly string[],
  end: readonly string[],
): boolean =>
  end.length <= words.length &&
  end.every((word, index) => word === words[words.length - end.length + index]);

/** True of words for how something is done, before the verb: `quickAdd`, `forceDelete`. */
export const isManner = (word: string): boolean =>
  /^(auto|batch|bulk|deep|fast|force|hard|mass|multi|quick|soft)$/.test(word) ||
  (/^\p{Ll}{3,}ly$/u.test(word) && !isVerb(word));

/** The verb is the first word, or else the second or the last one: `beta_getKey`, `items_retrieve`. */
export function phraseOf(all: readonly string[], method: string): Phrase {
  const words = all.filter(
    (word, index) =>
      index === 0 || index === all.length - 1 || !isArticle(word),
  );
  const [first = "", second = "", ...more] = words.map((word) =>
    word.toLowerCase(),
  );
  // `doSearch`
  if (first === "do" && isVerb(second)) return phraseOf(words.slice(1), method);
  const isCompound =
    (isVerb(first) && second === "or" && isVerb(more[0] ?? "")) ||
    (isManner(first) && isVerb(second));
  if (isCompound) {
    const length = second === "or" ? 3 : 2;
    return {
      verb: words.slice(0, length).join(" ").toLowerCase(),
      words: words.slice(length),
    };
  }
  if (first === "partial" && second === "update")
    return { verb: "update", words: words.slice(2) };
  if (first === "all" && method === "GET" && words.length > 1)
    return { verb: "list", words: words.slice(1) };
  if (/^(find|get|fetch|list|read|retrieve)$/.test(first)) {
    if (/^(all|many)$/.test(second))
      return { verb: "list", words: words.slice(2) };
    if (second === "one") return { verb: "get", words: words.slice(2) };
  }
  if (isVerb(first))
    return {
      verb: usualVerb(first, method),
      spelled: first,
      words: words.slice(1),
    };
  const last = words.at(-1) ?? "";
  const tail = words.slice(-2).join(" ").toLowerCase();
  if (tail === "partial update")
    return { verb: "update", words: words.slice(0, -2) };
  if (words.length > 1 && isEndingVerb(last))
    return {
      verb: usualVerb(last.toLowerCase(), method),
      words: words.slice(0, -1),
    };
  if (/^(get|list|create|update|delete|retrieve|cancel)$/.test(second))
    return {
      verb: usualVerb(second, method),
      words: [...words.slice(0, 1), ...words.slice(2)],
    };
  return { words };
}

/**
 * Which of the words say more than the resource does: its whole name is left out, in one piece, as is
 * `by id`. A part of its name stays, and what follows a preposition: `updateAPIKey` in
 * `keyManagement`, `addEmailForUser` in `users`.
 */
export function beyondGroup(
  words: readonly string[],
  group: readonly string[],
): readonly boolean[] {
  // `getAllCodesOfConduct` and `getConductCode` in `codes-of-conduct`
  if (group.some((part) => isNameWithOf(words, splitWords(part))))
    return words.map(() => false);
  const kept = words.map(() => true);
  const end = prepositionIndex(words);
  const object = words.slice(0, end);
  let last: readonly [start: number, end: number] | undefined;
  for (const part of [...group].reverse()) {
    const run = runOf(object, stemsOf(part).join(""), kept);
    if (!run) continue;
    kept.fill(false, ...run);
    if (run[1] === end) last = run;
  }
  // The noun of `deleteProjectRole` stays: `deleteProject` would be about something else.
  const isNoun = words.some(
    (word, index) =>
      index < (last?.[0] ?? 0) && kept[index] && !isCommonAdjective(word),
  );
  if (last && isNoun) kept.fill(true, ...last);
  // `listTasks` in `agent-tasks`
  const all = object.map(stem).join(" ");
  const isTail = group.some((part) =>
    ` ${stemsOf(part).join(" ")}`.endsWith(` ${all}`),
  );
  if (isTail) kept.fill(false, 0, end);
  // `addAudioToGeneration` in `generations`, `listFilesInVectorStoreBatch` in `vectorStores.fileBatches`
  const owner = words.slice(end + 1).filter((word) => !isArticle(word));
  if (
    /^(for|from|in|of|on|to)$/i.test(words[end] ?? "") &&
    isOwner(owner.map(stem), group)
  )
    kept.fill(false, end);
  // `getFilterV2`: the version comes back where there is another one
  words.forEach((word, index) => {
    if (index > 0 && isVersion(word)) kept[index] = false;
  });
  // What only says which of the items: `ById`, `ByKeyId`.
  if (
    /^by$/i.test(words[end] ?? "") &&
    /^(id|ids|uuid|guid)$/i.test(words.at(-1) ?? "") &&
    words.length - end <= 3
  )
    kept.fill(false, end);
  return kept;
}

/** True of the name of a resource, and of words of several that end as the last one does. */
function isOwner(owner: readonly string[], group: readonly string[]): boolean {
  const names = group.map(stemsOf);
  const known = names.flat();
  return (
    names.some((name) => name.join(" ") === owner.join(" ")) ||
    (owner.length > 1 &&
      owner.at(-1) === names.at(-1)?.at(-1) &&
      owner.every((word) => word === "and" || known.includes(word)))
  );
}

/** True of the words of a name that has `of` in it, also the other way round. */
function isNameWithOf(
  words: readonly string[],
  name: readonly string[],
): boolean {
  const index = name.findIndex((word) => /^of$/i.test(word));
  if (index < 1) return false;
  const all = words.map(stem).join(" ");
  const turned = [...name.slice(index + 1), ...name.slice(0, index)];
  return [name, turned].some((one) => one.map(stem).join(" ") === all);
}

/** Where words that are still there spell the name together. */
function runOf(
  words: readonly string[],
  name: string,
  kept: readonly boolean[],
): [start: number, end: number] | undefined {
  for (let start = 0; start < words.length; start++) {
    let letters = "";
    for (let end = start; end < words.length && kept[end]; end++) {
      if (letters.length > name.length) break;
      const word = (words[end] ?? "").toLowerCase();
      if (name !== "" && stem(letters + word) === name) return [start, end + 1];
      if (name !== "" && letters + stem(word) === name) return [start, end + 1];
      letters += stem(word);
    }
  }
  return undefined;
}
