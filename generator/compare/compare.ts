/**
 * `sdkwright compare`: whether the calls of a published package's callers compile with ours.
 *
 * Our side is the package on disk, not the one that a run would make in memory: callers get what the
 * owner has added and changed too. Whoever calls this has checked that the directory is what
 * `generate` writes.
 */
import { existsSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, resolve, sep } from "node:path";
import { findTargets, type TargetSelection } from "../config/targets.js";
import type { Target } from "../config/targets.js";
import { UsageError } from "../config/usage-error.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { displayPath } from "../diagnostics/paths.js";
import { withFrames } from "../diagnostics/printer.js";
import { compareClients, type ComparedMethod } from "./comparison.js";
import { openProject, type ComparisonProject } from "./comparison-project.js";
import { openPublished, type PublishedPackage } from "./published-package.js";
import { countCalls, resourcesOfMethods, type CallReport } from "./report.js";

export interface ComparedPackage {
  /** A folder, `@acme/sdk` or `@acme/sdk@1.4.0`. */
  readonly published: string;
  /** Percent of the methods whose calls have to compile. */
  readonly atLeast?: number;
}

/** @throws UsageError when the options do not say which packages */
export const comparePublished = async (
  { published: source, atLeast = 0 }: ComparedPackage,
  selection: TargetSelection,
): Promise<CallReport> => {
  const diagnostics = new Diagnostics();
  const target = chooseTarget(
    await findTargets(selection, diagnostics),
    source,
  );
  const cwd = resolve(selection.cwd ?? ".");
  const published =
    target && !diagnostics.hasErrors
      ? openPublished(source, cwd, diagnostics)
      : undefined;
  let methods: readonly ComparedMethod[] = [];
  try {
    if (target && published)
      methods = await compareWith(target, published, diagnostics);
  } finally {
    published?.close();
  }
  const counts = countCalls(methods);
  const isEnough = counts.compiling * 100 >= atLeast * counts.methods;
  return {
    formatVersion: 1,
    ok: !diagnostics.hasErrors && isEnough,
    published: {
      source,
      name: published?.name ?? null,
      version: published?.version ?? null,
    },
    output: target ? displayPath(target.output) : null,
    counts,
    resources: resourcesOfMethods(methods),
    diagnostics: withFrames(diagnostics),
  };
};

/** Of several SDKs the one that is to replace the package. */
const chooseTarget = (
  targets: readonly Target[],
  source: string,
): Target | undefined => {
  if (targets.length < 2) return targets[0];
  const name = source.replace(/(?!^)@.*$/, "");
  const named = targets.filter(({ config }) => config.package?.name === name);
  if (named.length === 1) return named[0];
  throw new UsageError(
    "the config has several SDKs: say with `--only NAME` which one is meant",
  );
};

const compareWith = async (
  { output }: Target,
  { source, entry, directory }: PublishedPackage,
  diagnostics: Diagnostics,
): Promise<readonly ComparedMethod[]> => {
  const ours = join(output, "src", "index.ts");
  if (!existsSync(ours)) {
    diagnostics.report("published-without-client", {
      package: displayPath(output),
    });
    return [];
  }
  const project = await openProject({
    published: entry,
    ours,
    folder: directory,
  });
  if ("lacksClient" in project) {
    const lacking =
      project.lacksClient === "ours" ? displayPath(output) : source;
    diagnostics.report("published-without-client", { package: lacking });
    return [];
  }
  const isOwn = (path: string): boolean =>
    path.startsWith(`${directory.replaceAll(sep, "/")}/`);
  const methods = compareClients(project, isOwn);
  if (methods.length === 0)
    diagnostics.report("published-without-calls", { package: source });
  const absent = absentImports(project, isOwn);
  if (absent.length > 0)
    diagnostics.report("published-imports", {
      package: source,
      imports: absent.join(", "),
    });
  return methods;
};

/** Packages that the types of the published one need, and that are not there; Node's own are not counted. */
const absentImports = (
  { project }: ComparisonProject,
  isOwn: (path: string) => boolean,
): readonly string[] => {
  project.resolveSourceFileDependencies();
  const absent = project
    .getSourceFiles()
    .filter((file) => isOwn(file.getFilePath()))
    .flatMap((file) => file.getImportDeclarations())
    .filter((one) => !one.getModuleSpecifierSourceFile())
    .map((one) => one.getModuleSpecifierValue())
    .filter(
      (name) =>
        !/^(?:\.|node:)/.test(name) &&
        !builtinModules.includes(name.split("/")[0] ?? ""),
    );
  return [...new Set(absent)].sort();
};
