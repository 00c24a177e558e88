/**
 * Patterns of paths, as `include.paths` and `keep` have them: a `*` stays within one segment, `**` does
 * not, and braces mean themselves.
 */

export const literal = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

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

/** `docs/**` and `./docs/**` are the same; a folder's name stands for everything in it. */
export const matchKept = (
  patterns: readonly string[] = [],
): ((path: string) => boolean) => {
  const matchers = patterns.map((pattern) => {
    const path = pattern.replace(/^\.?\//, "");
    return matchPath(path.endsWith("/") ? `${path}**` : path);
  });
  return (path) => matchers.some((matches) => matches(path));
};
