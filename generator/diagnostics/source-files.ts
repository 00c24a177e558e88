/**
 * The files that a run has read, with their lines: diagnostics need positions and code frames, and
 * the lock file hashes.
 */
export class SourceFiles {
  readonly #files = new Map<string, Lines>();
  readonly #visited = new Set<string>();

  /** Every file that was read, by its name in messages. */
  get files(): ReadonlyMap<string, Lines> {
    return this.#files;
  }

  /** Absolute paths of the files on disk that a run has read or looked for, also where none was. */
  get visited(): ReadonlySet<string> {
    return this.#visited;
  }

  visit(path: string): void {
    this.#visited.add(path);
  }

  /** Characters of all files together. */
  get length(): number {
    let length = 0;
    for (const { text } of this.#files.values()) length += text.length;
    return length;
  }

  add(file: string, text: string): Lines {
    const lines = new Lines(text);
    this.#files.set(file, lines);
    return lines;
  }
}

/**
 * The lines of a text. Few are shown, so only their starts are kept.
 */
export class Lines {
  readonly #starts: number[] = [];

  constructor(readonly text: string) {}

  /** The line and column of an offset, both from 1. */
  placeOf(offset: number): { readonly line: number; readonly column: number } {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const column = Math.min(offset, this.text.length) - (starts[low] ?? 0) + 1;
    return { line: low + 1, column };
  }

  /** The offset of a line and column that this text has. */
  offsetOf(line: number, column: number): number {
    return (this.#lineStarts()[line - 1] ?? 0) + column - 1;
  }

  /** A line without its end, counted from 1; undefined behind the last. */
  line(number: number): string | undefined {
    const starts = this.#lineStarts();
    const start = starts[number - 1];
    return start === undefined
      ? undefined
      : this.text.slice(start, starts[number]).replace(/\r?\n$/, "");
  }

  #lineStarts(): readonly number[] {
    const starts = this.#starts;
    if (starts.length === 0) {
      let start = 0;
      do {
        starts.push(start);
        start = this.text.indexOf("\n", start) + 1;
      } while (start > 0);
    }
    return starts;
  }
}
