/**
 * Which schemas a method reaches: from its parameters and request body, and from its successful responses.
 */
import {
  parseReference,
  printReference,
  valueAt,
} from "../../openapi/pointers.js";
import {
  isRecord,
  type JsonObject,
  recordOrEmpty,
} from "../../openapi/records.js";
import type { KnownOperation } from "../known-document.js";

/** @returns a test: true for references that an operation reaches, or that point into one */
export const reachableFrom = (
  operations: readonly KnownOperation[],
  root: Readonly<JsonObject>,
): ((reference: string) => boolean) => {
  const reached = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (!isRecord(value)) return;
    if (typeof value["$ref"] === "string") visitComponent(value["$ref"]);
    Object.values(value).forEach(visit);
  };
  const visitComponent = (reference: string): void => {
    const pointer = parseReference(reference)?.slice(0, 3) ?? [];
    const component = printReference(pointer);
    if (pointer[0] !== "components" || reached.has(component)) return;
    reached.add(component);
    visit(valueAt(root, pointer));
  };
  for (const { operation, pointer } of operations) {
    const shared = recordOrEmpty(valueAt(root, pointer.slice(0, 2)));
    visit([shared["parameters"], operation["parameters"]]);
    visit(operation["requestBody"]);
    for (const [status, response] of Object.entries(
      recordOrEmpty(operation["responses"]),
    ))
      if (/^(?:2|default$)/i.test(status)) visit(response);
  }
  return (reference) => {
    const pointer = parseReference(reference) ?? [];
    return pointer[0] === "components"
      ? reached.has(printReference(pointer.slice(0, 3)))
      : operations.some((one) =>
          one.pointer.every((token, index) => pointer[index] === token),
        );
  };
};
