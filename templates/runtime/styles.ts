/**
 * What the encoders of parameters share: how a value falls apart into texts. What a list or
 * an object holds is JSON where it is structured itself; null and undefined are left out.
 */
import { configError } from "./errors.js";
import { percentEncode, scalarText } from "./text.js";

/** Turns text into a part of a URL, or leaves it as it is. */
export type TextEncoding = (text: string) => string;

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
export const nestedText = (name: string, value: unknown): string =>
  isObject(value) ? jsonText(name, value) : scalarText(name, value);

/** Names and texts: of an object's properties, or of each value under the one name. */
export const nameTextPairs = (name: string, value: unknown): Pair[] =>
  (isObject(value) && !Array.isArray(value)
    ? Object.entries(value)
    : [value].flat().map((item) => [name, item] as const)
  ).flatMap(([key, item]) =>
    item === undefined || item === null ? [] : [[key, nestedText(name, item)]],
  );

/** Texts alone: of a list, or of names and values in turn. */
export const texts = (name: string, value: unknown): string[] =>
  nameTextPairs(name, value).flatMap(([key, text]) =>
    isObject(value) && !Array.isArray(value) ? [key, text] : [text],
  );

/** Texts of a list, or `name=value` texts of an object. */
export const explodedTexts = (
  name: string,
  value: unknown,
  escape: TextEncoding,
): string[] =>
  nameTextPairs(name, value).map(([key, text]) =>
    isObject(value) && !Array.isArray(value)
      ? `${escape(key)}=${escape(text)}`
      : escape(text),
  );

/** `name=value` texts of a query. */
export const joinQuery = (
  all: readonly Pair[],
  escapeValue: TextEncoding,
): string =>
  all
    .map(([name, text]) => `${percentEncode(name)}=${escapeValue(text)}`)
    .join("&");

/** One name with all values; nothing where there is none. */
export const joinDelimited = (
  name: string,
  value: unknown,
  delimiter: string,
  escapeValue: TextEncoding,
): string => {
  const items = texts(name, value).map(escapeValue);
  return items.length > 0
    ? `${percentEncode(name)}=${items.join(delimiter)}`
    : "";
};

/** `name[key]` for every value in an object, however deep. */
export const deepObjectPairs = (name: string, value: unknown): Pair[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, item]) =>
        deepObjectPairs(`${name}[${key}]`, item),
      )
    : value === undefined || value === null
      ? []
      : [[name, scalarText(name, value)]];

/**
 * `allowReserved`: reserved characters and percent-encoded triples stay as they are, except
 * what has a meaning of its own in a query (`#`, `[`, `]`, `&`, `+`), which specification and
 * sense leave to be encoded.
 */
export const percentEncodeExceptReserved: TextEncoding = (text) =>
  text
    .split(/(%[\da-f]{2}|[:/?@!$'()*,;=])/i)
    .map((part, index) => (index % 2 === 0 ? percentEncode(part) : part))
    .join("");
