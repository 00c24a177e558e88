/**
 * All headers are set here: an error of `Headers.set` itself would quote the
 * value.
 */
import { refuseValue } from "./type-error.js";
import type { HeaderOptions } from "./options.js";

/** Sets a header. An error names the header, not its value. */
export const setHeader = (
  headers: Headers,
  name: string,
  value: string,
): void => {
  if (/[^\t -~\x80-\xff]/.test(value)) refuseValue(name);
  headers.set(name, value);
};

/** Sets the headers that the caller gave, and removes those that are null. */
export const applyHeaders = (
  headers: Headers,
  options: HeaderOptions | undefined,
): void => {
  for (const [name, value] of Object.entries(options ?? {}))
    if (value === null) headers.delete(name);
    else if (value !== undefined) setHeader(headers, name, value);
};

/** Adds `name=value` pairs, separated by `; `, to the `Cookie` header. */
export const addCookies = (headers: Headers, cookies: string): void => {
  const existing = headers.get("cookie");
  setHeader(headers, "cookie", existing ? `${existing}; ${cookies}` : cookies);
};
