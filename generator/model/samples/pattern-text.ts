/**
 * A text that a `pattern` allows, of patterns in a plain form: characters and classes of them, one after
 * the other, each with how often it comes. It is made by how the pattern is written, and no expression of
 * the document is ever run.
 */

/** Longer ones are of no use in a sample. */
const longest = 200;

/** What a text is taken from where a class allows it. */
const preferred = "string";

interface Piece {
  /** What may stand there; the first one does unless a preferred one is among them. */
  readonly characters: readonly string[];
  readonly least: number;
  readonly most: number;
}

export interface TextLimits {
  readonly minLength: number;
  readonly maxLength: number;
}

/** @returns undefined of any other form, and where lengths leave no text */
export const patternText = (
  pattern: string,
  { minLength, maxLength }: TextLimits,
): string | undefined => {
  const found = minLength > longest ? undefined : piecesOf(pattern);
  if (!found) return undefined;
  const { pieces, isOpenAtEnd } = found;
  const counts = pieces.map(({ least }) => least);
  const total = (): number => counts.reduce((sum, count) => sum + count, 0);
  // A text of one letter says little: what may be longer is.
  const wanted = Math.min(Math.max(minLength, preferred.length), maxLength);
  for (const [index, { least, most }] of pieces.entries())
    counts[index] = Math.max(least, Math.min(most, least + wanted - total()));
  const text = pieces
    .map(({ characters }, index) => written(characters, counts[index] ?? 0))
    .join("");
  const filled = isOpenAtEnd ? text.padEnd(minLength, "x") : text;
  return filled.length >= minLength && filled.length <= maxLength
    ? filled
    : undefined;
};

const written = (characters: readonly string[], count: number): string => {
  const liked = Array.from(preferred).filter((one) => characters.includes(one));
  const list = liked.length > 0 ? liked : characters.slice(0, 1);
  return Array.from(
    { length: count },
    (_, index) => list[index % list.length] ?? "",
  ).join("");
};

/** An atom with its quantifier: a class, an escape, or a character that means itself. */
const atom =
  /(?:\[((?:[^\\\]]|\\.)*)\]|\\(.)|(\.)|([^\\^$.|?*+()[\]{}]))(?:\{(\d{1,3})(,?)(\d{0,3})\}|([*+?]))?/uy;

const piecesOf = (
  pattern: string,
):
  | { readonly pieces: readonly Piece[]; readonly isOpenAtEnd: boolean }
  | undefined => {
  const isEnded = /(?:^|[^\\])(?:\\\\)*\$$/.test(pattern);
  const body = pattern.replace(/^\^/, "").slice(0, isEnded ? -1 : undefined);
  const pieces: Piece[] = [];
  atom.lastIndex = 0;
  while (atom.lastIndex < body.length) {
    const match = atom.exec(body);
    if (!match) return undefined;
    const [, inside, escaped, any, plain = ""] = match;
    const characters =
      inside !== undefined
        ? charactersOf(inside)
        : escaped !== undefined
          ? escapedCharacters(escaped)
          : any !== undefined
            ? Array.from(preferred)
            : [plain];
    const [least, most] = timesOf(match);
    if (!characters || characters.length === 0 || least > longest)
      return undefined;
    pieces.push({ characters, least, most });
  }
  return { pieces, isOpenAtEnd: !isEnded };
};

const timesOf = ([, , , , , from, comma, to, sign]: RegExpExecArray): readonly [
  least: number,
  most: number,
] => {
  if (sign === "?") return [0, 1];
  if (sign !== undefined) return [sign === "+" ? 1 : 0, longest];
  if (from === undefined) return [1, 1];
  const least = Number(from);
  if (comma === "") return [least, least];
  return [least, to === "" || to === undefined ? longest : Number(to)];
};

/** Of a class that names what is allowed; undefined of one that names what is not. */
const charactersOf = (inside: string): readonly string[] | undefined => {
  if (inside.startsWith("^")) return undefined;
  const found: string[] = [];
  const parts = inside.matchAll(/\\(.)|([^\\])-([^\\])|([^\\])/gu);
  for (const [, escaped, first, last, plain] of parts) {
    const some =
      escaped !== undefined
        ? escapedCharacters(escaped)
        : first !== undefined && last !== undefined
          ? rangeOf(first, last)
          : [plain ?? ""];
    if (!some) return undefined;
    found.push(...some);
  }
  return found;
};

/** ASCII alone: what else a range may hold is nothing for a sample. */
const rangeOf = (first: string, last: string): readonly string[] => {
  const [from, to] = [first.charCodeAt(0), Math.min(last.charCodeAt(0), 126)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) =>
    String.fromCharCode(from + index),
  );
};

/** Undefined of what stands for no character, or for too many to know. */
const escapedCharacters = (escaped: string): readonly string[] | undefined => {
  switch (escaped) {
    case "d":
      return rangeOf("0", "9");
    case "w":
      return [...rangeOf("a", "z"), ...rangeOf("A", "Z"), ...rangeOf("0", "9")];
    case "s":
      return [" "];
    default:
      return /[\w\s]/.test(escaped) ? undefined : [escaped];
  }
};
