/**
 * What becomes of the calls of a published package's callers, as data: `--json` prints it.
 */
import type { FramedDiagnostic } from "../diagnostics/printer.js";
import type { ComparedMethod, Miss } from "./comparison.js";

export interface CallReport {
  readonly formatVersion: 1;
  /** False with errors, and where fewer calls compile than were asked for. */
  readonly ok: boolean;
  readonly published: {
    /** As the user named it. */
    readonly source: string;
    /** Null where it could not be read. */
    readonly name: string | null;
    readonly version: string | null;
  };
  /** The directory of our package; null where there is not one. */
  readonly output: string | null;
  readonly counts: CallCounts;
  readonly resources: readonly ComparedResource[];
  readonly diagnostics: readonly FramedDiagnostic[];
}

/** Numbers of methods; one that has several reasons counts for each. */
export interface CallCounts {
  readonly methods: number;
  readonly compiling: number;
  readonly notFound: number;
  readonly arguments: number;
  readonly options: number;
  readonly result: number;
  readonly iteration: number;
  readonly types: number;
}

export interface ComparedResource {
  /** `chat.completions`; empty for the client itself. */
  readonly name: string;
  readonly methods: readonly {
    readonly name: string;
    /** None where every call compiles. */
    readonly misses: readonly Miss[];
  }[];
}

/** In the order in which the published client has them. */
export const resourcesOfMethods = (
  methods: readonly ComparedMethod[],
): readonly ComparedResource[] => {
  const resources = new Map<string, ComparedResource["methods"][number][]>();
  for (const { path, misses } of methods) {
    const name = path.slice(0, -1).join(".");
    const list = resources.get(name) ?? [];
    resources.set(name, [...list, { name: path.at(-1) ?? "", misses }]);
  }
  return [...resources].map(([name, list]) => ({ name, methods: list }));
};

export const countCalls = (
  methods: readonly Pick<ComparedMethod, "misses">[],
): CallCounts => {
  const having = (reason: Miss["reason"]): number =>
    methods.filter(({ misses }) => misses.some((one) => one.reason === reason))
      .length;
  return {
    methods: methods.length,
    compiling: methods.filter(({ misses }) => misses.length === 0).length,
    notFound: having("not found"),
    arguments: having("arguments"),
    options: having("options"),
    result: having("result"),
    iteration: having("iteration"),
    types: having("types"),
  };
};

/** Of what was not compared. */
export const emptyReport = (source: string): CallReport => ({
  formatVersion: 1,
  ok: false,
  output: null,
  published: { source, name: null, version: null },
  counts: countCalls([]),
  resources: [],
  diagnostics: [],
});
