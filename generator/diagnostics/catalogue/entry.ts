/** What a diagnostic code means to the user. */
export interface CatalogueEntry {
  readonly severity: Severity;
  /** One line; `{name}` is replaced by the detail of that name. */
  readonly message: string;
  /** What to do next, in one sentence. */
  readonly help: string;
}

export type Severity = "error" | "warning" | "note";

/** Nothing is generated. */
export const error = (message: string, help: string): CatalogueEntry => ({
  severity: "error",
  message,
  help,
});

/** The package is generated nevertheless, unless the run is strict. */
export const warning = (message: string, help: string): CatalogueEntry => ({
  severity: "warning",
  message,
  help,
});

/** Nothing is wrong: something may be worth a look. Also a strict run generates the package. */
export const note = (message: string, help: string): CatalogueEntry => ({
  severity: "note",
  message,
  help,
});
