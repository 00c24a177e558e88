/**
 * Problems of a document, a config file or an output directory.
 *
 * A diagnostic is data: a code from the catalogue, the values of its message, and a place. Stages
 * collect them in one `Diagnostics` and go on, so that one run shows every problem. An internal error
 * is not a diagnostic: it is thrown.
 */
import { byCodeUnit } from "./code-units.js";
import { documentProblems } from "./catalogue/document-problems.js";
import { deviations } from "./catalogue/deviations.js";
import type { CatalogueEntry, Severity } from "./catalogue/entry.js";
import { importProblems } from "./catalogue/import-problems.js";
import { remoteProblems } from "./catalogue/remote-problems.js";
import { unsupportedFeatures } from "./catalogue/unsupported-features.js";
import { fileProblems } from "./catalogue/file-problems.js";
import { outputProblems } from "./catalogue/output-problems.js";
import { pluginProblems } from "./catalogue/plugin-problems.js";
import { changeProblems } from "./catalogue/change-problems.js";
import { publishedProblems } from "./catalogue/published-problems.js";
import type { Pointer, Position } from "../openapi/document.js";
import { printPointer } from "../openapi/pointers.js";
import { printable } from "./printable.js";
import { SourceFiles } from "./source-files.js";

export type { Severity };

/** Values that a message mentions. Text of the document is quoted and made printable. */
export type Details = Readonly<Record<string, string | number>>;

/** The catalogue: a code, once published, keeps its meaning. Its parts are in `catalogue/`. */
export const catalogue = {
  ...fileProblems,
  ...remoteProblems,
  ...documentProblems,
  ...deviations,
  ...unsupportedFeatures,
  ...outputProblems,
  ...changeProblems,
  ...publishedProblems,
  ...importProblems,
  ...pluginProblems,
} as const satisfies Record<string, CatalogueEntry>;

export type DiagnosticCode = keyof typeof catalogue;

/** True of what is said about a package on disk, not about the document. */
export const isAboutOutput = (code: DiagnosticCode): boolean =>
  Object.hasOwn(outputProblems, code);

/** True of what is said about a comparison of two states of a package. */
export const isAboutChange = (code: DiagnosticCode): boolean =>
  Object.hasOwn(changeProblems, code);

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  /** Absent when the problem has no place, such as a missing file. */
  readonly position?: Position;
  /** Further places that belong to the problem, such as the first of two duplicates. */
  readonly related?: readonly Position[];
  /** Where in the document, for machines: `#/paths/~1pets/get`. */
  readonly pointer?: string;
}

/** A place: exact, or a pointer that is located when the diagnostic is read. */
export type Place = Position | Pointer;

/** Finds the position of a pointer's target. */
export type Locate = (pointer: Pointer) => Position;

interface Report {
  readonly code: DiagnosticCode;
  readonly details: Details;
  readonly place: Place | undefined;
  readonly related: readonly Place[];
  readonly locate: Locate | undefined;
}

export class Diagnostics {
  /** The files that the run has read, which code frames are cut from. */
  readonly sources = new SourceFiles();
  readonly #reports: Report[] = [];
  #locate: Locate | undefined;

  report(
    code: DiagnosticCode,
    details: Details = {},
    place?: Place,
    related: readonly Place[] = [],
  ): void {
    const locate = this.#locate;
    this.#reports.push({ code, details, place, related, locate });
  }

  /** Sets how the pointers of later reports become positions; `load` knows. */
  locateWith(locate: Locate): void {
    this.#locate = locate;
  }

  /** How many warnings there are; unlike `all`, it does not look for their places. */
  get warningCount(): number {
    return this.#reports.filter(
      ({ code }) => catalogue[code].severity === "warning",
    ).length;
  }

  get hasErrors(): boolean {
    return this.#reports.some(
      ({ code }) => catalogue[code].severity === "error",
    );
  }

  /** All diagnostics in the order of their places (file, line, column), those without one first. */
  all(): readonly Diagnostic[] {
    return withoutRepetitions(this.#reports.map(toDiagnostic)).sort(byPlace);
  }
}

const toDiagnostic = (report: Report): Diagnostic => {
  const { code, details, place, locate } = report;
  const positionOf = (target: Place): Position | undefined =>
    isPosition(target) ? target : locate?.(target);
  const position = place && positionOf(place);
  const related = report.related
    .map(positionOf)
    .filter((other) => other !== undefined);
  const { severity, message, help } = catalogue[code];
  return {
    code,
    severity,
    message: fill(message, details),
    help: fill(help, details),
    ...(position && { position }),
    ...(related.length > 0 && { related }),
    ...(place && !isPosition(place) && { pointer: printPointer(place) }),
  };
};

const isPosition = (place: Place): place is Position => "line" in place;

/** A conversion copies objects, and their problems with them. */
const withoutRepetitions = (list: readonly Diagnostic[]): Diagnostic[] => {
  const seen = new Set<string>();
  return list.filter(({ code, message, position }) => {
    if (position === undefined) return true;
    const { file, line, column } = position;
    const key = JSON.stringify([code, message, file, line, column]);
    return !seen.has(key) && seen.add(key);
  });
};

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  byCodeUnit(a.position?.file ?? "", b.position?.file ?? "") ||
  (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
  (a.position?.column ?? 0) - (b.position?.column ?? 0) ||
  byCodeUnit(a.code, b.code);

const fill = (template: string, details: Details): string =>
  template.replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(details, name) ? printable(String(details[name])) : hole,
  );
