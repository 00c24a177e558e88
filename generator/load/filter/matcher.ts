/**
 * Which operations a filter of the config names. Patterns are text with `*`; in paths a `*` stays
 * within one segment, `**` does not, and braces mean themselves: they belong to path parameters.
 */
import type { OperationFilter } from "../../config/config.js";

/** What a filter can know of an operation. */
export interface Candidate {
  /** The key under `paths`, or the name of a webhook. */
  readonly path: string;
  readonly operationId: string | undefined;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
}

interface Pattern {
  readonly list: "tags" | "paths" | "operations";
  readonly text: string;
  readonly matches: (candidate: Candidate) => boolean;
  used: boolean;
}

export class Matcher {
  readonly #patterns: readonly Pattern[];
  readonly #deprecated: boolean;

  constructor(filter: OperationFilter) {
    const { tags = [], paths = [], operations = [] } = filter;
    this.#deprecated = filter.deprecated ?? false;
    this.#patterns = [
      ...tags.map((text): Pattern => {
        const matches = matchText(text);
        const of = ({ tags }: Candidate) => tags.some(matches);
        return { list: "tags", text, matches: of, used: false };
      }),
      ...paths.map((text): Pattern => {
        const matches = matchPath(text);
        const of = ({ path }: Candidate) => matches(path);
        return { list: "paths", text, matches: of, used: false };
      }),
      ...operations.map((text): Pattern => {
        const matches = matchText(text);
        const of = ({ operationId }: Candidate) =>
          operationId !== undefined && matches(operationId);
        return { list: "operations", text, matches: of, used: false };
      }),
    ];
  }

  /** Nothing is named: as if the filter were not there. */
  get isEmpty(): boolean {
    return this.#patterns.length === 0 && !this.#deprecated;
  }

  /** Every pattern is tried, so that the ones that match nothing are known in the end. */
  matches(candidate: Candidate): boolean {
    let found = this.#deprecated && candidate.deprecated;
    for (const pattern of this.#patterns) {
      if (!pattern.matches(candidate)) continue;
      pattern.used = true;
      found = true;
    }
    return found;
  }

  /** `tags: Pets`, for each pattern that matched no operation. */
  get unused(): readonly string[] {
    return this.#patterns
      .filter(({ used }) => !used)
      .map(({ list, text }) => `${list}: ${text}`);
  }
}

const literal = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

const matchText = (pattern: string): ((text: string) => boolean) => {
  const source = pattern.split(/\*+/).map(literal).join(".*");
  const regexp = new RegExp(`^${source}$`, "s");
  return (text) => regexp.test(text);
};

/** `/pets/**` is everything below `/pets`, and `/pets` itself. */
export const matchPath = (pattern: string): ((path: string) => boolean) => {
  const below = pattern.endsWith("/**");
  const parts = (below ? pattern.slice(0, -3) : pattern).split(/(\*+)/);
  const source = parts
    .map((part) =>
      /^\*+$/.test(part) ? (part === "*" ? "[^/]*" : ".*") : literal(part),
    )
    .join("");
  const regexp = new RegExp(`^${source}${below ? "(?:/.*)?" : ""}$`, "s");
  return (path) => regexp.test(path);
};
