/** A place in a file, counted from 1, columns in UTF-16 code units. */
export interface Position {
  /** The path or URL as the user wrote it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
