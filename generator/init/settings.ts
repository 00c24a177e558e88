/**
 * What `init` has found out or was told: everything that it writes follows from it.
 */
import type { Ci, ReleaseTool, RemoteRepository } from "./find-repository.js";
import type { PackageManager } from "./package-manager.js";

export interface Settings {
  /** The document of the config: a path from the working directory, or a URL. */
  readonly document: string;
  /** Where a workflow fetches the document from, into the file `document`. */
  readonly documentURL?: string;
  /** The package's folder, from the working directory; `.` for the directory itself. */
  readonly folder: string;
  readonly name: string;
  readonly clientName: string;
  readonly license: string;
  readonly repository?: RemoteRepository;
  /** The working directory from the repository's root; `""` at the root. */
  readonly prefix: string;
  readonly branch: string;
  readonly ci: Ci;
  readonly releases: ReleaseTool;
  readonly packageManager: PackageManager;
  /** The title of the API, on one line. */
  readonly title: string;
  /** Whom the document names for questions. */
  readonly contact?: string;
  /** The version of sdkwright. */
  readonly version: string;
}

/** What `load` and `model` know of the document. */
export interface DocumentFacts {
  readonly title: string;
  readonly packageName: string;
  readonly clientName: string;
  readonly license?: { readonly name?: unknown; readonly identifier?: unknown };
  readonly contact?: string;
}

/** A file that `init` wants there. */
export interface InitFile {
  readonly path: string;
  readonly text: string;
  /** What its owner adds by hand where the file exists; absent where nothing is missing then. */
  readonly lines?: string;
  /** The file is there, and `text` is it with what was missing. */
  readonly isEdited?: boolean;
  /** Told beside the file, such as a script that has another text. */
  readonly notes?: readonly string[];
}

export const isAtRoot = ({ folder }: Pick<Settings, "folder">): boolean =>
  folder === ".";
