/**
 * A method's name while it may still change: the verb, and the words from which it takes as many as it
 * needs to be told from its neighbours.
 */
import { camelCase } from "./casing.js";

export interface Wording {
  /** In lower case: `get`, `create or update`. */
  readonly verb?: string;
  /** Every word that the id or the path has besides the verb. */
  readonly words: readonly string[];
  /** Which of them the name has. */
  readonly kept: readonly boolean[];
}

export const wording = (
  verb: string | undefined,
  words: readonly string[],
  kept: readonly boolean[] = words.map(() => false),
): Wording => ({ ...(verb !== undefined && { verb }), words, kept });

export const keepingAll = (
  verb: string | undefined,
  words: readonly string[],
): Wording =>
  wording(
    verb,
    words,
    words.map(() => true),
  );

export const keptWords = ({ words, kept }: Wording): readonly string[] =>
  words.filter((_, index) => kept[index]);

/** `list`, `rotateSecret` */
export const nameOfWording = (one: Wording): string =>
  camelCase([one.verb ?? "", ...keptWords(one)].join(" "));

/** With these words back in it. */
export const withWords = (
  one: Wording,
  isWanted: (word: string, index: number) => boolean,
): Wording => ({
  ...one,
  kept: one.kept.map(
    (isKept, index) => isKept || isWanted(one.words[index] ?? "", index),
  ),
});
