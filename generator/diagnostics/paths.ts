/**
 * Where documents and packages are: a path or a URL, and how messages show it.
 */
import { relative } from "node:path";

export const isUrl = (location: string): boolean =>
  /^https?:\/\//i.test(location);

/** Relative to the working directory; of a URL neither credentials nor the query, which may hold a key. */
export const displayPath = (location: string): string =>
  isUrl(location)
    ? location.replace(/[?#].*$/s, "").replace(/\/\/[^/@]*@/, "//…@")
    : relative(process.cwd(), location) || ".";
