/**
 * Which operations a filter of the config names. Patterns are text with `*`; in paths a `*` stays
 * within one segment, `**` does not, and braces mean themselves: they belong to path parameters.
 */
import type { OperationFilter } from "../../config/config.js";
import { literal, matchPath } from "../../config/path-pattern.js";

/** What a filter selects an operation by. */
export interface Candidate {
  /** `GET` */
  readonly method: string;
  /** The key under `paths`, or the name of a webhook. */
  readonly path: string;
  readonly operationId: string | undefined;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
}

interface Pattern {
  /** `tags: Pets` */
  readonly label: string;
  readonly matches: (candidate: Candidate) => boolean;
  isUsed: boolean;
}

export class Matcher {
  readonly #patterns: readonly Pattern[];
  readonly #deprecated: boolean;

  constructor(filter: OperationFilter) {
    this.#deprecated = filter.deprecated ?? false;
    this.#patterns = lists.flatMap(({ name, matcher, texts }) =>
      (filter[name] ?? []).map((pattern) => {
        const matches = matcher(pattern);
        return {
          label: `${name}: ${pattern}`,
          matches: (candidate: Candidate) => texts(candidate).some(matches),
          isUsed: false,
        };
      }),
    );
  }

  /** True if the filter names nothing, which is as if there were none. */
  get isEmpty(): boolean {
    return this.#patterns.length === 0 && !this.#deprecated;
  }

  /** Tries every pattern, so that those without a match are known in the end. */
  matches(candidate: Candidate): boolean {
    const matching = this.#patterns.filter(({ matches }) => matches(candidate));
    for (const pattern of matching) pattern.isUsed = true;
    return matching.length > 0 || (this.#deprecated && candidate.deprecated);
  }

  /** `tags: Pets`, for each pattern that matched no operation. */
  get unused(): readonly string[] {
    return this.#patterns
      .filter(({ isUsed }) => !isUsed)
      .map(({ label }) => label);
  }
}

const matchText = (pattern: string): ((text: string) => boolean) => {
  const source = pattern.split(/\*+/).map(literal).join(".*");
  const regexp = new RegExp(`^${source}$`, "s");
  return (text) => regexp.test(text);
};

const lists = [
  { name: "tags", matcher: matchText, texts: ({ tags }: Candidate) => tags },
  { name: "paths", matcher: matchPath, texts: ({ path }: Candidate) => [path] },
  {
    name: "operations",
    matcher: matchText,
    texts: ({ operationId: id, method, path }: Candidate) => [
      ...(id === undefined ? [] : [id]),
      `${method} ${path}`,
    ],
  },
] as const;
