/** The one place where headers are set, because platforms quote refused values in their errors. */
import { throwTypeError } from "./type-error.js";
import type { HeaderOptions } from "./options.js";

/** Sets a header, or refuses the value without showing it. */
export const setHeader = (
  headers: Headers,
  name: string,
  value: string,
): void => {
  if (/[^\t -~\x80-\xff]/.test(value))
    throwTypeError(`invalid value for ${name}`);
  headers.set(name, value);
};

/** Sets the headers of a caller, and removes those that are null. */
export const applyHeaders = (
  headers: Headers,
  options: HeaderOptions | undefined,
): void => {
  for (const [name, value] of Object.entries(options ?? {}))
    if (value === null) headers.delete(name);
    else if (value !== undefined) setHeader(headers, name, value);
};

/** Adds `name=value` texts to the cookies. */
export const addCookies = (headers: Headers, cookies: string): void => {
  const before = headers.get("cookie");
  setHeader(headers, "cookie", before ? `${before}; ${cookies}` : cookies);
};
