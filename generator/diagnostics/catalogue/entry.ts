/** What a code of the catalogue says. */
export interface CatalogueEntry {
  readonly severity: Severity;
  /** One line; `{name}` is replaced by the detail of that name. */
  readonly message: string;
  /** What to do next, in one sentence. */
  readonly help: string;
}

export type Severity = "error" | "warning";
