/**
 * How texts stand in a line of the lock file: as they are where that cannot be misread, else as a
 * string of JSON. Names are a document's, so they may hold anything.
 */
import { hasInvisible, quoted } from "../../diagnostics/visible-json.js";

/** What follows a key that is not quoted. */
const separator = " = ";

export const quote = (text: string): string =>
  isPlain(text) ? text : quoted(JSON.stringify(text));

const isPlain = (text: string): boolean =>
  text !== "" &&
  text.trim() === text &&
  !text.startsWith('"') &&
  !` ${text} `.includes(separator) &&
  !hasInvisible(text);

/** The text of a whole field; undefined if it is none. */
export const unquote = (field: string): string | undefined =>
  field.startsWith('"') ? parseString(field) : field || undefined;

/** `key = value` as its two fields, the key unquoted. */
export const splitPair = (
  line: string,
): readonly [key: string, value: string] | undefined => {
  const literal = /^"(?:[^"\\]|\\.)*"/.exec(line)?.[0];
  const end = literal?.length ?? line.indexOf(separator);
  if (end <= 0 || !line.startsWith(separator, end)) return undefined;
  const key = unquote(line.slice(0, end));
  return key === undefined
    ? undefined
    : [key, line.slice(end + separator.length)];
};

const parseString = (json: string): string | undefined => {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
};
