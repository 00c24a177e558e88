/**
 * `sdkwright.lock`: what was written the last time, and from what.
 *
 * It tells our files from others, a hand edit from an old file, and nothing to do from something to
 * do; and it keeps the names that were once published. It is committed, so it is sorted, free of
 * dates and machine paths, and the same for the same input.
 */
export const lockName = "sdkwright.lock";

/** Raised when an older sdkwright could misread the file. */
export const lockVersion = 1;

/** Hashes of what decides the output. */
export interface Inputs {
  readonly generator: string;
  readonly options: string;
  /** By path, seen from the folder of the root document. */
  readonly document: ReadonlyMap<string, string>;
  /** Names are input too: those of the last run are kept. */
  readonly names: string;
}

export interface LockedFile {
  /** Hash of the text on disk. */
  readonly formatted: string;
  /** Hash of the text before formatting. */
  readonly unformatted: string;
}

export interface Lock {
  /** Version of sdkwright. */
  readonly version: string;
  readonly formatter: string;
  readonly inputs: Inputs;
  readonly operations: OperationCount;
  /** How many warnings the document got, so that `--strict` need not find them again. */
  readonly warnings: number;
  readonly files: ReadonlyMap<string, LockedFile>;
  /** Paths of files that were made once and are the owner's since, whether they are there or not. */
  readonly made: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

export interface OperationCount {
  readonly total: number;
  readonly generated: number;
  /** How many more the document has, which the config leaves out. */
  readonly leftOut?: number;
}

export const printLock = (lock: Lock): string =>
  JSON.stringify(
    {
      lockVersion,
      sdkwright: lock.version,
      formatter: lock.formatter,
      inputs: {
        generator: lock.inputs.generator,
        options: lock.inputs.options,
        names: lock.inputs.names,
        document: toObject(lock.inputs.document),
      },
      operations: {
        total: lock.operations.total,
        generated: lock.operations.generated,
        leftOut: lock.operations.leftOut,
      },
      warnings: lock.warnings,
      files: toObject(
        new Map(
          [...lock.files].map(([path, { formatted, unformatted }]) => [
            path,
            { formatted, unformatted },
          ]),
        ),
      ),
      made: [...lock.made].sort(),
      names: toObject(lock.names),
    },
    undefined,
    2,
  ).replace(hidden, escaped) + "\n";

/** What a reader of the file would not see, or see in another order: names are a document's. */
const hidden = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

const escaped = (characters: string): string =>
  characters
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

const toObject = (map: ReadonlyMap<string, unknown>): object =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * A path that may be written or removed: below the package, and not where hand-written code lives.
 * Lock files are edited by merges and by people, so theirs are checked as ours are.
 */
export const isPackagePath = (path: string): boolean =>
  path !== lockName &&
  !/^src\/lib(?:\/|$)/i.test(path) &&
  !/[\\:\0]/.test(path) &&
  path.split("/").every((part) => !refusedParts.test(part));

const refusedParts = /^(?:|\.|\.\.|\.git|\.sdkwright-(?:staging|cache))$/i;
