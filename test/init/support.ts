/**
 * Surroundings and settings of `init` in memory.
 */
import type { Settings } from "../../generator/init/settings.js";
import type {
  GitFacts,
  Surroundings,
} from "../../generator/init/surroundings.js";

/** Files by path; a later one was written later. */
export const surroundingsOf = (
  files: Readonly<Record<string, string>> = {},
  git?: Partial<GitFacts>,
): Surroundings => {
  const paths = Object.keys(files);
  return {
    cwd: "/nowhere",
    read: (path) => files[path],
    list: (folder) => {
      const start = folder === "." ? "" : `${folder}/`;
      const names = paths
        .filter((path) => path.startsWith(start))
        .map((path) => path.slice(start.length).replace(/\/.*/s, "/"));
      return [...new Set(names)].sort();
    },
    changedAt: (path) => paths.indexOf(path),
    ...(git && {
      git: { prefix: "", branch: "main", isIgnored: () => false, ...git },
    }),
  };
};

export const settingsOf = (changes: Partial<Settings> = {}): Settings => ({
  document: "openapi.yaml",
  folder: "sdk",
  name: "@acme/sdk",
  clientName: "Acme",
  license: "MIT",
  repository: {
    url: "https://github.com/acme/acme-typescript",
    host: "github.com",
    path: "acme/acme-typescript",
  },
  prefix: "",
  branch: "main",
  ci: "github",
  releases: "release-please",
  packageManager: "npm",
  title: "Acme",
  version: "0.1.0",
  ...changes,
});
