/**
 * Names that generated code uses for itself: `emit` and its runtime occupy them, and `model` gives
 * them to nothing that comes from a document.
 */
export interface ReservedNames {
  /** Exported by every package, or parameters that every exported function has. */
  readonly exports: ReadonlySet<string>;
  /** Members of the client class, where resources become properties. */
  readonly clientMembers: ReadonlySet<string>;
  /** Options that every client has, and the variables of the constructor that reads them. */
  readonly clientOptions: ReadonlySet<string>;
  /** What a package that is compatible with an earlier SDK exports besides, and its further options. */
  readonly compatible: Readonly<
    Record<"exports" | "clientOptions", ReadonlySet<string>>
  >;
  /** Options of a call. */
  readonly callOptions: ReadonlySet<string>;
  /** What the function of an operation refers to besides its positional argument. */
  readonly functionScope: ReadonlySet<string>;
}
