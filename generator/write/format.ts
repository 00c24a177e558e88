/**
 * Puts files into the form that `prettier --check` accepts, under its defaults.
 *
 * The standalone build is used with the plugins that a file needs: it starts in a fraction of the
 * time, and reads neither config files nor ignore files of the machine it runs on.
 */
import type { Plugin } from "prettier";
import type {
  OutputFile,
  SimilarFile,
  TextFile,
  TypeScriptFile,
} from "../sdk/output.js";
import { formatCodeBlocks } from "./code-blocks.js";

/** @throws when the code does not parse: what we made is wrong, and must not be written */
export const formatFile = async (file: OutputFile): Promise<string> => {
  switch (file.kind) {
    case "typescript":
      return (await typeScriptFormatter())(file);
    case "similar":
      return formatSimilar(file, formatFile);
    case "source":
      return formatWithPrettier(file);
    case "regions":
      return file.isFormatted
        ? formatCodeBlocks(file.text, formatWithPrettier)
        : formatWithPrettier(file);
    case "manifest":
      return JSON.stringify(file.fields, undefined, 2) + "\n";
    case "verbatim":
    case "scaffold":
      return file.text;
  }
};

/** @param format formats the imports of both files, and the original */
export const formatSimilar = async (
  { path, imports, original }: SimilarFile,
  format: (file: TypeScriptFile) => Promise<string>,
): Promise<string> => {
  const originalImports = original.statements.slice(0, imports.length);
  const [ownImports, importsBefore, whole] = await Promise.all([
    format({ kind: "typescript", path, statements: imports }),
    format({ ...original, statements: originalImports }),
    format(original),
  ]);
  if (!whole.startsWith(importsBefore))
    throw new Error(`${original.path} does not begin with its imports`);
  return ownImports + whole.slice(importsBefore.length);
};

type TypeScriptFormatter = (file: TypeScriptFile) => string | Promise<string>;
let loaded: Promise<TypeScriptFormatter> | undefined;

/** Loads what most files need, so that the first of them does not wait for it. */
export const prepareFormat = async (): Promise<void> => {
  await typeScriptFormatter();
};

const typeScriptFormatter = (): Promise<TypeScriptFormatter> =>
  (loaded ??= loadTypeScriptFormatter());

const loadTypeScriptFormatter = async (): Promise<TypeScriptFormatter> => {
  const { openPrinter } = await import("./print.js");
  const { layOut } = await import("./layout/layout.js");
  const print = openPrinter();
  return (file) => {
    const printed = print(file);
    const { path } = file;
    return layOut(printed) ?? formatWithPrettier({ path, text: printed.text });
  };
};

/** Decides the form; tests compare the layout with it. */
export const formatWithPrettier = async (
  file: Pick<TextFile, "path" | "text">,
): Promise<string> => {
  const names = pluginsFor(file);
  if (names === undefined) return file.text;
  const [{ format }, ...plugins] = await Promise.all([
    import("prettier/standalone"),
    ...names.map(loadPlugin),
  ]);
  try {
    return await format(file.text, { filepath: file.path, plugins });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the generated ${file.path} does not parse: ${reason}`, {
      cause: error,
    });
  }
};

const loaders = {
  angular: () => import("prettier/plugins/angular"),
  babel: () => import("prettier/plugins/babel"),
  estree: () => import("prettier/plugins/estree"),
  flow: () => import("prettier/plugins/flow"),
  glimmer: () => import("prettier/plugins/glimmer"),
  graphql: () => import("prettier/plugins/graphql"),
  html: () => import("prettier/plugins/html"),
  markdown: () => import("prettier/plugins/markdown"),
  postcss: () => import("prettier/plugins/postcss"),
  typescript: () => import("prettier/plugins/typescript"),
  yaml: () => import("prettier/plugins/yaml"),
};

type PluginName = keyof typeof loaders;

const loadPlugin = async (name: PluginName): Promise<Plugin> =>
  (await loaders[name]()) as Plugin;

/** Undefined for files that prettier does not know, such as `LICENSE`. */
const pluginsFor = ({
  path,
  text,
}: Pick<TextFile, "path" | "text">): readonly PluginName[] | undefined => {
  switch (/\.(\w+)$/.exec(path)?.[1]) {
    case "ts":
    case "mts":
    case "cts":
      return ["typescript", "estree"];
    case "js":
    case "mjs":
    case "cjs":
    case "json":
      return ["babel", "estree"];
    case "yaml":
    case "yml":
      return ["yaml"];
    case "md":
      return markdownPlugins(text);
    default:
      return undefined;
  }
};

/** Enough for most code blocks; prettier leaves those of a language that it does not know alone. */
const common: readonly PluginName[] = [
  "markdown",
  "babel",
  "estree",
  "typescript",
  "yaml",
];
const commonLanguages =
  /^(?:[cm]?[jt]sx?|javascript|typescript|json[5c]?|yaml|yml|md|markdown|sh|bash|console|shell|http|text|txt|curl)$/i;

const markdownPlugins = (text: string): readonly PluginName[] => {
  // What follows on the line: behind the end of a block there is nothing.
  const fences = text.matchAll(/(?:`{3,}|~{3,})[^\S\n]*([^\s`{]+)/g);
  return [...fences].every(([, language = ""]) =>
    commonLanguages.test(language),
  )
    ? common
    : (Object.keys(loaders) as PluginName[]);
};
