/**
 * A method's name while it may still change: the verb, and the words from which it takes as many as it
 * needs to be told from its neighbours.
 */
import { camelCase } from "./casing.js";
import {
  withoutRepetition,
  type MethodPlace,
  type MethodWords,
} from "./resource-nouns.js";

export interface Wording {
  /** In lower case: `get`, `create or update`. */
  readonly verb?: string;
  /** Every word that the id or the path has besides the verb. */
  readonly words: readonly string[];
  /** Which of them the name has. */
  readonly kept: readonly boolean[];
  /** Where it stands, once that is known. */
  readonly place?: MethodPlace;
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

export const keptWords = ({
  words,
  kept,
}: Pick<Wording, "words" | "kept">): readonly string[] =>
  words.filter((_, index) => kept[index]);

export interface MethodName {
  readonly name: string;
  /** With the words that the resource has too. */
  readonly whole: string;
}

/** `list`, `rotateSecret`; without words that the call has before it. */
export function shortName(
  { verb, place, ...one }: Wording,
  words: readonly string[] = keptWords(one),
): MethodName {
  const said = place
    ? withoutRepetition({ verb, words }, place)
    : { verb, words };
  const { whole = words } = said;
  return { name: spelled(said), whole: spelled({ verb, words: whole }) };
}

/** With all these words, where fewer are not enough. */
export function wholeName(
  { verb }: Wording,
  words: readonly string[],
): MethodName {
  const name = spelled({ verb, words });
  return { name, whole: name };
}

const spelled = ({ verb = "", words }: MethodWords): string =>
  camelCase([verb, ...words].join(" "));

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
