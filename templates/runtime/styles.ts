/**
 * What the encoders of parameters share: how a value falls apart into texts. What a list or
 * an object holds is JSON where it is structured itself; null and undefined are left out.
 */
import { configError } from "./errors.js";
import { escape, scalar } from "./text.js";

/** Turns text into a part of a URL, or leaves it as it is. */
export type Escape = (text: string) => string;

type Pair = readonly [name: string, text: string];

/** Whether a value is written by its members: not a `Map`, `Blob`, `URL` or function. */
export const isObject = (value: unknown): value is object =>
  Array.isArray(value) ||
  Object.prototype.toString.call(value) === "[object Object]";

/** JSON, or an error that shows nothing of the value. */
export const jsonText = (name: string, value: unknown): string => {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // Circular, or a bigint.
  }
  if (text !== undefined) return text;
  throw configError(`invalid value for ${name}`);
};

/** The text of a value inside a list or an object. */
export const nested = (name: string, value: unknown): string =>
  isObject(value) ? jsonText(name, value) : scalar(name, value);

/** Names and texts: of an object's properties, or of each value under the one name. */
export const pairs = (name: string, value: unknown): Pair[] =>
  (isObject(value) && !Array.isArray(value)
    ? Object.entries(value)
    : [value].flat().map((item) => [name, item] as const)
  ).flatMap(([key, item]) =>
    item === undefined || item === null ? [] : [[key, nested(name, item)]],
  );

/** Texts alone: of a list, or of names and values in turn. */
export const list = (name: string, value: unknown): string[] =>
  pairs(name, value).flatMap(([key, text]) =>
    isObject(value) && !Array.isArray(value) ? [key, text] : [text],
  );

/** Texts of a list, or `name=value` texts of an object. */
export const exploded = (
  name: string,
  value: unknown,
  escape: Escape,
): string[] =>
  pairs(name, value).map(([key, text]) =>
    isObject(value) && !Array.isArray(value)
      ? `${escape(key)}=${escape(text)}`
      : escape(text),
  );

/** `name=value` texts of a query. */
export const query = (all: readonly Pair[], escapeValue: Escape): string =>
  all.map(([name, text]) => `${escape(name)}=${escapeValue(text)}`).join("&");

/** One name with all values; nothing where there is none. */
export const delimited = (
  name: string,
  value: unknown,
  delimiter: string,
  escapeValue: Escape,
): string => {
  const texts = list(name, value).map(escapeValue);
  return texts.length > 0 ? `${escape(name)}=${texts.join(delimiter)}` : "";
};

/** `name[key]` for every value in an object, however deep. */
export const deepPairs = (name: string, value: unknown): Pair[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, item]) =>
        deepPairs(`${name}[${key}]`, item),
      )
    : value === undefined || value === null
      ? []
      : [[name, scalar(name, value)]];

/**
 * `allowReserved`: reserved characters and percent-encoded triples stay as they are, except
 * what has a meaning of its own in a query (`#`, `[`, `]`, `&`, `+`), which specification and
 * sense leave to be encoded.
 */
export const escapeReserved: Escape = (text) =>
  text
    .split(/(%[\da-f]{2}|[:/?@!$'()*,;=])/i)
    .map((part, index) => (index % 2 === 0 ? escape(part) : part))
    .join("");
