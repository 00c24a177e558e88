/**
 * Tells when the content of some files changes, however they are saved: written, renamed over, or
 * removed and made again. So their directories are watched: a watched file is lost with its first rename.
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  type FSWatcher,
  readFileSync,
  statSync,
  unwatchFile,
  watch,
  watchFile,
} from "node:fs";
import { basename, dirname, relative, sep } from "node:path";

/** Events of one save come together: this many milliseconds without any end it. */
const quietMilliseconds = 50;

const pollMilliseconds = 200;

export interface WatchOptions {
  /** Ask for changes instead of being told, where the system does not tell: network drives, containers. */
  readonly isPolling: boolean;
  /** Called when contents have changed and nothing more has for a moment. */
  readonly onChange: () => void;
}

export class FileWatcher {
  #files: ReadonlySet<string> = new Set();
  readonly #hashes = new Map<string, string>();
  readonly #watchers = new Map<string, WatchedDirectory>();
  readonly #polled = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  /** When something happened last, as `Date.now()` has it. */
  lastEvent = 0;

  constructor(readonly options: WatchOptions) {}

  /**
   * Watches these files and no others.
   * @param stale those that count as changed already
   */
  watch(
    files: ReadonlySet<string>,
    stale: ReadonlySet<string> = new Set(),
  ): void {
    this.#files = files;
    for (const file of files)
      if (!this.#hashes.has(file))
        this.#hashes.set(file, stale.has(file) ? "stale" : hashOf(file));
    for (const file of this.#hashes.keys())
      if (!files.has(file)) this.#hashes.delete(file);
    if (this.options.isPolling) this.#poll(files);
    else this.#watchDirectories(new Set([...files].map(nearestDirectory)));
  }

  /** The files whose content is not what it was at the last call, which is forgotten. */
  takeChanges(): readonly string[] {
    return [...this.#files].filter((file) => {
      const hash = hashOf(file);
      const isChanged = this.#hashes.get(file) !== hash;
      this.#hashes.set(file, hash);
      return isChanged;
    });
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#watchDirectories(new Set());
    this.#poll(new Set());
  }

  #watchDirectories(directories: ReadonlySet<string>): void {
    for (const [directory, { watcher, inode }] of this.#watchers) {
      // One that was removed and made again is another.
      if (directories.has(directory) && inode === inodeOf(directory)) continue;
      watcher.close();
      this.#watchers.delete(directory);
    }
    for (const directory of directories)
      if (!this.#watchers.has(directory)) this.#open(directory);
  }

  #open(directory: string): void {
    const inode = inodeOf(directory);
    try {
      const watcher = watch(directory, (_event, name) => {
        const isIt = name === basename(directory);
        if (name === null || isIt || this.#isOnTheWay(directory, name))
          this.#notice();
      });
      watcher.on("error", this.#notice);
      this.#watchers.set(directory, { watcher, inode });
    } catch {
      // It was removed meanwhile: the next run watches the one above.
    }
  }

  /** True of a file, and of a directory above one that is not there yet. */
  #isOnTheWay(directory: string, name: string): boolean {
    return [...this.#files].some((file) => {
      const [first] = relative(directory, file).split(sep);
      return first === name;
    });
  }

  #poll(files: ReadonlySet<string>): void {
    for (const file of this.#polled) {
      if (files.has(file)) continue;
      unwatchFile(file, this.#notice);
      this.#polled.delete(file);
    }
    for (const file of files) {
      if (this.#polled.has(file)) continue;
      this.#polled.add(file);
      watchFile(file, { interval: pollMilliseconds }, this.#notice);
    }
  }

  readonly #notice = (): void => {
    this.lastEvent = Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.options.onChange, quietMilliseconds);
  };
}

interface WatchedDirectory {
  readonly watcher: FSWatcher;
  readonly inode: bigint | undefined;
}

const inodeOf = (path: string): bigint | undefined =>
  statSync(path, { throwIfNoEntry: false, bigint: true })?.ino;

/** Of a file that is not there, the nearest directory above that is. */
const nearestDirectory = (file: string): string => {
  let directory = dirname(file);
  while (!existsSync(directory) && dirname(directory) !== directory)
    directory = dirname(directory);
  return directory;
};

/** Empty for what cannot be read. */
const hashOf = (file: string): string => {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch {
    return "";
  }
};
