/**
 * How names of a document become idiomatic TypeScript names: words in, one casing out.
 * Pure functions of their argument; collisions and reserved words are settled in `names.ts`.
 */

/** Words that are written with a capital inside; the casing rules would cut them apart. */
const wholeWord = /^(?:OAuth\d*|IPv[46]|\p{Lu}{2,}s)$/u;

/** No name in code is made of more than this of a text; what differs later on gets numbers. */
const longest = 1000;

/**
 * Splits a name where a reader sees words: at everything that cannot stand in an identifier, before
 * an upper-case letter that follows a lower-case one or a digit, and before the last letter of an
 * acronym that goes over into a word (`APIKeys` -> `API`, `Keys`; but `URLs` is one).
 */
export function splitWords(name: string): readonly string[] {
  let words = known.get(name);
  if (!words) known.set(name, (words = wordsOf(name)));
  return words;
}

/** Most names of a document come up many times. */
const known = new Map<string, readonly string[]>();

function wordsOf(name: string): string[] {
  const normalized = name
    .slice(0, longest)
    .normalize("NFC")
    .replace(/[^\p{ID_Continue}]+|[_\u200c\u200d]+/gu, " ")
    .replace(/(OAuth\d*|IPv[46]|\p{Lu}{2,}s)(?!\p{Ll})/gu, " $1 ")
    .split(" ")
    .map((part) =>
      wholeWord.test(part)
        ? part
        : part
            .replace(/(\p{Ll}|\p{Nd})(\p{Lu})/gu, "$1 $2")
            .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2"),
    )
    .join(" ");
  const words = normalized.split(" ").filter((word) => word !== "");
  // SCREAMING_CASE is a way of writing, not a row of acronyms.
  const screaming =
    words.length > 1 && words.every((word) => !/\p{Ll}/u.test(word));
  return screaming && name.includes("_")
    ? words.map((word) => word.toLowerCase())
    : words;
}

const capitalize = (word: string): string => {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
};

const uncapitalize = (word: string): string => {
  if (!/\p{Ll}/u.test(word) || wholeWord.test(word)) return word.toLowerCase();
  const [first = ""] = word;
  return first.toLowerCase() + word.slice(first.length);
};

/** Keeps an identifier from starting with a digit or a combining mark. */
const startable = (name: string): string =>
  name === "" || /^[\p{ID_Start}$_]/u.test(name) ? name : "_" + name;

/** `api_keys` -> `ApiKeys`; empty when nothing of the name can stand in an identifier. */
export const pascalCase = (name: string): string =>
  startable(joinWords(splitWords(name).map(capitalize)));

/** `API Keys` -> `apiKeys`; empty when nothing of the name can stand in an identifier. */
export function camelCase(name: string): string {
  const [first, ...rest] = splitWords(name);
  return first === undefined
    ? ""
    : startable(joinWords([uncapitalize(first), ...rest.map(capitalize)]));
}

/** Digits on both sides of a seam would run together: `v1`, `2` -> `v1_2`. */
const joinWords = (words: readonly string[]): string =>
  words.reduce(
    (joined, word) =>
      /\d$/.test(joined) && /^\d/.test(word)
        ? joined + "_" + word
        : joined + word,
    "",
  );

/** `API Keys` -> `api-keys`. */
export const kebabCase = (name: string): string =>
  splitWords(name)
    .map((word) => word.toLowerCase())
    .join("-");

/** `OpenRouter` -> `OPENROUTER`: the prefix of environment variables. ASCII only. */
export const constantCase = (name: string): string =>
  name
    .slice(0, longest)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .toUpperCase();

/** `accountId` -> `ACCOUNT_ID`. */
export const environmentName = (name: string): string =>
  constantCase(splitWords(name).join("_"));

/** What two spellings of one thing share: `API Keys`, `api-keys`, `apiKey` -> `apikey`. */
export const stem = (name: string): string =>
  singular(
    splitWords(name)
      .map((word) => word.toLowerCase())
      .join(""),
  );

/** English plurals, as far as comparing needs: `keys` -> `key`, `companies` -> `company`. */
export const singular = (word: string): string =>
  /ies$/i.test(word) && word.length > 4
    ? word.slice(0, -3) + "y"
    : /(ss|x|ch|sh|(stat|vir|bon|camp|foc|cens)us)es$/i.test(word)
      ? word.slice(0, -2)
      : /[^s]s$/i.test(word) &&
          word.length > 2 &&
          !/(us|sis|[ai]xis|nnis)$/i.test(word)
        ? word.slice(0, -1)
        : word;
