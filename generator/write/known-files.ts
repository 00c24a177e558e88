/**
 * What is known of the texts on disk without looking further: hashes of what earlier runs wrote.
 */
import {
  readPending,
  type Cache,
  type CachedFile,
  type Pending,
} from "./cache.js";
import type { OutputDirectory } from "./directory.js";
import { withLF } from "./edits/merge-text.js";
import { hashText } from "./hash.js";
import { lockName } from "./package-path.js";

export class KnownFiles {
  readonly #directory: OutputDirectory;
  readonly #cache: Cache | undefined;
  readonly #earlier: ReadonlyMap<string, string>;
  readonly pending: readonly Pending[];
  #isOfOtherLock: boolean | undefined;
  /** @param earlier hashes from a lock file of version 1 */
  constructor(
    directory: OutputDirectory,
    cache: Cache | undefined,
    earlier: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#cache = cache;
    this.#earlier = earlier;
    this.pending = readPending(directory);
    this.#directory = directory;
  }

  /**
   * True if the lock is not that of the last run here: git has taken the package back, or has put that
   * of another branch in its place, and the cache is about other texts.
   */
  get isOfOtherLock(): boolean {
    return (this.#isOfOtherLock ??= this.#findOtherLock());
  }

  #findOtherLock(): boolean {
    const lock = this.#directory.read(lockName);
    return (
      this.#cache !== undefined &&
      lock !== undefined &&
      hashText(withLF(lock)) !== this.#cache.lock
    );
  }

  cached(path: string): CachedFile | undefined {
    return this.#cache?.files.get(path);
  }

  /** True of a text that we wrote. */
  isOurs(path: string, hash: string): boolean {
    const pending = this.pendingOf(path, hash);
    return (
      this.cached(path)?.generated === hash ||
      this.isOfFirstLock(path, hash) ||
      (pending !== undefined && pending.base === undefined)
    );
  }

  /** What a run that was killed had to say of a text that it wrote. */
  pendingOf(path: string, hash: string): Pending | undefined {
    return this.pending.findLast(
      (one) => one.path === path && one.hash === hash,
    );
  }

  /** True of a text that a version wrote which did not share the file with its owner yet. */
  isOfFirstLock(path: string, hash: string): boolean {
    return this.#earlier.get(path) === hash;
  }

  /** True if it is known what we wrote: another text is the owner's. */
  has(path: string): boolean {
    return this.cached(path) !== undefined || this.#earlier.has(path);
  }

  /** True if what is formatted by this formatter is formatted already. */
  isOfFormatter(formatter: string): boolean {
    return this.#cache?.formatter === formatter;
  }
}
