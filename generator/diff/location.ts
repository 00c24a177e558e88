/**
 * Where a change stands in the files of both sides.
 */
import type { Change } from "../change/change.js";
import { displayPath } from "../diagnostics/paths.js";
import type { Document } from "../openapi/document.js";
import { printPointer } from "../openapi/pointers.js";
import type { Sdk } from "../sdk/sdk.js";
import type { Surface } from "../surface/surface.js";
import { placeOf } from "./places.js";
import type { ReportedLocation } from "./report.js";

export interface LocatedSide {
  /** Absent of packages, whose files nobody wrote. */
  readonly document?: Document;
  readonly surface: Surface;
  /** The component schemas of models, by the name of the type. */
  readonly wireNames: ReadonlyMap<string, string>;
  /** The file as the user knows it, of one that was copied for the run. */
  readonly fileOf: (file: string) => string;
}

export const locationIn = (
  { where, operations }: Pick<Change, "where" | "operations">,
  { document, surface, wireNames, fileOf }: LocatedSide,
): ReportedLocation | null => {
  const functions = operations.map(({ id }) => id);
  const pointer =
    document && placeOf(where, functions, { document, surface, wireNames });
  if (!document || !pointer) return null;
  const { file, line, column } = document.locate(pointer);
  return {
    file: displayName(fileOf(file)),
    line,
    column,
    pointer: printPointer(pointer).slice(1),
  };
};

type Sides = Readonly<Record<"old" | "new", LocatedSide>>;

/**
 * Places have the new names of operations and the old ones of models: with both names, either document
 * is searched for what was renamed.
 */
export const underBothNames = (
  changes: readonly Pick<Change, "kind" | "where" | "to">[],
  { old, new: now }: Sides,
): Sides => {
  const operations = new Map(old.surface.operations);
  const wireNames = new Map(now.wireNames);
  for (const { kind, where, to = "" } of changes) {
    const operation = old.surface.operations.get(where);
    if (kind === "operation-renamed" && operation && !operations.has(to))
      operations.set(to, operation);
    const wireName = now.wireNames.get(to);
    if (kind === "model-renamed" && wireName !== undefined)
      wireNames.set(where, wireNames.get(where) ?? wireName);
  }
  return {
    old: { ...old, surface: { ...old.surface, operations } },
    new: { ...now, wireNames },
  };
};

/** The query of a URL may hold a key. */
const displayName = (file: string): string =>
  /^https?:/i.test(file) ? displayPath(file) : file;

/** The component schemas of models, by the name of the type. */
export const wireNamesOf = ({ models }: Sdk): ReadonlyMap<string, string> =>
  new Map(
    models.flatMap(({ name, wireName }) =>
      wireName === undefined ? [] : [[name, wireName]],
    ),
  );
