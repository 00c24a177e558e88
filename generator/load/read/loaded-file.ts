import type { Locator } from "./source-locations.js";
import type { SourceText } from "./source.js";

export interface LoadedFile {
  /** The path from the root document's folder, with slashes: the same on every machine. */
  readonly id: string;
  /** An absolute path, or a URL. */
  readonly path: string;
  readonly source: SourceText;
  readonly value: unknown;
  /** Where each part was written: here, or in an overlay. */
  readonly locator: Locator;
}

/** A file as messages show it. */
export interface NamedFile {
  readonly path: string;
  readonly shown: string;
  /** Absent where it is to be read from the disk. */
  readonly text?: string;
}
