/**
 * A side of the past: the documents of a revision of Git, read from there and never checked out.
 */
import { dirname, join, relative, resolve, sep } from "node:path";
import { filesOf, pastTarget } from "../config/past-target.js";
import type { Target } from "../config/targets.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { displayPath } from "../diagnostics/paths.js";
import { Git } from "../write/edits/git.js";
import { takeSnapshot, type Snapshot } from "../write/edits/snapshot.js";
import { packageOf, packageOnDisk } from "./package-surface.js";
import type { SdkBuilder, SideRequest } from "./sdk-builder.js";
import { nearestDirectory, type RevisionSide } from "./side.js";

export interface PastBuild {
  readonly built: NonNullable<Awaited<ReturnType<SdkBuilder["build"]>>>;
  readonly version?: string;
  /** The old names that its lock had. */
  readonly aliases?: ReadonlyMap<string, string>;
  readonly fileOf: (file: string) => string;
  readonly close: () => void;
}

/** Undefined where it cannot be read, which is reported. */
export const pastBuild = async (
  { revision, path }: RevisionSide,
  { target, builder, names }: SideRequest,
  diagnostics: Diagnostics,
): Promise<PastBuild | undefined> => {
  const start = path ?? target.configFile ?? target.output;
  const git = Git.open(nearestDirectory(start));
  const commit = git?.resolve(revision);
  if (!git || commit === undefined) {
    diagnostics.report("side-revision", { revision });
    return undefined;
  }
  if (path !== undefined && git.read(commit, below(git, path)) === undefined) {
    const file = below(git, path);
    diagnostics.report("side-missing", { file, revision });
    return undefined;
  }
  const files = path === undefined ? filesOf(target) : [path];
  const snapshot = files && takeSnapshot({ git, commit, files }, diagnostics);
  const past = snapshot && (await targetIn(snapshot, target, path));
  if (!snapshot || !past) {
    snapshot?.remove();
    if (!diagnostics.hasErrors) diagnostics.report("side-config", { revision });
    return undefined;
  }
  const found = releasedThen({ git, commit, target });
  const built = await builder.build(
    past,
    names ?? found.names ?? new Map<string, string>(),
    diagnostics,
  );
  if (!built || diagnostics.hasErrors) {
    snapshot.remove();
    return undefined;
  }
  return {
    built,
    ...(found.version !== undefined && { version: found.version }),
    ...(found.aliases && { aliases: found.aliases }),
    fileOf: (file) => fileIn(file, snapshot, git),
    close: snapshot.remove,
  };
};

/** The config as it was then, or with one document in place of its own. */
const targetIn = async (
  snapshot: Snapshot,
  target: Target,
  path: string | undefined,
): Promise<Target | undefined> => {
  if (path === undefined) return pastTarget(target, snapshot.at);
  const document = snapshot.at(path);
  return document === undefined ? undefined : { ...target, inputs: [document] };
};

/** The names and the version that callers had; of a package that is not in Git, those of today. */
const releasedThen = ({
  git,
  commit,
  target: { config, output },
}: {
  readonly git: Git;
  readonly commit: string;
  readonly target: Target;
}): Pick<ReturnType<typeof packageOf>, "names" | "aliases" | "version"> => {
  if (config.output === "") return {};
  const folder = below(git, output);
  const read = (name: string): string | undefined =>
    git
      .read(commit, folder === "" ? name : `${folder}/${name}`)
      ?.toString("utf8");
  const then = packageOf(read, output);
  return then.version === undefined ? packageOnDisk(output, output) : then;
};

/** From the root of the repository. */
const below = ({ root }: Git, path: string): string =>
  relative(root, path).replaceAll(sep, "/");

/** The file of the repository that was copied into the snapshot. */
const fileIn = (file: string, snapshot: Snapshot, { root }: Git): string => {
  const copy = snapshot.at(join(root, "any"));
  if (copy === undefined) return file;
  const path = relative(dirname(copy), resolve(file));
  return path.startsWith("..") ? file : displayPath(join(root, path));
};
