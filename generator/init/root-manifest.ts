/**
 * The `package.json` of the repository: what it says, and what `init` adds to it.
 */
import { parse } from "yaml";
import { isRecord, type JsonObject } from "../openapi/records.js";
import type { Surroundings } from "./surroundings.js";

/** Undefined where there is none that can be read. */
export const readManifest = ({
  read,
}: Pick<Surroundings, "read">): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(
      (read("package.json") ?? "").replace(/^\uFEFF/, ""),
    );
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** The globs of its workspaces, in either of npm's forms. */
export const workspacesOf = (
  manifest: JsonObject | undefined,
): readonly string[] => {
  const value = manifest?.["workspaces"];
  const globs = isRecord(value) ? value["packages"] : value;
  return stringsOf(globs);
};

const stringsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

export const pnpmFile = "pnpm-workspace.yaml";

/** The globs of pnpm's workspaces, which no manifest names; undefined where there is no such file. */
export const pnpmWorkspacesOf = ({
  read,
}: Pick<Surroundings, "read">): readonly string[] | undefined => {
  const text = read(pnpmFile);
  if (text === undefined) return undefined;
  try {
    const value: unknown = parse(text);
    const globs = isRecord(value) ? value["packages"] : undefined;
    return stringsOf(globs).filter((glob) => !glob.startsWith("!"));
  } catch {
    return [];
  }
};

/** True where one of the globs stands for the folder; what a glob may hold besides `*` is not looked at. */
export const isWorkspace = (
  globs: readonly string[],
  folder: string,
): boolean =>
  globs.some((glob) => {
    const form = glob
      .replace(/^\.\//, "")
      .replace(/\/+$/, "")
      .split("/")
      .map((segment) =>
        segment === "**"
          ? ".*"
          : segment
              .replace(/[\\^$.|?+()[\]{}]/g, "\\$&")
              .replaceAll("*", "[^/]*"),
      )
      .join("/");
    return new RegExp(`^${form}$`).test(folder);
  });

export interface ManifestAdditions {
  /** The folder of the package; undefined where it is the repository's root. */
  readonly workspace?: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

export interface EditedManifest {
  readonly text: string;
  /** Keys that another value stays in, with what would be there: `scripts.check: "sdkwright check"`. */
  readonly kept: readonly string[];
}

/**
 * The manifest with what is absent in it; what is there stays, and so do indentation, line ends and
 * the end of the file. Without a manifest, a new one.
 * @returns undefined when the text is no manifest
 */
export const addToManifest = (
  text: string | undefined,
  additions: ManifestAdditions,
): EditedManifest | undefined => {
  const manifest =
    text === undefined ? { private: true } : readManifest({ read: () => text });
  if (!manifest) return undefined;
  const kept: string[] = [];
  const result: JsonObject = { ...manifest };
  for (const field of ["scripts", "devDependencies"] as const) {
    const present = isRecord(manifest[field]) ? manifest[field] : {};
    const dependencies = manifest["dependencies"];
    const added = Object.entries(additions[field]).filter(([key, value]) => {
      const elsewhere =
        field === "devDependencies" &&
        isRecord(dependencies) &&
        Object.hasOwn(dependencies, key);
      if (!Object.hasOwn(present, key)) return !elsewhere;
      if (field === "scripts" && present[key] !== value)
        kept.push(`${field}.${key}: ${JSON.stringify(value)}`);
      return false;
    });
    if (added.length > 0)
      result[field] = { ...present, ...Object.fromEntries(added) };
  }
  const { workspace } = additions;
  const globs = workspacesOf(manifest);
  if (workspace !== undefined && !isWorkspace(globs, workspace)) {
    const list = [...globs, workspace];
    const before = manifest["workspaces"];
    result["workspaces"] = isRecord(before)
      ? { ...before, packages: list }
      : list;
  }
  return { text: printLike(text ?? "{\n  \n}\n", result), kept };
};

const printLike = (before: string, value: JsonObject): string => {
  const [, indent = "  "] = /^\s*\{\s*?\n([ \t]+)/.exec(before) ?? [];
  const end = before.includes("\r\n") ? "\r\n" : "\n";
  const text = JSON.stringify(value, undefined, indent).replaceAll("\n", end);
  const mark = before.startsWith("\uFEFF") ? "\uFEFF" : "";
  return mark + text + (before.endsWith("\n") ? end : "");
};
