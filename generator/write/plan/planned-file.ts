/**
 * What is to become of the files of a package: data that `apply-plan.ts` carries out and `drift.ts`
 * puts into words.
 */
import type { DiagnosticCode } from "../../diagnostics/diagnostics.js";
import type { CachedFile, Pending } from "../cache.js";
import type { Blocked } from "../directory.js";

export type PlannedFile =
  | {
      readonly kind:
        | "unchanged"
        /** To be written: a new file, one that nobody changed, or one with the owner's change in it. */
        | "missing"
        | "outdated"
        | "merged"
        /** Left as they are: never ours, or changed by hand from a text that is not known. */
        | "foreign"
        | "edited"
        /** Left with the marks of a merge, for its owner to solve. */
        | "unsolved"
        /** To be removed. */
        | "obsolete"
        /** No longer generated, but changed by hand: never removed. */
        | "obsoleteEdited";
      readonly path: string;
    }
  /** Left as it is: the owner's change and ours are in the same lines, from this one on. */
  | { readonly kind: "conflict"; readonly path: string; readonly line: number }
  /** Neither to be written nor removed. */
  | Blocked;

/** Something that a run says once about a file of the owner's, and that is no problem. */
export interface OwnerRemark {
  /** Below the package's directory. */
  readonly path: string;
  readonly message: string;
}

/** Something wrong with a file that its owner shares with us. */
export interface SharedFileProblem {
  readonly code: DiagnosticCode;
  readonly path: string;
  readonly details: Readonly<Record<string, string>>;
  /** Absent where the problem has no place. */
  readonly line?: number;
}

/** The plan of one generated file. */
export interface FilePlan {
  readonly file: PlannedFile;
  /** The text beside the package that the owner's change started from. */
  readonly base?: PlannedFile;
  readonly cached?: CachedFile | undefined;
  /** For a text with the owner's change in it: what the next run has to know if this one is killed. */
  readonly pending?: Pending;
  /** How many lines of the file are the owner's. */
  readonly lines?: number;
  /** True if it had the marks of a merge, and is written anew. */
  readonly isHealed?: boolean;
  /** True if it is written with the marks of a merge in it, for its owner to solve. */
  readonly isMarked?: boolean;
  readonly remarks?: readonly OwnerRemark[];
  readonly problems?: readonly SharedFileProblem[];
}

/** Names of files that a command is about: all, or these. */
export interface EditRequests {
  /** Files, and regions as `README.md#install`, whose change is to be dropped. */
  readonly reset: ReadonlySet<string>;
  /** Files in conflict that are to be written with both sides in them. */
  readonly merge: ReadonlySet<string> | "all";
}

export const noEditRequests: EditRequests = {
  reset: new Set(),
  merge: new Set(),
};
