/**
 * Where the repository is, what runs its checks, and what makes its releases.
 */
import type { Surroundings } from "./surroundings.js";
import { readManifest } from "./root-manifest.js";

export const ciChoices = ["github", "gitlab", "none"] as const;
export type Ci = (typeof ciChoices)[number];

export const releaseChoices = [
  "release-please",
  "changesets",
  "semantic-release",
  "none",
] as const;
export type ReleaseTool = (typeof releaseChoices)[number];

export interface RemoteRepository {
  /** `https://github.com/acme/sdk` */
  readonly url: string;
  readonly host: string;
  /** `acme/sdk` */
  readonly path: string;
}

/** Of `git@host:owner/name.git` and of URLs, whose credentials are left out. */
export const parseRepository = (
  remote: string,
): RemoteRepository | undefined => {
  const text = remote.trim().replace(/^git\+/, "");
  const [, scpHost, scpPath] =
    /^(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/\/)\/?(.+)$/.exec(text) ?? [];
  const url =
    scpHost !== undefined && scpPath !== undefined
      ? parseURL(`https://${scpHost}/${scpPath}`)
      : parseURL(text);
  if (!url || !/^(?:https?|ssh|git):$/.test(url.protocol)) return undefined;
  const path = url.pathname.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
  if (!/^[\w.~-]+(?:\/[\w.~-]+)+$/.test(path)) return undefined;
  const host = /^https?:$/.test(url.protocol) ? url.host : url.hostname;
  return { url: `https://${host}/${path}`, host, path };
};

const parseURL = (text: string): URL | undefined =>
  URL.canParse(text) ? new URL(text) : undefined;

export const findRepository = ({
  git,
}: Surroundings): RemoteRepository | undefined =>
  git?.remote === undefined ? undefined : parseRepository(git.remote);

/** Workflows stand at the root of a repository: below it there is no place for them. */
export const findCi = (
  { list, git }: Surroundings,
  repository: RemoteRepository | undefined,
): Ci => {
  if (git?.prefix) return "none";
  if (repository?.host === "github.com") return "github";
  if (repository && /(?:^|\.)gitlab\./.test(repository.host)) return "gitlab";
  const names = list(".");
  if (names.includes(".github/")) return "github";
  return names.includes(".gitlab-ci.yml") ? "gitlab" : "none";
};

const releaseConfigs: readonly (readonly [ReleaseTool, RegExp])[] = [
  ["changesets", /^\.changeset\/$/],
  [
    "release-please",
    /^(?:release-please-config|\.release-please-manifest)\.json$/,
  ],
  [
    "semantic-release",
    /^(?:\.releaserc(?:\.(?:json|ya?ml|[cm]?js|ts))?|release\.config\.(?:[cm]?js|ts))$/,
  ],
];

/** By its config, where there is one; else what needs no dependency, where it can run. */
export const findReleaseTool = (
  surroundings: Surroundings,
  ci: Ci,
): ReleaseTool => {
  const names = surroundings.list(".");
  const found = releaseConfigs.find(([, form]) =>
    names.some((name) => form.test(name)),
  );
  if (found) return found[0];
  if (readManifest(surroundings)?.["release"] !== undefined)
    return "semantic-release";
  return ci === "github" ? "release-please" : "none";
};
