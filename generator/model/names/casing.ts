/**
 * How names of a document become idiomatic TypeScript names: words in, one casing out.
 * Pure functions of their argument; `names.ts` resolves collisions and reserved words.
 */
import { ts } from "../typescript.js";

/** Words with a capital inside, which the rules of casing would split. */
const wholeWord = /^(?:OAuth\d*|IPv[46]|\p{Lu}{2,}s)$/u;

/** Characters of a text that a name is made from; names that differ later get numbers. */
const maximumLength = 1000;

/**
 * Splits a name where a reader sees words: at every character that an identifier cannot have, before
 * an upper-case letter that follows a lower-case one or a digit, and before the last letter of an
 * acronym that is followed by a word (`APIKeys` -> `API`, `Keys`; but `URLs` is one word).
 */
export function splitWords(name: string): readonly string[] {
  let words = splitNames.get(name);
  if (!words) splitNames.set(name, (words = wordsOf(name)));
  return words;
}

/** Most names of a document occur many times. */
const splitNames = new Map<string, readonly string[]>();

function wordsOf(name: string): string[] {
  const normalized = name
    .slice(0, maximumLength)
    .normalize("NFC")
    .replace(/[^\x00-\x7f]/gu, (letter) => (isKnown(letter) ? letter : " "))
    // The words of SCREAMING_CASE are no acronyms, in `error.BAD_REQUEST` either.
    .replace(
      /(?<![\p{ID_Continue}])(\p{Lu}{2,}(?:_\p{Lu}{2,})+)(?![\p{ID_Continue}])/gu,
      (words) => (words === name ? words : words.toLowerCase()),
    )
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
  // The words of SCREAMING_CASE are no acronyms.
  const screaming =
    words.length > 1 && words.every((word) => !/\p{Ll}/u.test(word));
  return screaming && name.includes("_")
    ? words.map((word) => word.toLowerCase())
    : words;
}

/**
 * True if TypeScript reads the letter in a name. Its tables end with a version of Unicode, and not
 * with that of the Node that runs.
 */
const isKnown = (letter: string): boolean =>
  ts.isIdentifierPart(letter.codePointAt(0) ?? 0, ts.ScriptTarget.Latest);

const capitalize = (word: string): string =>
  word.replace(/^./su, (letter) => letter.toUpperCase());

/** `OpenAI` -> `openAI`, `API` -> `api`. */
export const uncapitalize = (word: string): string =>
  !/\p{Ll}/u.test(word) || wholeWord.test(word)
    ? word.toLowerCase()
    : word.replace(/^./su, (letter) => letter.toLowerCase());

/** Keeps an identifier from starting with a digit or a combining mark. */
const startable = (name: string): string =>
  name === "" || /^[\p{ID_Start}$_]/u.test(name) ? name : "_" + name;

/** `api_keys` -> `ApiKeys`; empty when no character of the name fits an identifier. */
export const pascalCase = (name: string): string =>
  startable(joinWords(splitWords(name).map(capitalize)));

/** `API Keys` -> `apiKeys`; empty when no character of the name fits an identifier. */
export function camelCase(name: string): string {
  const [first, ...rest] = splitWords(name);
  return first === undefined
    ? ""
    : startable(joinWords([uncapitalize(first), ...rest.map(capitalize)]));
}

/** Numbers that would run together are separated: `v1`, `2` -> `v1_2`. */
const joinWords = (words: readonly string[]): string =>
  words.reduce(
    (joined, word) =>
      /\d$/.test(joined) && /^\d/.test(word)
        ? joined + "_" + word
        : joined + word,
    "",
  );

const lowerCaseWords = (name: string): string[] =>
  splitWords(name).map((word) => word.toLowerCase());

/** `API Keys` -> `api-keys`. */
export const kebabCase = (name: string): string =>
  lowerCaseWords(name).join("-");

/** `OpenRouter` -> `OPENROUTER`: the prefix of environment variables. ASCII only. */
export const constantCase = (name: string): string =>
  name
    .slice(0, maximumLength)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .toUpperCase();

/** `accountId` -> `ACCOUNT_ID`. */
export const environmentName = (name: string): string =>
  constantCase(splitWords(name).join("_"));

/** The form that spellings of one name share: `API Keys`, `api-keys`, `apiKey` -> `apikey`. */
export const spellingKey = (name: string): string =>
  singular(lowerCaseWords(name).join(""));

/** Words that end like a plural and are none. */
const isSingularWithS = (word: string): boolean =>
  /^(aws|bias|canvas|css|dns|ecs|eks|gas|gps|https|ios|jenkins|kms|kubernetes|lens|mms|postgres|rds|redis|sms|sns|sqs|tls)$/i.test(
    word,
  );

/** The singular of an English plural, good enough to compare names: `companies` -> `company`. */
export const singular = (word: string): string =>
  isSingularWithS(word)
    ? word
    : /(ind|append|vert|matr)ices$/i.test(word)
      ? word.slice(0, -4) + (/(vert|ind)ices$/i.test(word) ? "ex" : "ix")
      : /ies$/i.test(word) && word.length > 4
        ? word.slice(0, -3) + "y"
        : /(ss|x|ch|sh|(stat|vir|bon|camp|foc|cens)us)es$/i.test(word)
          ? word.slice(0, -2)
          : /[^s]s$/i.test(word) &&
              word.length > 2 &&
              !/(us|sis|[ai]xis|nnis)$/i.test(word)
            ? word.slice(0, -1)
            : word;
