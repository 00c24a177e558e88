/**
 * Names by pattern: in a key `*` is any text, in its value `*` is what that text is called.
 *
 * The key that is the text itself comes first, then the pattern with the most characters that are no
 * `*`, then the first by its text: the order of the keys decides nothing.
 */
import { camelCase, pascalCase } from "./casing.js";

/** The name that a key gives a text, and further ones. */
export interface MatchedName {
  readonly key: string;
  readonly name: string;
  readonly others: readonly string[];
}

type Values = Readonly<Record<string, string | readonly string[]>>;

export class NamePatterns {
  readonly #names: Values;
  readonly #casing: Casing;
  /** The keys with `*`, the most specific first. */
  readonly #patterns: readonly Pattern[];
  readonly #unused: Set<string>;

  constructor(names: Values, casing: Casing) {
    this.#names = names;
    this.#casing = casing;
    this.#unused = new Set(Object.keys(names));
    this.#patterns = Object.keys(names)
      .filter((key) => key.includes("*"))
      .map((key) => ({ key, parts: key.split(/\*+/) }))
      .sort(
        (a, b) => literalsOf(b) - literalsOf(a) || (a.key < b.key ? -1 : 1),
      );
  }

  /** Keys that matched nothing so far, in the order of the config. */
  get unused(): readonly string[] {
    return [...this.#unused];
  }

  /** The value of the first text that is itself a key. */
  exact(texts: readonly string[]): MatchedName | undefined {
    const known = texts.filter((text) => Object.hasOwn(this.#names, text));
    for (const key of known) this.#unused.delete(key);
    const [key] = known;
    if (key === undefined) return undefined;
    const stars = starTexts(key, key.split(/\*+/)) ?? [];
    return this.#fill(key, stars);
  }

  /** The name that the most specific pattern gives to the first of the texts that it matches. */
  matched(texts: readonly string[]): MatchedName | undefined {
    let found: MatchedName | undefined;
    for (const { key, parts } of this.#patterns)
      for (const text of texts) {
        const stars = starTexts(text, parts);
        if (!stars) continue;
        this.#unused.delete(key);
        found ??= this.#fill(key, stars);
      }
    return found;
  }

  #fill(key: string, stars: readonly string[]): MatchedName {
    const [name = "", ...others] = [this.#names[key] ?? []]
      .flat()
      .map((value) => this.#filled(value, stars));
    return { key, name, others };
  }

  #filled(value: string, stars: readonly string[]): string {
    const rest = [...stars];
    return value
      .split(".")
      .map((part) =>
        part.replace(/\*/g, (_, at: number) => {
          const star = rest.shift() ?? "";
          return at === 0 && this.#casing === "camel"
            ? camelCase(star)
            : at === 0
              ? pascalCase(star)
              : // What keeps a name from starting with a digit is not needed inside of one.
                pascalCase(star).replace(/^_/, "");
        }),
      )
      .join(".");
  }
}

/** How what is matched begins: `listPets`, `Pet`. */
type Casing = "camel" | "pascal";

interface Pattern {
  readonly key: string;
  /** The texts between the stars. */
  readonly parts: readonly string[];
}

const literalsOf = ({ parts }: Pattern): number => parts.join("").length;

/**
 * What each star matches, the first ones as little as possible; undefined where the text is another.
 * One pass over the text: what names a document has must not decide how long that takes.
 */
function starTexts(
  text: string,
  [first = "", ...others]: readonly string[],
): readonly string[] | undefined {
  const last = others.pop();
  if (last === undefined) return text === first ? [] : undefined;
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const stars: string[] = [];
  let start = first.length;
  for (const part of others) {
    const at = text.indexOf(part, start);
    if (at < 0) return undefined;
    stars.push(text.slice(start, at));
    start = at + part.length;
  }
  return start > end ? undefined : [...stars, text.slice(start, end)];
}
