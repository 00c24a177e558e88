/**
 * The operations of a document: every method of every path item, wherever it stands.
 */
import type { OperationObject, PathItem, Pointer } from "./document.js";
import { fieldsHolding } from "./grammar.js";
import { openapi3 } from "./objects.js";
import { isRecord, type JsonObject } from "./records.js";

/**
 * The fields of a path item that hold operations, in the order of the specification: the methods in
 * lower case, with `query` of 3.2 (section 4.9.1).
 */
export const methods = fieldsHolding(openapi3.pathItem, "operation");

type UncheckedObject = Readonly<JsonObject>;

export interface DocumentOperation<T extends object> {
  /** As it is sent: `GET`, or the name under `additionalOperations`, whose case counts. */
  readonly method: string;
  readonly operation: T;
  /** From where the search began: `["get"]`, `["additionalOperations", "COPY"]`. */
  readonly pointer: Pointer;
}

/**
 * The operations of a path item (OpenAPI 3.2 section 4.9): those of its fields, then the additional
 * ones. Values that are no objects are skipped.
 */
export function operationsOf(
  item: PathItem,
): Generator<DocumentOperation<OperationObject>>;
export function operationsOf(
  item: UncheckedObject,
): Generator<DocumentOperation<UncheckedObject>>;
export function* operationsOf(
  item: UncheckedObject,
): Generator<DocumentOperation<UncheckedObject>> {
  for (const field of methods) {
    const operation = Object.hasOwn(item, field) ? item[field] : undefined;
    if (isRecord(operation)) {
      yield { method: field.toUpperCase(), operation, pointer: [field] };
    }
  }
  const { additionalOperations: additional } = item;
  if (!isRecord(additional)) return;
  for (const [method, operation] of Object.entries(additional)) {
    if (!isRecord(operation)) continue;
    yield { method, operation, pointer: ["additionalOperations", method] };
  }
}

/** Every operation under `paths`, then under `webhooks`, with its pointer in the document. */
export function* operationsIn(
  root: UncheckedObject,
): Generator<DocumentOperation<UncheckedObject>> {
  for (const group of ["paths", "webhooks"]) {
    const items = root[group];
    if (!isRecord(items)) continue;
    for (const [key, item] of Object.entries(items)) {
      if (key.startsWith("x-") || !isRecord(item)) continue;
      for (const { pointer, ...rest } of operationsOf(item)) {
        yield { ...rest, pointer: [group, key, ...pointer] };
      }
    }
  }
}
