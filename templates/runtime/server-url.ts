/** Servers whose URL has variables. */
import { configError } from "./errors.js";
import { percentEncode } from "./text.js";

/** A variable of a server's URL: what the caller gave, and what the API's document says. */
export type ServerVariable = readonly [
  value: string | undefined,
  defaultValue: string,
  allowed?: readonly string[],
];

/**
 * The URL of a server with its variables filled in, each `{name}`, or `{name=default}` where this
 * server has a default of its own. What a caller gives cannot lead to another host: in the host it
 * is one label, in the path one segment.
 */
export function expandServerURL(
  template: string,
  variables: Readonly<Record<string, ServerVariable>>,
): string {
  return template.replace(
    /\{([^{}]+)\}/g,
    (_, text: string, offset: number) => {
      const cut = Object.hasOwn(variables, text) ? -1 : text.indexOf("=");
      const name = cut < 0 ? text : text.slice(0, cut);
      const variable = Object.hasOwn(variables, name)
        ? variables[name]
        : undefined;
      if (!variable) throw configError(`missing server variable ${name}`);
      const [value, usual, allowed = []] = variable;
      if (value === undefined) return cut < 0 ? usual : text.slice(cut + 1);
      if (value === usual || allowed.includes(value)) return value;
      const before = template.slice(0, offset);
      const [, host] = /:\/\/([^/]*)$/.exec(before) ?? [];
      const pattern = !before.includes("://")
        ? /^https?$/
        : host === undefined
          ? /^(?!\.{1,2}$)[^]+$/
          : host.endsWith(":")
            ? /^\d{1,5}$/
            : /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i;
      if (allowed.length > 0 || !pattern.test(value))
        throw configError(`invalid value for server variable ${name}`);
      return host === undefined && before.includes("://")
        ? percentEncode(value)
        : value;
    },
  );
}
