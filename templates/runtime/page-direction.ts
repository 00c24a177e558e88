/** Lists that can be read backward from an item. */
import { valueAt } from "./next-page.js";
import type { Operation } from "./operation.js";

/**
 * The operation in the direction of a call: where the params ask for the page
 * before an item, the first item of each page leads to the next page.
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
