/**
 * Operations of the whole document: how many there are, and the ids that two of them share. The names
 * of methods do not depend on ids alone, so that is a warning.
 */
import type { Pointer } from "../../openapi/document.js";
import { operationsIn } from "../../openapi/operations.js";
import { limits } from "../read/read.js";
import type { CheckContext } from "./context.js";

export const checkOperationIds = ({
  root,
  diagnostics,
}: CheckContext): void => {
  const first = new Map<string, Pointer>();
  let count = 0;
  for (const { operation, pointer } of operationsIn(root)) {
    if (++count === limits.operations + 1) {
      const { operations: limit } = limits;
      diagnostics.report("operations-limit", { limit }, pointer);
    }
    const { operationId: id } = operation;
    if (typeof id !== "string" || id.trim() === "") continue;
    const idPointer = [...pointer, "operationId"];
    const other = first.get(id);
    if (other === undefined) first.set(id, idPointer);
    else {
      diagnostics.report("operation-id-duplicate", { id }, idPointer, [other]);
    }
  }
};
