/** `User-Agent`: what servers know a program by in their logs. */
import { PACKAGE, VERSION } from "./brand.js";
import type { HeaderOptions } from "./options.js";

/**
 * Headers with a `User-Agent` of the package and what the caller adds to it. A
 * header of this name that the caller sets comes after it, and so replaces it.
 * In browsers there is none of ours: there, the header is the browser's, and
 * makes it ask other origins for permission first.
 */
export const withUserAgent = (
  headers: HeaderOptions | undefined,
  added: string | undefined,
): HeaderOptions | undefined => {
  const { navigator } = globalThis as {
    navigator?: { userAgent?: string | undefined } | undefined;
  };
  if (navigator?.userAgent?.startsWith("Mozilla")) return headers;
  const own = `${PACKAGE}/${VERSION}`;
  return { "user-agent": added ? `${own} ${added}` : own, ...headers };
};
