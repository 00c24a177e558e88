/**
 * What the plan of every file needs to know.
 */
import type { Bases } from "../edits/bases.js";
import type { OutputDirectory } from "../directory.js";
import type { Formatter } from "../formatter.js";
import type { KnownFiles } from "../known-files.js";
import type { Lock } from "../lock/lock.js";
import type { EditRequests } from "./planned-file.js";

export interface FileContext {
  readonly directory: OutputDirectory;
  /** Of the last run; absent when there was none. */
  readonly lock: Lock | undefined;
  readonly known: KnownFiles;
  readonly bases: Bases;
  readonly formatter: Pick<Formatter, "format">;
  /** Which formatter it is. */
  readonly formatterName: string;
  /** Files that their owner keeps from us altogether. */
  readonly isKept: (path: string) => boolean;
  readonly requests: EditRequests;
  /**
   * Nothing is written, and neither caches nor git have a say: the same files give the same answer on
   * every machine.
   */
  readonly isComparison: boolean;
  /** Takes each text that is to be written, as soon as it is known. */
  readonly stage: (path: string, text: string) => void;
}
