/**
 * Successes without `content`: the document does not say that there is no body, and frameworks leave
 * it out by default. One report for all of them.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import { firstKeys } from "./first-keys.js";
import type { PlannedOperation } from "./planned.js";

export function reportUndeclared(
  planned: readonly PlannedOperation[],
  diagnostics: Diagnostics,
): void {
  const found = planned.filter(
    ({ results }) =>
      results.declaresSuccess && results.result.kind === "undeclared",
  );
  const [first] = found;
  if (!first) return;
  diagnostics.report(
    "response-no-content",
    {
      count: String(found.length),
      all: String(planned.length),
      operations: firstKeys(found.map(({ entry }) => entry.key)),
    },
    [...first.entry.pointer, "responses"],
  );
}
