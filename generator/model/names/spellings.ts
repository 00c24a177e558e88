/**
 * Words of names in the spelling of their owner: `OpenAI`, `ID`.
 */
import { splitWords, uncapitalize } from "./casing.js";

/** Spellings by the word in lower case. */
export type Spellings = ReadonlyMap<string, string>;

/** @param casings as the config has them, by the word in any case */
export const spellingsOf = (
  casings: Readonly<Record<string, string>> = {},
): Spellings =>
  new Map(
    Object.entries(casings).map(([word, spelling]) => [
      word.toLowerCase(),
      spelling,
    ]),
  );

/** `openaiUserId` -> `openAIUserID`; an identifier stays one. */
export function spelled(name: string, spellings: Spellings): string {
  if (spellings.size === 0) return name;
  return name
    .split(/([_$]+)/)
    .map((piece, index) => spelledPiece(piece, index === 0, spellings))
    .join("");
}

function spelledPiece(
  piece: string,
  isFirst: boolean,
  spellings: Spellings,
): string {
  const words = splitWords(piece);
  if (words.join("") !== piece) return piece;
  let text = "";
  for (let start = 0; start < words.length;) {
    const [end, spelling] = longestAt(words, start, spellings);
    const isSmall = isFirst && start === 0 && /^\p{Ll}/u.test(piece);
    text +=
      isSmall && spelling !== words[0] ? uncapitalize(spelling) : spelling;
    start = end;
  }
  return text;
}

/** What the most words from here are one word of; `OpenAI` has two. */
function longestAt(
  words: readonly string[],
  start: number,
  spellings: Spellings,
): readonly [end: number, spelling: string] {
  for (let end = words.length; end > start; end--) {
    const found = spellings.get(words.slice(start, end).join("").toLowerCase());
    if (found !== undefined) return [end, found];
  }
  return [start + 1, words[start] ?? ""];
}
