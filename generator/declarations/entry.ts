/**
 * Where a package says that its types are: `exports` of package.json with the condition `types`,
 * `types`, `typings`, or beside its main file.
 */

/** Paths below the package, the likeliest first; they need not be there. */
export const typesEntries = (
  manifest: Readonly<Record<string, unknown>>,
): readonly string[] => {
  const { exports, types, typings, module, main } = manifest;
  return [
    ...new Set(
      [
        ...typesIn(rootOf(exports)),
        ...[types, typings].filter(isText),
        ...[...targetsIn(rootOf(exports)), module, main, "index.js"]
          .filter(isText)
          .flatMap(besideOf),
      ].map((path) => path.replace(/^\.?\/+/, "")),
    ),
  ];
};

/** Of the package itself: `.`, or all of it where there are no subpaths. */
const rootOf = (exports: unknown): unknown =>
  isRecord(exports) && Object.keys(exports).some((key) => key.startsWith("."))
    ? exports["."]
    : exports;

/** What is under `types`, in whatever conditions; those of `import` are what most callers have. */
const typesIn = (target: unknown): readonly string[] => {
  if (Array.isArray(target)) return target.flatMap(typesIn);
  if (!isRecord(target)) return [];
  const { types, import: imported, ...others } = target;
  return [
    ...typesIn(imported),
    ...(isText(types) ? [types] : targetsIn(types)),
    ...Object.values(others).flatMap(typesIn),
  ];
};

/** Every file that a target names. */
const targetsIn = (target: unknown): readonly string[] => {
  if (isText(target)) return [target];
  if (Array.isArray(target)) return target.flatMap(targetsIn);
  return isRecord(target) ? Object.values(target).flatMap(targetsIn) : [];
};

/** `index.d.ts` of `index.js`, `index.d.mts` of `index.mjs`. */
const besideOf = (path: string): readonly string[] => {
  const [, stem = path, letter = ""] =
    /^(.*?)(?:\.([cm]?)[jt]s)?$/s.exec(path) ?? [];
  return [`${stem}.d.${letter}ts`, `${stem}/index.d.ts`];
};

const isText = (value: unknown): value is string => typeof value === "string";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
