/**
 * What becomes of each key of the config that is imported: a line for every one of them, so that
 * nothing is lost in silence.
 */
import type { Position } from "../openapi/document.js";
import type { SourcePath } from "./source.js";

/**
 * `kept`: the package is as it was in this. `not needed`: nothing of the package depends on it. `lost`:
 * it has no counterpart.
 */
export type Fate = "kept" | "not needed" | "lost";

export interface LedgerEntry {
  readonly fate: Fate;
  /** As it is written in the file: `targets.typescript.publish`. */
  readonly key: string;
  readonly file: string;
  readonly line: number;
  /** Where it went, or what to do now. */
  readonly note: string;
}

/** Finds the place of a key. */
export interface Places {
  readonly positionOf: (path: SourcePath) => Position;
}

export class Ledger {
  readonly #entries: LedgerEntry[] = [];
  readonly #settled = new Set<string>();

  constructor(readonly places: Places) {}

  kept(path: SourcePath, note: string): void {
    this.#add("kept", path, note);
  }

  notNeeded(path: SourcePath, note: string): void {
    this.#add("not needed", path, note);
  }

  lost(path: SourcePath, note: string): void {
    this.#add("lost", path, note);
  }

  /** Each key of an object that is not among these is lost, also where the object is told of as a whole. */
  loseOthers(path: SourcePath, object: object, known: readonly string[]): void {
    for (const key of Object.keys(object))
      if (!known.includes(key) && !this.#settled.has(keyOf([...path, key])))
        this.lost([...path, key], "not a key that is known");
  }

  /** The key is told of by another entry. */
  settle(path: SourcePath): void {
    this.#settled.add(keyOf(path));
  }

  /** True of a key that has an entry, and of all below it. */
  isSettled(path: SourcePath): boolean {
    return path.some((_, index) =>
      this.#settled.has(keyOf(path.slice(0, index + 1))),
    );
  }

  /** True where something below a key has been told of. */
  hasBelow(path: SourcePath): boolean {
    const start = `${keyOf(path).slice(0, -1)},`;
    return [...this.#settled].some((key) => key.startsWith(start));
  }

  /** By fate, then in the order of the file. */
  get entries(): readonly LedgerEntry[] {
    return [...this.#entries].sort(
      (a, b) =>
        fates.indexOf(a.fate) - fates.indexOf(b.fate) || a.line - b.line,
    );
  }

  #add(fate: Fate, path: SourcePath, note: string): void {
    this.settle(path);
    const { file, line } = this.places.positionOf(path);
    this.#entries.push({ fate, key: path.join("."), file, line, note });
  }
}

const fates: readonly Fate[] = ["kept", "not needed", "lost"];

const keyOf = (path: SourcePath): string => JSON.stringify(path.map(String));
