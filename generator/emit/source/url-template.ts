/**
 * Paths of a document as URLs need them. A path may hold what a URL parser drops, rewrites or takes
 * for something else (line ends, backslashes, spaces, a fragment): percent-encoded, it arrives as it
 * is written.
 */

/** `{name}` stays for the runtime to fill in; `${name}` is plain text, as `load` checks it. */
const part =
  /(?<!\$)\{[^{}]*\}|%[\dA-Fa-f]{2}|[\w.~!$&'()*+,;=:@/?-]+|[\s\S]/gu;

/** The path, and the query that some documents write into it, without a fragment. */
export function urlTemplate(path: string): string {
  const [sent = ""] = path.split("#");
  return sent.replace(part, (text) =>
    /^(?:\{.+\}|%..|[\w.~!$&'()*+,;=:@/?-]+)$/s.test(text)
      ? text
      : encodeURIComponent(text.replace(/\p{Cs}/u, "\ufffd")),
  );
}

/** As the server receives it, without the query that some documents write into it. */
export const sentPath = (path: string): string =>
  urlTemplate(path).replace(writtenQuery, "");

/** The query that some documents write into a path; empty for others. */
export const sentQuery = (path: string): string =>
  writtenQuery.exec(urlTemplate(path))?.[0].slice(1) ?? "";

const writtenQuery = /\?(?![^{}]*\}).*/;
