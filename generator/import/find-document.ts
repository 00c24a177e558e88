/**
 * The document that belongs to a config: the one that was named, that of `workspace.json`, or the only one
 * beside the config.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parse } from "yaml";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { isUrl } from "../diagnostics/paths.js";
import { isRecord, recordOrEmpty } from "../openapi/records.js";

/** What `workspace.json` says. */
export interface Workspace {
  /** Relative to the working directory. */
  readonly spec?: string;
  readonly output?: string;
}

/** Files of workspaces, from the directory of a config. */
const workspaces = [
  "workspace.json",
  "stainless-workspace.json",
  ".stainless/workspace.json",
  "stainless/workspace.json",
];

/** @param config absolute */
export const readWorkspace = (config: string, cwd: string): Workspace => {
  const folder = dirname(config);
  for (const name of workspaces) {
    const file = join(folder, name);
    const text = textOf(file);
    if (text === undefined) continue;
    const { openapi_spec: spec, output_path: output, targets } = dataOf(text);
    const target = recordOrEmpty(
      recordOrEmpty(targets)["typescript"] ?? recordOrEmpty(targets)["node"],
    );
    const below = (path: unknown): string | undefined =>
      typeof path === "string"
        ? [dirname(file), folder, dirname(folder)]
            .map((base) => resolve(base, path))
            .find((one) => existsSync(one))
        : undefined;
    const found = below(spec);
    const made = target["output_path"] ?? output;
    return {
      ...(found !== undefined && { spec: shown(found, cwd) }),
      ...(typeof made === "string" && {
        output: shown(resolve(dirname(file), made), cwd),
      }),
    };
  }
  return {};
};

/** The beginning of a document, in YAML or JSON. */
const firstField = /(?:^|[{,\s])["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]/;

/**
 * @param config absolute
 * @returns a path relative to the working directory, or a URL; undefined where something was reported
 */
export const findDocument = (
  config: string,
  {
    cwd,
    spec,
    workspace,
  }: {
    readonly cwd: string;
    readonly spec: string | undefined;
    readonly workspace: Workspace;
  },
  diagnostics: Diagnostics,
): string | undefined => {
  if (spec !== undefined) return spec;
  if (workspace.spec !== undefined) return workspace.spec;
  const folder = dirname(config);
  const file = shown(config, cwd);
  const folders =
    folder === cwd ||
    !/^\.?stainless$|^fern$|^\.speakeasy$/.test(
      relative(dirname(folder), folder),
    )
      ? [folder]
      : [folder, dirname(folder)];
  for (const one of folders) {
    const found = documentsIn(one, config).map((path) => shown(path, cwd));
    const [first, second] = found;
    if (first !== undefined && second === undefined) return first;
    if (first !== undefined) {
      const details = { file, first, found: found.join(", ") };
      diagnostics.report("import-documents", details);
      return undefined;
    }
  }
  diagnostics.report("import-no-document", { file });
  return undefined;
};

const documentsIn = (folder: string, config: string): readonly string[] =>
  namesIn(folder)
    .filter((name) => /\.(?:ya?ml|json)$/i.test(name))
    .map((name) => join(folder, name))
    .filter((path) => path !== config)
    .filter((path) => firstField.test(textOf(path)?.slice(0, 4096) ?? ""));

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
};

/** Relative to the working directory, with `/`. */
export const shown = (path: string, cwd: string): string =>
  isUrl(path) ? path : relative(cwd, path).split(sep).join("/") || ".";

/** Undefined where there is no file that could be read. */
export const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
};

/** The fields of JSON or YAML; none where it is neither. */
const dataOf = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
};
