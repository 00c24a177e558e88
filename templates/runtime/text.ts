/**
 * Values as text. Whatever goes into a URL, a header or a cookie passes here, so that every
 * type has one answer: a defined text, or an error before anything is sent.
 */
import { throwTypeError } from "./type-error.js";

/** The text of a single value; `name` is for the error, which never shows the value. */
export const scalarText = (name: string, value: unknown): string =>
  (value as Date | undefined)?.toISOString?.() ??
  (/^(str|big|boo)/.test(typeof value) || Number.isFinite(value)
    ? String(value)
    : throwTypeError(`invalid value for ${name}`));

/** Percent-encodes all but the characters that RFC 3986 calls unreserved. */
export const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** `simple`, the default in a path: a value, or the values of a list with commas. */
export const defaultPathStyle = (name: string, value: unknown): string =>
  Array.isArray(value)
    ? value.map((item) => percentEncode(scalarText(name, item))).join()
    : percentEncode(scalarText(name, value));

/** Exploded `form`, the default in a query: a value, or each value of a list. */
export const defaultQueryStyle = (name: string, value: unknown): string =>
  [value]
    .flat()
    .map((item) => `${percentEncode(name)}=${defaultPathStyle(name, item)}`)
    .join("&");

/** Adds `name=value` texts to a URL. */
export const addQuery = (url: string, query: string): string =>
  query ? url + (url.includes("?") ? "&" : "?") + query : url;
