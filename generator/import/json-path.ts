/**
 * JSONPath (RFC 9535) for the actions of an overlay.
 */
import { query, JSONPathError } from "json-p3";

/** `$.paths['/pets'].get` */
export const pathTo = (pointer: readonly string[]): string =>
  `$${pointer.map(segment).join("")}`;

/** A name as a segment of a path. */
export const segment = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name)
    ? `.${name}`
    : `['${name
        .replace(/['\\]/g, String.raw`\$&`)
        .replace(
          /[\u0000-\u001f]/g,
          (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
        )}']`;

/** The values that a path selects; undefined where it is none. */
export const select = (path: string, root: unknown): unknown[] | undefined => {
  try {
    return query(path, root as Parameters<typeof query>[1]).values();
  } catch (error) {
    if (error instanceof JSONPathError) return undefined;
    throw error;
  }
};

/** The path of the parent and the name in it; undefined where the last step is no name. */
export const splitLast = (
  path: string,
): { readonly parent: string; readonly name: string } | undefined => {
  const [, parent, dotted, quoted] =
    /^(\$.*?)(?:(?<!\.)\.([A-Za-z_][\w-]*)|\['([^'\\\]]+)'\])$/s.exec(path) ??
    [];
  const name = dotted ?? quoted;
  return parent === undefined || name === undefined
    ? undefined
    : { parent, name };
};
