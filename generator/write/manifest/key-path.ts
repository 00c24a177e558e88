/**
 * The path of a key in `package.json` as it stands in the lock: `engines.node`, `exports["."].import`.
 */

export type KeyPath = readonly string[];

const bare = /^[\p{ID_Continue}$@/:-]+$/u;

export const printKeyPath = (path: KeyPath): string =>
  path
    .map((key) => (bare.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`))
    .join("")
    .replace(/^\./, "");

const step = /\.?([\p{ID_Continue}$@/:-]+)|\[("(?:[^"\\]|\\.)*")\]/uy;

/** Undefined if the text is no such path. */
export const keyPath = (text: string): KeyPath | undefined => {
  const path: string[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < text.length) {
    const match = step.exec(text);
    if (!match) return undefined;
    const [, name, json] = match;
    try {
      path.push(name ?? String(JSON.parse(json ?? '""')));
    } catch {
      return undefined;
    }
  }
  return path;
};
