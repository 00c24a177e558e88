/**
 * Everything a person can be told about a document, a config file or an output folder.
 *
 * A diagnostic is data: a code from the catalogue, the values of its message, and a place. Stages
 * collect them in one `Diagnostics` and go on, so that one run shows every problem. A bug of ours
 * is not a diagnostic: it is thrown.
 */
import { checking } from "./catalogue/checking.js";
import { conforming } from "./catalogue/conforming.js";
import type { Entry, Severity } from "./catalogue/entry.js";
import { fetching } from "./catalogue/fetching.js";
import { modelling } from "./catalogue/modelling.js";
import { reading } from "./catalogue/reading.js";
import { writing } from "./catalogue/writing.js";
import type { Pointer, Position } from "../openapi/document.js";
import { Lines } from "./lines.js";

export type { Severity };

/** Values that a message mentions. Text of the document is quoted and made printable. */
export type Details = Readonly<Record<string, string | number>>;

/** The catalogue: a code, once published, keeps its meaning. Its parts are in `catalogue/`. */
export const catalogue = {
  ...reading,
  ...fetching,
  ...checking,
  ...conforming,
  ...modelling,
  ...writing,
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof catalogue;

export interface Diagnostic {
  readonly code: Code;
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

export class Diagnostics {
  readonly #pending: {
    code: Code;
    details: Details;
    at: Place | undefined;
    related: readonly Place[];
    locate: ((pointer: Pointer) => Position) | undefined;
  }[] = [];
  #locate: ((pointer: Pointer) => Position) | undefined;
  readonly #sources = new Map<string, Lines>();

  report(
    code: Code,
    details: Details = {},
    at?: Place,
    related: readonly Place[] = [],
  ): void {
    const locate = this.#locate;
    this.#pending.push({ code, details, at, related, locate });
  }

  /** Says how the pointers of later reports become positions; `load` knows. */
  locateWith(locate: (pointer: Pointer) => Position): void {
    this.#locate = locate;
  }

  /** Keeps the text of a file that was read, for code frames. */
  addSource(file: string, text: string): Lines {
    const lines = new Lines(text);
    this.#sources.set(file, lines);
    return lines;
  }

  /** Every file that was read, with its text. */
  get sources(): ReadonlyMap<string, Lines> {
    return this.#sources;
  }

  /** How many warnings there are; unlike `all`, it does not look for their places. */
  get warningCount(): number {
    return this.#pending.filter(
      ({ code }) => catalogue[code].severity === "warning",
    ).length;
  }

  get hasErrors(): boolean {
    return this.#pending.some(
      ({ code }) => catalogue[code].severity === "error",
    );
  }

  /** Everything reported so far, in the order of the places (file, line, column), placeless first. */
  all(): readonly Diagnostic[] {
    const list = this.#pending.map(
      ({ code, details, at, related, locate }): Diagnostic => {
        const position = (place: Place): Position | undefined =>
          isPosition(place) ? place : locate?.(place);
        const place = at && position(at);
        const others = related
          .map(position)
          .filter((other) => other !== undefined);
        return {
          code,
          severity: catalogue[code].severity,
          message: fill(catalogue[code].message, details),
          help: fill(catalogue[code].help, details),
          ...(place && { position: place }),
          ...(others.length > 0 && { related: others }),
          ...(at && !isPosition(at) && { pointer: printPointer(at) }),
        };
      },
    );
    return withoutRepetitions(list).sort(byPlace);
  }
}

const isPosition = (place: Place): place is Position => "line" in place;

/** What a conversion copied to several places was written once. */
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
  compare(a.position?.file ?? "", b.position?.file ?? "") ||
  (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
  (a.position?.column ?? 0) - (b.position?.column ?? 0) ||
  compare(a.code, b.code);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** RFC 6901 with the `#` of a URI fragment, for messages. */
export const printPointer = (pointer: Pointer): string =>
  "#" +
  pointer
    .map((token) => "/" + token.replaceAll("~", "~0").replaceAll("/", "~1"))
    .join("");

const fill = (template: string, details: Details): string =>
  template.replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(details, name) ? printable(String(details[name])) : hole,
  );

/** Cuts long text and shows control characters, so that a document cannot drive the terminal. */
export const printable = (text: string): string => {
  const shown = text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) =>
      `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}}`,
  );
  return shown.length > 200
    ? shown.slice(0, 199).replace(/\p{Cs}$/u, "") + "…"
    : shown;
};
