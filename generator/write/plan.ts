/**
 * Compares what was generated with what is on disk, file by file; nothing is written yet.
 *
 * `apply-plan.ts` carries a plan out; `drift.ts` says what it means.
 */
import type { Output, OutputFile, TextFile } from "../sdk/output.js";
import type { Blocked, OutputDirectory } from "./directory.js";
import type { Formatter } from "./formatter.js";
import { hashNames, hashText } from "./hash.js";
import { printLock } from "./lock.js";
import type { Inputs, Lock, LockedFile } from "./lock.js";
import { isPackagePath, lockName } from "./package-path.js";

/** What is to become of one file of the package. */
export type PlannedFile =
  | {
      readonly kind:
        | "unchanged"
        /** To be written: a new file, or one that we wrote and nobody changed. */
        | "missing"
        | "outdated"
        /** To be written only by force: changed by hand, or never ours. */
        | "edited"
        | "foreign"
        /** To be removed. */
        | "obsolete"
        /** No longer generated, but changed by hand: never removed. */
        | "obsoleteEdited";
      readonly path: string;
    }
  /** Neither to be written nor removed. */
  | Blocked;

export interface Plan {
  /** Sorted by path; the lock file last. */
  readonly files: readonly PlannedFile[];
  readonly lock: Lock;
}

/** Everything that the new lock says besides files and names. */
export type LockHead = Omit<
  Lock,
  "files" | "scaffolded" | "names" | "inputs"
> & {
  readonly inputs: Omit<Inputs, "names">;
};

export interface PlanInput {
  readonly output: Output;
  readonly directory: OutputDirectory;
  /** Of the last run; absent when there was none. */
  readonly lock: Lock | undefined;
  readonly head: LockHead;
  readonly formatter: Pick<Formatter, "format">;
  /** Takes each text that is to be written, as soon as it is known. */
  readonly stage: (path: string, text: string) => void;
}

export const planWrite = async (input: PlanInput): Promise<Plan> => {
  const { output, head } = input;
  const checkPath = pathChecker();
  const comparisons = new Map<string, Promise<Comparison>>();
  const files: PlannedFile[] = [];
  const scaffolded: string[] = [];
  try {
    for (const file of output.files) {
      checkPath(file.path);
      if (file.kind === "scaffold") {
        scaffolded.push(file.path);
        files.push(...planScaffold(file, input));
      } else {
        comparisons.set(file.path, compare(file, input));
      }
      // What needs no formatting is staged here, in a microtask: its text need not be held any
      // longer. What comes from a thread has to wait for the end of this loop.
      await Promise.resolve();
    }
  } finally {
    // Whatever went wrong, nothing goes on when this has ended.
    await Promise.allSettled(comparisons.values());
  }
  const locked = new Map<string, LockedFile>();
  for (const [path, comparison] of comparisons) {
    const { file, hashes } = await comparison;
    files.push(file);
    locked.set(path, hashes);
  }
  files.push(
    ...planRemovals(new Set([...locked.keys(), ...scaffolded]), input),
  );
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const lock: Lock = {
    ...head,
    inputs: { ...head.inputs, names: hashNames(output.names) },
    files: locked,
    scaffolded: scaffolded.sort(),
    names: output.names,
  };
  files.push(planLock(lock, input));
  return { files, lock };
};

/** A scaffold is written once, and only if nothing is there: from then on it is the owner's. */
const planScaffold = (
  { path, text }: TextFile,
  { directory, lock, stage }: PlanInput,
): readonly PlannedFile[] => {
  if (
    lock?.scaffolded.includes(path) ||
    directory.state(path).kind !== "absent"
  ) {
    return [];
  }
  stage(path, text);
  return [{ kind: "missing", path }];
};

/** What the last run wrote and this one does not. */
const planRemovals = (
  generated: ReadonlySet<string>,
  { directory, lock }: PlanInput,
): readonly PlannedFile[] =>
  [...(lock?.files ?? [])]
    .filter(([path]) => !generated.has(path))
    .flatMap(([path, { formatted }]): PlannedFile | [] => {
      const state = directory.state(path);
      if (state.kind === "absent") return [];
      if (state.kind === "blocked") return state;
      const isAsWritten = state.hash === formatted;
      return { kind: isAsWritten ? "obsolete" : "obsoleteEdited", path };
    });

interface Comparison {
  readonly file: PlannedFile;
  readonly hashes: LockedFile;
}

const compare = async (
  file: OutputFile,
  { directory, lock, head, formatter, stage }: PlanInput,
): Promise<Comparison> => {
  const { path } = file;
  const state = directory.state(path);
  const locked = lock?.files.get(path);
  const unformatted = hashUnformatted(file);
  if (
    locked?.unformatted === unformatted &&
    state.kind === "file" &&
    state.hash === locked.formatted &&
    lock?.formatter === head.formatter
  ) {
    return { file: { kind: "unchanged", path }, hashes: locked };
  }
  const text = await formatter.format(file);
  const formatted = file.kind === "verbatim" ? unformatted : hashText(text);
  const hashes = { formatted, unformatted };
  if (state.kind === "blocked") return { file: state, hashes };
  const kind =
    state.kind === "absent"
      ? "missing"
      : compareHashes(state.hash, formatted, locked);
  if (kind !== "unchanged") stage(path, text);
  return { file: { kind, path }, hashes };
};

const hashUnformatted = (file: OutputFile): string => {
  switch (file.kind) {
    case "typescript":
      return hashText(JSON.stringify(file.statements));
    case "manifest":
      return hashText(JSON.stringify(file.fields));
    case "source":
    case "verbatim":
    case "scaffold":
      return hashText(file.text);
  }
};

/** What becomes of a file that is there, by its hash. */
const compareHashes = (
  onDisk: string,
  formatted: string,
  locked: LockedFile | undefined,
): "unchanged" | "foreign" | "outdated" | "edited" => {
  if (onDisk === formatted) return "unchanged";
  if (locked === undefined) return "foreign";
  return onDisk === locked.formatted ? "outdated" : "edited";
};

const planLock = (lock: Lock, { directory, stage }: PlanInput): PlannedFile => {
  const text = printLock(lock);
  const path = lockName;
  const state = directory.state(path);
  if (state.kind === "blocked") return state;
  if (state.kind === "file" && state.hash === hashText(text)) {
    return { kind: "unchanged", path };
  }
  stage(path, text);
  return { kind: state.kind === "absent" ? "missing" : "outdated", path };
};

/** Paths come from `emit`, so a wrong one is a bug of ours: it stops everything. */
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
