/**
 * The file with a package's declarations, by its `package.json`: as TypeScript looks for it, `exports`
 * before `types`, and `index.d.ts` where neither says anything.
 */

/** What callers import, before what they `require`. */
const conditions = ["types", "import", "node", "default", "require"];

/**
 * @param hasFile of a path below the package
 * @returns a path below the package; undefined where there are no declarations
 */
export const declarationEntry = (
  manifest: Readonly<Record<string, unknown>>,
  hasFile: (path: string) => boolean,
): string | undefined => {
  const { exports, types, typings, main } = manifest;
  const root =
    isRecord(exports) && Object.hasOwn(exports, ".") ? exports["."] : exports;
  return [...filesOf(root), ...[types, typings, main, "index"].filter(isText)]
    .flatMap(declarationsFor)
    .find(hasFile);
};

/** The files of an export, those of the first conditions first. */
const filesOf = (target: unknown): readonly string[] => {
  if (isText(target)) return [target];
  if (Array.isArray(target)) return target.flatMap(filesOf);
  if (!isRecord(target)) return [];
  return conditions.flatMap((condition) =>
    Object.hasOwn(target, condition) ? filesOf(target[condition]) : [],
  );
};

/** `./index.mjs` is declared in `./index.d.mts`. No path leads out of the package. */
const declarationsFor = (file: string): readonly string[] => {
  const path = file.replace(/^\.\//, "");
  if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]/.test(path)) return [];
  if (/\.[cm]?ts$/.test(path)) return [path];
  const [, stem = path, kind = ""] = /^(.*)\.([cm]?)js$/.exec(path) ?? [];
  return [`${stem}.d.${kind}ts`, `${stem}.d.ts`, `${stem}/index.d.ts`];
};

const isText = (value: unknown): value is string => typeof value === "string";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
