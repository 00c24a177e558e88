/**
 * The names that a run is to give anew, for `generate --rename`: all, or those that were asked for.
 */
import { nearest } from "../../config/nearest.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import { boundIds } from "./bound-ids.js";

type Names = ReadonlyMap<string, string>;

export interface DropRequest {
  /** `true` for all names, or names as `sdkwright names` prints them, or operations: `GET /rooms`. */
  readonly wanted: true | readonly string[];
  /** Those of the lock file. */
  readonly bound: Names;
  /** Everything that the package is called by now. */
  readonly current: () => Names;
  /** The package's directory, for messages. */
  readonly output: string;
}

/** The names that stay; what nothing is called is reported. */
export function withoutDropped(
  { wanted, bound, current, output }: DropRequest,
  diagnostics: Diagnostics,
): Names {
  if (wanted === true) return new Map();
  const names = current();
  const ids = boundIds(names);
  const dropped = new Set<string>();
  for (const name of wanted) {
    const own = ids.get(name);
    if (own === undefined) {
      const near = nearest(name, [...ids.keys()].sort());
      const hint =
        near === undefined
          ? "Give a name as `sdkwright names` prints it, or an operation such as `GET /pets`."
          : `Did you mean ${near}? \`sdkwright names\` prints every name.`;
      diagnostics.report("rename-unknown", { name, output, hint });
    }
    for (const id of own ?? []) dropped.add(id);
  }
  return new Map([...bound].filter(([id]) => !dropped.has(idOf(id))));
}

/** A note of why a name has a number goes with the name. */
const idOf = (id: string): string => id.replace(/^collision /, "");
