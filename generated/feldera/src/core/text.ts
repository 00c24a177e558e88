/**
 * Parameter values as text. Everything that goes into a URL, a header or a
 * cookie is written here, so that a value has the same text everywhere, or is
 * an error before anything is sent.
 */
import { refuseValue } from "./type-error.js";

/**
 * The text of a string, number, boolean, bigint or date. An error names the
 * parameter, not its value.
 */
export const scalarText = (name: string, value: unknown): string =>
  (value as Date | undefined)?.toISOString?.() ??
  (["string", "bigint", "boolean"].includes(typeof value) ||
  Number.isFinite(value)
    ? String(value)
    : refuseValue(name));

/** Percent-encodes all characters but the unreserved ones of RFC 3986. */
export const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The items of a list, or the value itself; not null and undefined. */
export const definedItems = (value: unknown): unknown[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (item) => item !== undefined && item !== null,
  );

/**
 * `simple`, the default style in a path, for single values and arrays:
 * `blue,black`
 */
export const defaultPathStyle = (name: string, value: unknown): string =>
  definedItems(value)
    .map((item) => percentEncode(scalarText(name, item)))
    .join();

/**
 * `form`, exploded, the default style in a query, for single values and arrays:
 * `color=blue&color=black`
 */
export const defaultQueryStyle = (name: string, value: unknown): string =>
  definedItems(value)
    .map((item) => `${percentEncode(name)}=${defaultPathStyle(name, item)}`)
    .join("&");

/** Adds a query string to a URL that may have one. */
export const addQuery = (url: string, query: string): string =>
  query ? url + (url.includes("?") ? "&" : "?") + query : url;
