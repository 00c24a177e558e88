/**
 * What `emit` hands to `write`: the files of one package, complete, in memory.
 */

/** One file of the generated package. */
export type OutputFile<Statement = unknown> =
  | TextFile
  | RegionsFile
  | ManifestFile
  | TypeScriptFile<Statement>
  | SimilarFile<Statement>;

export interface TextFile {
  /** Path below the package's directory, with `/` on every platform. */
  readonly path: string;
  readonly text: string;
  /**
   * `source` is formatted by prettier. `verbatim` is written byte for byte (the runtime, which is
   * kept in prettier's form where it lives). `scaffold` is written likewise, but only by the first
   * run: from then on the file is the owner's, who may change or remove it.
   */
  readonly kind: "source" | "verbatim" | "scaffold";
}

/**
 * A page that the owner shares with us: we fill its regions, all other text is the owner's once the
 * file is there. A region stands between two lines of its own, `<!-- sdkwright:start NAME -->` and
 * `<!-- sdkwright:end NAME -->`; no other text of the file holds such a marker.
 */
export interface RegionsFile {
  readonly path: string;
  readonly kind: "regions";
  readonly text: string;
  /** True if the text is in prettier's form already, but for code that is too long for its line. */
  readonly isFormatted: boolean;
}

/** A value of JSON; the order of the keys is the order in which new ones are written. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** `package.json`, which the owner shares with us key by key. */
export interface ManifestFile {
  readonly path: string;
  readonly kind: "manifest";
  readonly fields: { readonly [key: string]: JsonValue };
}

export interface TypeScriptFile<Statement = unknown> {
  readonly path: string;
  readonly kind: "typescript";
  /** The whole file, as the structures that ts-morph writes: plain data, which threads can share. */
  readonly statements: readonly Statement[];
}

/** A TypeScript file that differs from another only in its imports: the rest is formatted once for both. */
export interface SimilarFile<Statement = unknown> {
  readonly path: string;
  readonly kind: "similar";
  /** In the place of as many first statements of the original, which are its imports. */
  readonly imports: readonly Statement[];
  readonly original: TypeScriptFile<Statement>;
}

/** Everything that goes into one package; the files in any order, possibly generated while they are iterated. */
export interface Output<Statement = unknown> {
  readonly files: Iterable<OutputFile<Statement>>;
  /**
   * Public names by what they name (`operation GET /keys` -> `list`), kept in the lock file so
   * that a name once published stays when the document grows or is reordered.
   */
  readonly names: ReadonlyMap<string, string>;
  /** Old names that the package still has (`function getPet` -> `readPet since 1.5.0`), likewise. */
  readonly aliases?: ReadonlyMap<string, string>;
}

export interface OperationCount {
  readonly total: number;
  readonly generated: number;
  /** How many more the document has, which the config filters out. */
  readonly excluded?: number;
  /** How many requests the API sends. */
  readonly webhooks?: number;
}

/** The names that the owner's `src/lib/index.ts` exports by itself. */
export interface OwnerExports {
  readonly types: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
}
