/**
 * Path templates, segment by segment (OpenAPI 3.1.1 section 4.8.8.2).
 */

export interface Segment {
  readonly text: string;
  /** The parameters in it, in order; a segment may hold several: `{name}.{format}`. */
  readonly parameters: readonly string[];
}

export const segmentsOf = (path: string): readonly Segment[] =>
  path
    .replace(/[?#].*$/s, "")
    // `Accounts.json`: a format, not a part of the name
    .replace(/\.(json|xml)$/i, "")
    .split("/")
    .flatMap(withoutCustomMethod)
    .filter((text) => text !== "")
    .map((text) => ({
      text,
      parameters: [...text.matchAll(/(?<!\$)\{([^{}]*)\}/g)].map(
        ([, name]) => name ?? "",
      ),
    }));

/** `{name}:cancel` and `operations:list`: what is done to the thing before the colon. */
const withoutCustomMethod = (text: string): string[] =>
  /^(\{[^{}]*\}|[\w-]+):([a-z][\w-]*)$/i.exec(text)?.slice(1) ?? [text];

export const isStatic = (segment: Segment): boolean =>
  segment.parameters.length === 0;

/**
 * True of words that are about the API and not about a resource: `v1`, `api`, `v2.1beta`, and the day
 * of a version, `2015-03-31`.
 */
export const isMountName = (name: string): boolean =>
  /^(v\d+([._-]?\w+)*|api|apis|rest|(19|20)\d\d-?[01]\d-?[0-3]\d)$/i.test(name);

export const isAPIPrefix = (segment: Segment): boolean =>
  isStatic(segment) && isMountName(segment.text);
