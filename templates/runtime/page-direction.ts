/** Lists that can be read from an item backward. */
import { valueAt } from "./next-page.js";
import type { Operation } from "./operation.js";

/**
 * The operation as it goes on: where what asks for the page before is passed,
 * the first item of a page leads to the next one.
 */
export const inDirection = (
  operation: Operation,
  params: object | undefined,
  previous: readonly string[],
): Operation => {
  const { paging } = operation;
  const isBackward = (valueAt(params, previous) ?? "") !== "";
  return paging && isBackward
    ? {
        ...operation,
        paging: {
          ...paging,
          by: "cursor",
          param: previous,
          next: [...paging.items, "0", ...(paging.id ?? [])],
        },
      }
    : operation;
};
