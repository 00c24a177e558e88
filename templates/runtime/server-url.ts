/** Server URLs with variables (Server Variable Objects). */
import { configError } from "./errors.js";
import { percentEncode } from "./text.js";

/**
 * A variable of a server's URL: the caller's value, and what the API's document
 * declares.
 */
export type ServerVariable = readonly [
  value: string | undefined,
  defaultValue: string,
  allowed?: readonly string[],
];

/** In a URL template, the part of the URL that a variable is in. */
const isScheme = (before: string): boolean => !before.includes("://");
const isAuthority = (before: string): boolean => /:\/\/[^/]*$/.test(before);

/**
 * Replaces each `{name}` in a server's URL by the value of the variable, and
 * `{name=default}`, where this server has a default of its own, likewise. A
 * caller's value that the document does not list cannot change the host: it has
 * to be one label of a host name, a port, or one path segment.
 */
export function expandServerURL(
  template: string,
  variables: Readonly<Record<string, ServerVariable>>,
): string {
  return template.replace(
    /\{([^{}]+)\}/g,
    (_, expression: string, offset: number) => {
      const equals = Object.hasOwn(variables, expression)
        ? -1
        : expression.indexOf("=");
      const name = equals < 0 ? expression : expression.slice(0, equals);
      const variable = Object.hasOwn(variables, name)
        ? variables[name]
        : undefined;
      if (!variable) throw configError(`missing server variable ${name}`);
      const [value, defaultValue, allowed = []] = variable;
      if (value === undefined)
        return equals < 0 ? defaultValue : expression.slice(equals + 1);
      if (value === defaultValue || allowed.includes(value)) return value;
      const before = template.slice(0, offset);
      if (allowed.length > 0 || !patternAfter(before).test(value))
        throw configError(`invalid value for server variable ${name}`);
      return isScheme(before) || isAuthority(before)
        ? value
        : percentEncode(value);
    },
  );
}

/** What a value may be that follows this part of the URL. */
function patternAfter(before: string): RegExp {
  if (isScheme(before)) return /^https?$/;
  // A path segment, but no dot segment.
  if (!isAuthority(before)) return /^(?!\.{1,2}$)[^]+$/;
  return before.endsWith(":")
    ? /^\d{1,5}$/
    : /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i;
}
