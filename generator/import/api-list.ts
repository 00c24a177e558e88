/**
 * `api.md` of an SDK by Stainless: a line for each method, with its endpoint, arguments and result.
 *
 * `- <code title="get /models/{model}">client.models.<a href="…">retrieve</a>(model) -> Model</code>`
 */
import { dirname, resolve } from "node:path";
import { textOf } from "./find-document.js";
import type { PublishedSdk } from "./published-sdk.js";

export interface ListedMethod {
  /** `chat.completions.create` */
  readonly name: string;
  /** `post /chat/completions`; absent for one that was written by hand. */
  readonly endpoint?: string;
  readonly positional: number;
  /** True where the result is a page: `ModelsPage`. */
  readonly isPaged: boolean;
  /** True where the result is called `Response`: that of `fetch`, or a model. */
  readonly isResponse: boolean;
  readonly file: string;
  readonly line: number;
}

/**
 * Large resources have a list of their own, to which the first one leads.
 *
 * @param file absolute
 * @param shown how messages show it
 */
export const readList = (
  file: string,
  shown: (path: string) => string,
): readonly ListedMethod[] => {
  const seen = new Set<string>();
  const read = (path: string): readonly ListedMethod[] => {
    if (seen.has(path)) return [];
    seen.add(path);
    const text = textOf(path) ?? "";
    const further = [...text.matchAll(/\]\(((?!https?:)[^()\s]*api\.md)\)/g)];
    return [
      ...methodsIn(text, shown(path)),
      ...further.flatMap(([, link = ""]) => read(resolve(dirname(path), link))),
    ];
  };
  return read(file);
};

const method =
  /<code(?: title="([^"]*)")?>client((?:\.\w+)*)\.<a [^>]*>(\w+)<\/a>\(([^)]*)\)(.*)/;

const methodsIn = (text: string, file: string): readonly ListedMethod[] =>
  text.split("\n").flatMap((line, index) => {
    const [, endpoint, resources = "", name = "", args = "", result = ""] =
      method.exec(line) ?? [];
    if (name === "") return [];
    return [
      {
        name: `${resources}.${name}`.slice(1),
        ...(endpoint !== undefined && { endpoint }),
        positional: positionalIn(args),
        isPaged: /\w(?:Page|PagePromise)\b/.test(result),
        isResponse: /(?:>|&gt;)\s*Response\b/.test(result),
        file,
        line: index + 1,
      },
    ];
  });

/** `threadID, { ...params }` has one. */
const positionalIn = (args: string): number =>
  args
    .replace(/\{[^{}]*\}/g, "{}")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => /^\w+$/.test(one)).length;

export const publishedByList = (
  methods: readonly ListedMethod[],
): PublishedSdk => ({
  names: new Map(
    methods.flatMap(({ name }) =>
      name
        .split(".")
        .map((part): [string, string] => [part.toLowerCase(), part]),
    ),
  ),
  positional: new Map(
    methods.map(({ name, positional }) => [name.toLowerCase(), positional]),
  ),
  responses: new Set(
    methods
      .filter(({ isResponse }) => isResponse)
      .map(({ name }) => name.toLowerCase()),
  ),
});
