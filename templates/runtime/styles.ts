/**
 * What the encoders of parameters share: the texts that arrays and objects are
 * written as. An array or object inside another is written as JSON; null and
 * undefined are left out.
 */
import { configError } from "./errors.js";
import { percentEncode, scalarText } from "./text.js";

/** Encodes text for its place in a URL or a header. */
export type TextEncoding = (text: string) => string;

type Pair = readonly [name: string, text: string];

/**
 * True for arrays and plain objects; false for a `Map`, `Blob`, `URL`, `Date`
 * or function, and for a stream of Node.
 */
export const isObject = (value: unknown): value is object =>
  Array.isArray(value) ||
  (Object.prototype.toString.call(value) === "[object Object]" &&
    !(Symbol.asyncIterator in (value as object)));

/** The value as JSON; an error does not show the value. */
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

/**
 * A name and text for each property of an object, or for each item of an array.
 */
export const nameTextPairs = (name: string, value: unknown): Pair[] =>
  (isObject(value) && !Array.isArray(value)
    ? Object.entries(value)
    : [value].flat().map((item) => [name, item] as const)
  ).flatMap(([key, item]) =>
    item === undefined || item === null ? [] : [[key, nestedText(name, item)]],
  );

/** The texts of an array's items, or an object's names and texts in turn. */
export const texts = (name: string, value: unknown): string[] =>
  nameTextPairs(name, value).flatMap(([key, text]) =>
    isObject(value) && !Array.isArray(value) ? [key, text] : [text],
  );

/** The texts of an array's items, or an object's `name=text` pairs. */
export const explodedTexts = (
  name: string,
  value: unknown,
  encodeText: TextEncoding,
): string[] =>
  nameTextPairs(name, value).map(([key, text]) =>
    isObject(value) && !Array.isArray(value)
      ? `${encodeText(key)}=${encodeText(text)}`
      : encodeText(text),
  );

/** Pairs as `name=text`, joined by `&`. */
export const joinQuery = (
  pairs: readonly Pair[],
  encodeText: TextEncoding,
): string =>
  pairs
    .map(([name, text]) => `${percentEncode(name)}=${encodeText(text)}`)
    .join("&");

/** All texts under one name; empty text if there are none. */
export const joinDelimited = (
  name: string,
  value: unknown,
  delimiter: string,
  encodeText: TextEncoding,
): string => {
  const items = texts(name, value).map(encodeText);
  return items.length > 0
    ? `${percentEncode(name)}=${items.join(delimiter)}`
    : "";
};

/** A pair named `name[key]` for each value of an object, at any depth. */
export const deepObjectPairs = (name: string, value: unknown): Pair[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, item]) =>
        deepObjectPairs(`${name}[${key}]`, item),
      )
    : value === undefined || value === null
      ? []
      : [[name, scalarText(name, value)]];

/**
 * `allowReserved`: keeps reserved characters and percent-encoded triples,
 * except `#`, `[`, `]`, `&` and `+`, which would change the meaning of a query
 * and are encoded.
 */
export const percentEncodeExceptReserved: TextEncoding = (text) =>
  text
    .split(/(%[\da-f]{2}|[:/?@!$'()*,;=])/i)
    .map((piece, index) =>
      // Those at odd indexes are what the pattern captured.
      index % 2 === 0 ? percentEncode(piece) : piece,
    )
    .join("");
