/**
 * Compares what was generated with what is on disk, file by file; nothing is written yet.
 *
 * `apply-plan.ts` carries a plan out; `drift.ts` says what it means.
 */
import type { Output, OutputFile, TextFile } from "../../sdk/output.js";
import type { CachedFile, Pending } from "../cache.js";
import { withLF, withLineEndsOf } from "../edits/merge-text.js";
import { printLock, type Lock } from "../lock/lock.js";
import { isPackagePath, lockName } from "../package-path.js";
import type { FileContext } from "./context.js";
import { planGenerated } from "./generated-file.js";
import type {
  FilePlan,
  PlannedFile,
  OwnerRemark,
  SharedFileProblem,
} from "./planned-file.js";
import { planRemovals } from "./removals.js";
import {
  planManifest,
  planRegions,
  type ManifestPlan,
  type RegionsPlan,
} from "./shared-files.js";

export interface Plan {
  /** Sorted by path; the lock file last. */
  readonly files: readonly PlannedFile[];
  readonly lock: Lock;
  readonly cached: ReadonlyMap<string, CachedFile>;
  /** Generated files that are to be written. */
  readonly pending: readonly Pending[];
  /** Lines of the owner's in generated files, by path. */
  readonly edits: ReadonlyMap<string, number>;
  /** How many files had conflict markers, and are regenerated. */
  readonly healed: number;
  /** True if a file is written with conflict markers in it, for its owner to solve. */
  readonly hasMarked: boolean;
  readonly remarks: readonly OwnerRemark[];
  readonly problems: readonly SharedFileProblem[];
}

export interface PlanInput extends FileContext {
  readonly output: Output;
  /** This sdkwright, as the lock names it. */
  readonly version: string;
}

type AnyPlan = FilePlan & Partial<ManifestPlan> & Partial<RegionsPlan>;

export const planWrite = async (input: PlanInput): Promise<Plan> => {
  const { output, lock, isKept } = input;
  const checkPath = pathChecker();
  const started = new Map<string, Promise<AnyPlan>>();
  const plans: AnyPlan[] = [];
  const paths = new Set<string>();
  const once = new Set<string>();
  const kept = new Set<string>();
  try {
    for (const file of output.files) {
      const { path } = file;
      checkPath(path);
      if (file.kind === "scaffold") once.add(path);
      else paths.add(path);
      if (isKept(path)) kept.add(path);
      else if (file.kind === "scaffold")
        plans.push(...planScaffold(file, input));
      else started.set(path, planFile(file, input));
      // What needs no formatting is staged here, in a microtask: its text need not be held any
      // longer. What comes from a thread has to wait for the end of this loop.
      await Promise.resolve();
    }
  } finally {
    // Whatever went wrong, nothing goes on when this has ended.
    await Promise.allSettled(started.values());
  }
  for (const plan of started.values()) plans.push(await plan);
  plans.push(...(await planRemovals(new Set([...paths, ...once]), input)));
  const unknown = unknownRequests(input, {
    paths,
    regions: new Set(plans.flatMap(({ regions = [] }) => regions)),
  });
  const manifest = plans.find((plan) => plan.manifest)?.manifest;
  const pagesOf = (field: "regions" | "ownRegions") => [
    ...plans.flatMap((plan) => plan[field] ?? []),
    ...[...(lock?.[field] ?? [])].filter((region) =>
      kept.has(region.replace(/#[^#]*$/, "")),
    ),
  ];
  const newLock: Lock = {
    version: input.version,
    files: new Set([...lockedFiles(plans, paths), ...keptBefore(input)]),
    once: new Set(
      [...once, ...(lock?.once ?? [])].filter((path) => !paths.has(path)),
    ),
    names: output.names,
    aliases: output.aliases ?? new Map(),
    manifest: manifest ?? lock?.manifest ?? new Map(),
    regions: new Set(pagesOf("regions")),
    ownRegions: new Set(pagesOf("ownRegions")),
  };
  const files = plans.flatMap(({ file, base }) =>
    base ? [file, base] : [file],
  );
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  files.push(planLock(newLock, input));
  return {
    files,
    lock: newLock,
    cached: cachedOf(plans),
    pending: plans.flatMap(pendingOf),
    edits: new Map(
      plans.flatMap(({ file, lines }) =>
        lines === undefined ? [] : [[file.path, lines] as const],
      ),
    ),
    healed: plans.filter(({ isHealed }) => isHealed).length,
    hasMarked: plans.some(({ isMarked }) => isMarked),
    remarks: plans.flatMap(({ remarks = [] }) => remarks),
    problems: [...unknown, ...plans.flatMap(({ problems = [] }) => problems)],
  };
};

/** What is to be reset and is not generated, or what its owner keeps from us. */
const unknownRequests = (
  { requests, isKept }: FileContext,
  generated: Record<"paths" | "regions", ReadonlySet<string>>,
): readonly SharedFileProblem[] =>
  [...requests.reset].flatMap((request): SharedFileProblem | [] => {
    const path = request.replace(/#[^#]*$/, "");
    const unknown = { code: "reset-unknown", details: {} } as const;
    if (!generated.paths.has(path)) return { ...unknown, path };
    if (isKept(path)) return { code: "reset-kept", path, details: {} };
    return path === request || generated.regions.has(request)
      ? []
      : { ...unknown, path: request };
  });

const planFile = (file: OutputFile, context: FileContext): Promise<AnyPlan> => {
  switch (file.kind) {
    case "manifest":
      return planManifest(file, context);
    case "regions":
      return planRegions(file, context);
    default:
      return planGenerated(file, context);
  }
};

/** A scaffold is written once, and only if nothing is there: from then on it is the owner's. */
const planScaffold = (
  { path, text }: TextFile,
  { directory, lock, stage }: FileContext,
): readonly FilePlan[] => {
  if (lock?.once.has(path)) return [];
  // A `changelog.md` is one too.
  const state = directory.state(directory.spelled(path));
  if (state.kind !== "absent") return [];
  stage(path, text);
  return [{ file: { kind: "missing", path } }];
};

/** A foreign file at a generated path does not come into the lock. */
const lockedFiles = (
  plans: readonly FilePlan[],
  paths: ReadonlySet<string>,
): readonly string[] => {
  const foreign = new Set(
    plans.flatMap(({ file }) => (file.kind === "foreign" ? [file.path] : [])),
  );
  return [...paths].filter((path) => !foreign.has(path));
};

/** What the owner keeps from us stays known, also when it is no longer generated. */
const keptBefore = ({
  lock,
  isKept,
  directory,
}: PlanInput): readonly string[] =>
  [...(lock?.files ?? [])].filter(
    (path) => isKept(path) && directory.state(path).kind === "file",
  );

const cachedOf = (
  plans: readonly FilePlan[],
): ReadonlyMap<string, CachedFile> => {
  const cached = new Map<string, CachedFile>();
  for (const { file, base, cached: hashes } of plans) {
    if (hashes) cached.set(file.path, hashes);
    if (hashes && base && base.kind !== "obsolete")
      cached.set(base.path, { ...hashes, onDisk: hashes.generated });
  }
  return cached;
};

const pendingOf = ({
  file: { path, kind },
  cached,
  pending,
}: FilePlan): Pending | [] => {
  if (pending) return pending;
  return kind === "unchanged" || cached === undefined
    ? []
    : { path, hash: cached.generated };
};

const planLock = (
  lock: Lock,
  { directory, stage }: FileContext,
): PlannedFile => {
  const text = printLock(lock);
  const path = lockName;
  const state = directory.state(path);
  if (state.kind === "blocked") return state;
  const onDisk = directory.read(path);
  // Git may check it out with CRLF, which is no change.
  if (onDisk !== undefined && withLF(onDisk) === text) {
    return { kind: "unchanged", path };
  }
  stage(path, withLineEndsOf(text, onDisk ?? ""));
  return { kind: state.kind === "absent" ? "missing" : "outdated", path };
};

/** Paths come from `emit`, so a wrong one is an internal error, and stops the run. */
const pathChecker = (): ((path: string) => void) => {
  const seen = new Map<string, string>();
  return (path) => {
    if (!isPackagePath(path)) {
      throw new Error(`the package may not hold ${JSON.stringify(path)}`);
    }
    // Some file systems take these for the same name.
    const key = path.normalize("NFC").toLowerCase();
    const other = seen.get(key);
    if (other !== undefined) {
      throw new Error(
        `${JSON.stringify(path)} and ${JSON.stringify(other)} are one file`,
      );
    }
    seen.set(key, path);
  };
};
