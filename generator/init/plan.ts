/**
 * Every file that `init` writes, as data. What exists is the owner's: only the manifest is added to,
 * for the others there are lines to add.
 */
import { configText } from "./config-file.js";
import { contributing, security } from "./pages.js";
import { releasePackages } from "./pins.js";
import { releaseFiles } from "./release-files.js";
import {
  addToManifest,
  isWorkspace,
  pnpmFile,
  pnpmWorkspacesOf,
} from "./root-manifest.js";
import { isAtRoot, type InitFile, type Settings } from "./settings.js";
import type { Surroundings } from "./surroundings.js";
import { isUrl } from "../diagnostics/paths.js";
import { checkWorkflow } from "./workflows/check.js";
import { commentWorkflow } from "./workflows/comment.js";
import { dependabot } from "./workflows/dependabot.js";
import { gitlabPipeline } from "./workflows/gitlab.js";
import { regenerateWorkflow } from "./workflows/regenerate.js";
import { releaseWorkflow } from "./workflows/release.js";

export type EntryState = "written" | "added-to" | "kept";

export interface PlanEntry extends InitFile {
  readonly state: EntryState;
}

/** @param hasConfig whether a config is there, under whatever name */
export const planFiles = (
  settings: Settings,
  surroundings: Surroundings,
  hasConfig: boolean,
): readonly PlanEntry[] =>
  [
    ...(hasConfig
      ? []
      : [{ path: "sdkwright.config.ts", text: configText(settings) }]),
    manifest(settings, surroundings),
    ...pnpmWorkspace(settings, surroundings),
    ...gitFiles(settings, surroundings),
    ...ciFiles(settings, surroundings),
    ...(settings.ci === "gitlab" ? [] : releaseFiles(settings)),
    { path: "CONTRIBUTING.md", text: contributing(settings) },
    { path: "SECURITY.md", text: security(settings) },
  ].map((file) => entryOf(file, surroundings));

const entryOf = (file: InitFile, { read }: Surroundings): PlanEntry => {
  const now = read(file.path);
  if (now === undefined) {
    const { path, text, notes } = file;
    return { path, text, ...(notes && { notes }), state: "written" };
  }
  const { lines, ...others } = file;
  if (file.isEdited)
    return { ...others, state: now === file.text ? "kept" : "added-to" };
  const isThere = lines === undefined || hasLines(now, lines);
  return { ...others, ...(!isThere && { lines }), state: "kept" };
};

/** True where every line is somewhere in the text, whatever its indentation. */
const hasLines = (text: string, lines: string): boolean => {
  const there = new Set(text.split("\n").map((line) => bare(line)));
  return lines.split("\n").every((line) => there.has(bare(line)));
};

const bare = (line: string): string => line.trim().replace(/,$/, "");

const manifest = (settings: Settings, { read }: Surroundings): InitFile => {
  const isWorkspaceHere =
    !isAtRoot(settings) && settings.packageManager !== "pnpm";
  const additions = {
    ...(isWorkspaceHere && { workspace: settings.folder }),
    scripts: { generate: "sdkwright generate", check: "sdkwright check" },
    devDependencies: {
      ...releasePackages[settings.ci === "gitlab" ? "none" : settings.releases],
      sdkwright: settings.version,
    },
  };
  const path = "package.json";
  const before = read(path);
  const edited = addToManifest(before, additions);
  if (!edited)
    return {
      path,
      text: "",
      lines: JSON.stringify(
        {
          ...(isWorkspaceHere && { workspaces: [settings.folder] }),
          scripts: additions.scripts,
          devDependencies: additions.devDependencies,
        },
        undefined,
        2,
      ),
    };
  return {
    path,
    text: edited.text,
    isEdited: true,
    ...(edited.kept.length > 0 && { notes: edited.kept }),
  };
};

/** pnpm looks for its workspaces in a file of its own, and warns of those in a manifest. */
const pnpmWorkspace = (
  settings: Settings,
  surroundings: Surroundings,
): readonly InitFile[] => {
  const { folder, packageManager } = settings;
  const globs =
    pnpmWorkspacesOf(surroundings) ??
    (packageManager === "pnpm" ? [] : undefined);
  if (!globs || isAtRoot(settings) || isWorkspace(globs, folder)) return [];
  const line = `  - ${JSON.stringify(folder)}`;
  return [
    {
      path: pnpmFile,
      text: `packages:\n${line}\n`,
      lines: globs.length > 0 ? line : `packages:\n${line}`,
    },
  ];
};

const gitFiles = (
  settings: Settings,
  { git }: Surroundings,
): readonly InitFile[] => {
  if (!git) return [];
  const below = (path: string): string =>
    isAtRoot(settings) ? path : `${settings.folder}/${path}`;
  const attributes = `${below("sdkwright.lock")} merge=union
${below("src/**")} linguist-generated
${below("src/lib/**")} -linguist-generated
`;
  return [
    ...gitignore(settings, git),
    {
      path: ".gitattributes",
      text: attributes,
      lines: attributes.trimEnd(),
    },
  ];
};

/** What npm installs, and what the build of a package at the root makes, is nobody's commit. */
const gitignore = (
  settings: Settings,
  git: NonNullable<Surroundings["git"]>,
): readonly InitFile[] => {
  const folders = [
    "node_modules/",
    ...(isAtRoot(settings) ? ["dist/"] : []),
  ].filter((folder) => !git.isIgnored(`${folder}any`));
  const lines = folders.join("\n");
  return folders.length === 0
    ? []
    : [{ path: ".gitignore", text: `${lines}\n`, lines }];
};

const ciFiles = (
  settings: Settings,
  surroundings: Surroundings,
): readonly InitFile[] => {
  switch (settings.ci) {
    case "none":
      return [];
    case "gitlab": {
      const text = gitlabPipeline(settings);
      return [{ path: ".gitlab-ci.yml", text, lines: text.trimEnd() }];
    }
    case "github":
      return [
        ...(
          [
            ["check", checkWorkflow],
            ...(isUrl(settings.document)
              ? []
              : [["comment", commentWorkflow] as const]),
            ["regenerate", regenerateWorkflow],
            ["release", releaseWorkflow],
          ] as const
        ).map(([name, workflow]) => ({
          path: `.github/workflows/sdk-${name}.yml`,
          text: workflow(settings),
        })),
        ...dependabotFile(surroundings),
      ];
  }
};

const renovateConfigs = [
  "renovate.json",
  "renovate.json5",
  ".renovaterc",
  ".renovaterc.json",
  ".github/renovate.json",
  ".github/renovate.json5",
];

/** Renovate updates actions as well. */
const dependabotFile = ({ read }: Surroundings): readonly InitFile[] => {
  if (renovateConfigs.some((path) => read(path) !== undefined)) return [];
  const path = ".github/dependabot.yml";
  if ((read(path) ?? "").includes("github-actions")) return [];
  if (read(".github/dependabot.yaml") !== undefined) return [];
  const text = dependabot();
  return [
    { path, text, lines: text.replace(/^[\s\S]*?(?=^ *- )/m, "").trimEnd() },
  ];
};
