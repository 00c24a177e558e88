/**
 * How the other generator spells the names of its config in TypeScript: `get_by_name` is `getByName`,
 * `trip-details` is `tripDetails`, and what is in camelCase already stays.
 */
import { asInitialism } from "../sdk/initialisms.js";

/** How one word is spelled, other than by the rule. */
export interface WordSpelling {
  readonly pascal?: string;
  readonly camel?: string;
}

export interface CasingOptions {
  /** By the word in small letters. */
  readonly words?: ReadonlyMap<string, WordSpelling>;
  /** True where `api_key_id` is `apiKeyID`: SDKs since the end of 2025. */
  readonly hasInitialisms?: boolean;
  /** Names as the published SDK has them, by the name in small letters: these come first. */
  readonly published?: ReadonlyMap<string, string>;
}

export class Casing {
  readonly #words: ReadonlyMap<string, WordSpelling>;
  readonly #hasInitialisms: boolean;
  readonly #published: ReadonlyMap<string, string>;

  constructor({
    words = new Map(),
    hasInitialisms = false,
    published = new Map(),
  }: CasingOptions) {
    this.#words = words;
    this.#hasInitialisms = hasInitialisms;
    this.#published = published;
  }

  camel(name: string): string {
    return this.#camel(name, this.#hasInitialisms);
  }

  /** An option of the client, in which initialisms are capitals in every edition: `clientID`. */
  option(name: string): string {
    return this.#camel(name, true);
  }

  pascal(name: string): string {
    return identifier(partsOf(name).map((part) => this.#pascal(part)));
  }

  /** The class of the client, in which initialisms are capitals in every edition: `AcmeSDK`. */
  client(name: string): string {
    return identifier(partsOf(name).map((part) => this.#pascal(part, true)));
  }

  #camel(name: string, hasInitialisms: boolean): string {
    const [first = "", ...rest] = partsOf(name);
    const known = this.#words.get(first.toLowerCase())?.camel;
    const start = known ?? first.replace(/^./su, (char) => char.toLowerCase());
    const made = identifier([
      start,
      ...rest.map((part) => this.#pascal(part, hasInitialisms)),
    ]);
    return this.#published.get(made.toLowerCase()) ?? made;
  }

  #pascal(part: string, hasInitialisms = this.#hasInitialisms): string {
    const known = this.#words.get(part.toLowerCase())?.pascal;
    if (known !== undefined) return known;
    return (
      (hasInitialisms ? asInitialism(part) : undefined) ??
      part.replace(/^./su, (char) => char.toUpperCase())
    );
  }
}

/** `BROWSERBASE_API_KEY` has words as `browserbase_api_key` has them. */
const partsOf = (name: string): readonly string[] =>
  (/\p{Ll}/u.test(name) ? name : name.toLowerCase())
    .split(/[^\p{ID_Continue}$]+|_+/u)
    .filter((part) => part !== "");

/** What no identifier can have was left out; one cannot begin with a digit either. */
const identifier = (parts: readonly string[]): string => {
  const name = parts.join("");
  return /^[\p{ID_Start}$_]/u.test(name) ? name : `_${name}`;
};
