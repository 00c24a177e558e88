/**
 * What `emit` hands to `write`: the files of one package, complete, in memory.
 */

/** One file of the generated package. */
export interface OutputFile {
  /** Path below the package's folder, with `/` on every platform. */
  readonly path: string;
  /** The text before formatting. */
  readonly text: string;
  /**
   * `source` is put into prettier's form; `spaced` too, and is TypeScript that has the quotes and
   * the spaces of that form already, with comments only above declarations and members, so that
   * nothing but lines is left to break. `verbatim` is written byte for byte (the runtime, which is
   * kept in that form where it lives). `once` is written likewise, but only by the first run: from
   * then on the file is the owner's, who may change or remove it.
   */
  readonly kind: "source" | "spaced" | "verbatim" | "once";
}

/** Everything that goes into one package; the files in any order, perhaps made while they are read. */
export interface Output {
  readonly files: Iterable<OutputFile>;
  /**
   * Public names by what they stand for (`operation GET /keys` -> `list`), kept in the lock file so
   * that a name once published stays when the document grows or is reordered.
   */
  readonly names: ReadonlyMap<string, string>;
}

export interface OperationCount {
  readonly total: number;
  readonly generated: number;
  /** How many more the document has, which the config filters out. */
  readonly excluded?: number;
}
