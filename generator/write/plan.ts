/**
 * Compares what was generated with what is on disk: one entry a file, nothing written yet.
 *
 * `sync` carries a plan out, `check` says what it means.
 */
import type { Output, OutputFile } from "../sdk/output.js";
import type { FileState, Folder, Obstacle } from "./folder.js";
import type { Formatter } from "./formatter.js";
import { hashNames, hashText } from "./hash.js";
import { isPackagePath, lockName, printLock } from "./lock.js";
import type { Inputs, Lock, LockedFile } from "./lock.js";

export type Entry =
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
  | {
      readonly kind: "blocked";
      readonly path: string;
      readonly found: Obstacle;
    };

export interface Plan {
  /** In the order of their paths; the lock file last. */
  readonly entries: readonly Entry[];
  readonly lock: Lock;
}

/** Everything that the new lock says besides files and names. */
export type LockHead = Omit<Lock, "files" | "made" | "names" | "inputs"> & {
  readonly inputs: Omit<Inputs, "names">;
};

export interface PlanInput {
  readonly output: Output;
  readonly folder: Folder;
  /** Of the last run; absent when there was none. */
  readonly lock: Lock | undefined;
  readonly head: LockHead;
  readonly formatter: Pick<Formatter, "format">;
  /** Takes each text that is to be written, as soon as it is known. */
  readonly stage: (path: string, text: string) => void;
}

export const planWrite = async (input: PlanInput): Promise<Plan> => {
  const { output, folder, lock, head } = input;
  const claim = pathClaimer();
  const comparing = new Map<string, Promise<Compared>>();
  const entries: Entry[] = [];
  const made: string[] = [];
  try {
    for (const file of output.files) {
      claim(file.path);
      if (file.kind === "once") {
        made.push(file.path);
        entries.push(...firstOf(file, input));
      } else {
        comparing.set(file.path, compare(file, input));
      }
      // What needs no formatting is staged here, in a microtask: its text need not be held any
      // longer. What comes from a thread has to wait for the end of this loop.
      await Promise.resolve();
    }
  } finally {
    // Whatever went wrong, nothing goes on when this has ended.
    await Promise.allSettled(comparing.values());
  }
  const locked = new Map<string, LockedFile>();
  for (const [path, compared] of comparing) {
    const { entry, hashes } = await compared;
    entries.push(entry);
    locked.set(path, hashes);
  }
  for (const [path, { formatted }] of lock?.files ?? []) {
    const state =
      locked.has(path) || made.includes(path) ? undefined : folder.state(path);
    if (state?.kind === "file") {
      const kind = state.hash === formatted ? "obsolete" : "obsoleteEdited";
      entries.push({ kind, path });
    } else if (state?.kind === "blocked") {
      entries.push(state);
    }
  }
  entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  const names = hashNames(output.names);
  const newLock: Lock = {
    ...head,
    inputs: { ...head.inputs, names },
    files: locked,
    made: made.sort(),
    names: output.names,
  };
  entries.push(compareLock(newLock, input));
  return { entries, lock: newLock };
};

/** Nothing once it was made, or where its owner has one: from then on it is no concern of ours. */
const firstOf = (
  { path, text }: OutputFile,
  { folder, lock, stage }: PlanInput,
): readonly Entry[] => {
  if (lock?.made.includes(path) || folder.state(path).kind !== "absent")
    return [];
  stage(path, text);
  return [{ kind: "missing", path }];
};

interface Compared {
  readonly entry: Entry;
  readonly hashes: LockedFile;
}

const compare = async (
  file: OutputFile,
  { folder, lock, head, formatter, stage }: PlanInput,
): Promise<Compared> => {
  const { path } = file;
  const state = folder.state(path);
  const before = lock?.files.get(path);
  const unformatted = hashText(file.text);
  if (
    before?.unformatted === unformatted &&
    state.kind === "file" &&
    state.hash === before.formatted &&
    lock?.formatter === head.formatter
  ) {
    return { entry: { kind: "unchanged", path }, hashes: before };
  }
  const text = await formatter.format(file);
  const formatted = text === file.text ? unformatted : hashText(text);
  const hashes = { formatted, unformatted };
  const entry = compareWithDisk(path, { state, formatted, before });
  if (entry.kind !== "unchanged" && entry.kind !== "blocked") stage(path, text);
  return { entry, hashes };
};

const compareWithDisk = (
  path: string,
  given: {
    readonly state: FileState;
    readonly formatted: string;
    readonly before: LockedFile | undefined;
  },
): Entry => {
  const { state, formatted, before } = given;
  switch (state.kind) {
    case "absent":
      return { kind: "missing", path };
    case "blocked":
      return state;
    case "file":
      if (state.hash === formatted) return { kind: "unchanged", path };
      if (before === undefined) return { kind: "foreign", path };
      return state.hash === before.formatted
        ? { kind: "outdated", path }
        : { kind: "edited", path };
  }
};

const compareLock = (lock: Lock, { folder, stage }: PlanInput): Entry => {
  const text = printLock(lock);
  const state = folder.state(lockName);
  if (state.kind === "blocked") return state;
  const path = lockName;
  if (state.kind === "absent") {
    stage(path, text);
    return { kind: "missing", path };
  }
  if (state.hash === hashText(text)) return { kind: "unchanged", path };
  stage(path, text);
  return { kind: "outdated", path };
};

/** Paths are made by `emit`, so a bad one is a bug of ours: it stops everything. */
const pathClaimer = (): ((path: string) => void) => {
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
