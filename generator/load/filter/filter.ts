/**
 * Leaves out the operations that the config does not want, and then what nothing uses any more.
 *
 * It runs before the checks: what is left out need not be right. So every value may still hold
 * anything.
 */
import type { OperationFilter } from "../../config/config.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer } from "../../openapi/document.js";
import { operationsOf } from "../../openapi/operations.js";
import type { SourceLocations } from "../read/source-locations.js";
import {
  type JsonObject,
  isRecord,
  remove,
  setOwn,
} from "../../openapi/records.js";
import { valueAt } from "../../openapi/pointers.js";
import { Resolver } from "../bundle/resolver.js";
import { Matcher } from "./matcher.js";
import { prune } from "./prune.js";
import { hasSkipped, isSkipped } from "./skipped.js";

export interface Filters {
  /** Only these; without it all. */
  readonly include?: OperationFilter;
  /** Not these, whatever `include` says. */
  readonly exclude?: OperationFilter;
  /** Schemas that stay without an operation: names of components, or JSON Pointers. Default: none. */
  readonly keptSchemas?: readonly string[];
}

/** How many operations were left out, webhooks aside. `root` is changed. */
export const leaveOutOperations = (
  root: JsonObject,
  { include = {}, exclude = {}, keptSchemas = [] }: Filters,
  locations: SourceLocations,
  diagnostics: Diagnostics,
): number => {
  const only = new Matcher(include);
  const without = new Matcher(exclude);
  if (only.isEmpty && without.isEmpty && !hasSkipped(root)) return 0;
  const before = { ...root };
  const selection = new OperationSelector(before, only, without, locations);
  const leaveOut = (group: string): void => {
    const items = root[group];
    if (isRecord(items)) root[group] = selection.items(items, group);
  };
  leaveOut("paths");
  const excluded = selection.left;
  leaveOut("webhooks");
  for (const [option, { unused }] of [
    ["include", only],
    ["exclude", without],
  ] as const) {
    for (const pattern of unused) {
      diagnostics.report("filter-unmatched", { option, pattern });
    }
  }
  const { kept, left } = selection;
  if (kept === 0 && left > 0) diagnostics.report("filter-empty", { left });
  else prune(root, { before, locations, keptSchemas });
  return excluded;
};

class OperationSelector {
  kept = 0;
  left = 0;
  readonly #resolver: Resolver;

  constructor(
    root: unknown,
    readonly only: Matcher,
    readonly without: Matcher,
    readonly locations: SourceLocations,
  ) {
    this.#resolver = new Resolver(root);
  }

  /** A new map: references into operations still lead to the old one. */
  items(items: Readonly<JsonObject>, group: string): JsonObject {
    const result: JsonObject = {};
    for (const [key, item] of Object.entries(items)) {
      const rest =
        isRecord(item) && !key.startsWith("x-")
          ? this.#item(item, key, [group, key])
          : item;
      if (rest !== undefined) setOwn(result, key, rest);
    }
    return result;
  }

  /** Undefined when no operation of it is wanted; the item itself when all are. */
  #item(
    item: JsonObject,
    path: string,
    pointer: Pointer,
  ): JsonObject | undefined {
    const shared = this.#resolver.follow(item) ?? {};
    const operations = [...operationsOf({ ...shared, ...item })];
    const unwanted = operations.filter(
      ({ operation, method }) => !this.#wants(operation, method, path),
    );
    this.left += unwanted.length;
    this.kept += operations.length - unwanted.length;
    if (unwanted.length === 0) return item;
    if (unwanted.length === operations.length) return undefined;
    const rest = this.#inPlace(item, shared, pointer);
    if (isRecord(rest.additionalOperations)) {
      rest.additionalOperations = { ...rest.additionalOperations };
    }
    for (const { pointer: operation } of unwanted) {
      const holder = valueAt(rest, operation.slice(0, -1));
      if (isRecord(holder)) remove(holder, operation.at(-1) ?? "");
    }
    return rest;
  }

  #wants(
    operation: Readonly<JsonObject>,
    method: string,
    path: string,
  ): boolean {
    if (isSkipped(operation)) return false;
    const { operationId, tags, deprecated } = operation;
    const candidate = {
      method,
      path,
      operationId: typeof operationId === "string" ? operationId : undefined,
      tags: Array.isArray(tags)
        ? tags.filter((tag) => typeof tag === "string")
        : [],
      deprecated: deprecated === true,
    };
    const isIncluded = this.only.matches(candidate) || this.only.isEmpty;
    return !this.without.matches(candidate) && isIncluded;
  }

  /** A path item that is shared is written out where only a part of it is wanted. */
  #inPlace(
    item: Readonly<JsonObject>,
    shared: Readonly<JsonObject>,
    pointer: Pointer,
  ): JsonObject {
    const { $ref, ...own } = item;
    if (typeof $ref !== "string") return { ...item };
    const target = this.#resolver.target($ref)?.pointer ?? pointer;
    for (const key of Object.keys(shared)) {
      if (Object.hasOwn(own, key)) continue;
      this.locations.set([...pointer, key], [...target, key]);
    }
    return { ...shared, ...own };
  }
}
