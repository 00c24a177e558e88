/**
 * What the code of a config imports. Node does not tell which modules it has loaded, so the files are
 * asked: a name in a comment counts too, if there is such a file, which does no harm.
 */
import { readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** `from "./x"`, `import "./x"`, `import("./x")`, `require("./x")` */
const specifiers =
  /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(["'`])(\.{1,2}\/[^"'`\n]+)\1/g;

const extensions = ["ts", "mts", "cts", "js", "mjs", "cjs", "json"];

/** TypeScript calls its modules as they are called once compiled. */
const sourceOf: Readonly<Record<string, string>> = {
  ".js": ".ts",
  ".mjs": ".mts",
  ".cjs": ".cts",
};

/**
 * The files themselves, and all that they import from files beside them, directly or not. Packages do
 * not count.
 */
export const withImported = (files: Iterable<string>): ReadonlySet<string> => {
  const found = new Set(files);
  // A set gives what is added to it while it is walked.
  for (const file of found)
    for (const specifier of specifiersIn(file)) {
      const path = resolved(resolve(dirname(file), specifier));
      if (path !== undefined) found.add(path);
    }
  return found;
};

const specifiersIn = (file: string): readonly string[] => {
  if (file.endsWith(".json")) return [];
  try {
    const text = readFileSync(file, "utf8");
    return [...text.matchAll(specifiers)].map(([, , path = ""]) => path);
  } catch {
    return [];
  }
};

const resolved = (path: string): string | undefined => {
  const [ending = ""] = /\.[cm]?js$/.exec(path) ?? [];
  const source = sourceOf[ending];
  return [
    path,
    ...(source === undefined ? [] : [path.slice(0, -ending.length) + source]),
    ...extensions.map((extension) => `${path}.${extension}`),
    ...extensions.map((extension) => join(path, `index.${extension}`)),
  ].find(isFile);
};

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true;
