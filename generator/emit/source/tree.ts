/**
 * The tree of `client.<resource>.<method>`, as those who print it go through it.
 */
import type { Name, Operation, Resource, Sdk } from "../../sdk/sdk.js";
import { filePart } from "../encode/encode.js";

export const resourceModulePath = ({ fileName }: Resource): string =>
  `src/resources/${filePart(fileName)}.ts`;

/** An operation with the path of its resource: `["subAccounts", "apiKeys"]`. */
export interface LocatedOperation {
  readonly operation: Operation;
  readonly path: readonly Name[];
}

/** What has methods: an SDK, or some resources of it. */
export type Methods = Pick<Sdk, "resources"> & Partial<Pick<Sdk, "operations">>;

/** Every operation, in the order of the files. */
export function* operationsOf(
  { operations = [], resources }: Methods,
  path: readonly Name[] = [],
): Generator<LocatedOperation> {
  for (const operation of operations) yield { operation, path };
  for (const { property, children, ...resource } of resources)
    yield* operationsOf({ ...resource, resources: children }, [
      ...path,
      property,
    ]);
}
