/**
 * How many operations of the document a package has, for reports and for the lock file.
 */
import type { OperationCount } from "./output.js";
import type { Resource, Sdk } from "./sdk.js";

/** @param excluded how many operations the config filters out */
export const countOperations = (
  { operationCount, operations, resources, webhooks }: Sdk,
  excluded: number,
): OperationCount => ({
  total: operationCount,
  generated: operations.length + countIn(resources),
  ...(excluded > 0 && { excluded }),
  ...(webhooks.length > 0 && { webhooks: webhooks.length }),
});

const countIn = (resources: readonly Resource[]): number =>
  resources.reduce(
    (sum, { operations, children }) =>
      sum + operations.length + countIn(children),
    0,
  );
