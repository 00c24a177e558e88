/**
 * Operations of the whole document: how many there are, and the ids that two of them share. The names
 * of methods do not depend on ids alone, so that is a warning.
 */
import type { Checking } from "./check.js";
import { operationsOf } from "./paths.js";
import { isRecord, type Path, toPointer } from "../../openapi/pointers.js";
import { limits } from "../read/read.js";

export const checkOperationIds = ({ root, diagnostics }: Checking): void => {
  const first = new Map<string, Path>();
  let count = 0;
  for (const group of ["paths", "webhooks"]) {
    const items = root[group];
    if (!isRecord(items)) continue;
    for (const [key, item] of Object.entries(items)) {
      if (!isRecord(item)) continue;
      const parent = {
        parent: { parent: undefined, token: group },
        token: key,
      };
      for (const [{ operationId }, path] of operationsOf(item, parent)) {
        if (++count === limits.operations + 1) {
          diagnostics.report(
            "operations-limit",
            { limit: limits.operations },
            toPointer(path),
          );
        }
        if (typeof operationId !== "string" || operationId.trim() === "") {
          continue;
        }
        const at: Path = { parent: path, token: "operationId" };
        const other = first.get(operationId);
        if (other === undefined) {
          first.set(operationId, at);
          continue;
        }
        diagnostics.report(
          "operation-id-duplicate",
          { id: operationId },
          toPointer(at),
          [toPointer(other)],
        );
      }
    }
  }
};
