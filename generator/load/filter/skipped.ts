/**
 * What a document says is not for this language: `x-stainless-skip`, `true` or a list of languages.
 */
import { operationsIn } from "../../openapi/operations.js";
import { type Path, toPointer } from "../../openapi/pointers.js";
import { isRecord, type JsonObject, remove } from "../../openapi/records.js";
import type { SourceLocations } from "../read/source-locations.js";

const ourNames: readonly unknown[] = ["typescript", "node"];

export const isSkipped = (node: Readonly<JsonObject>): boolean => {
  const skip = node["x-stainless-skip"];
  return (
    skip === true ||
    (Array.isArray(skip) && skip.some((name) => ourNames.includes(name)))
  );
};

/** True if an operation is skipped. */
export const hasSkipped = (root: Readonly<JsonObject>): boolean => {
  for (const { operation } of operationsIn(root))
    if (isSkipped(operation)) return true;
  return false;
};

/** Properties of schemas and parameters that are skipped are taken out; `root` is changed. */
export const leaveOutParts = (
  root: JsonObject,
  locations: SourceLocations,
): void => {
  visit(root, undefined, locations);
};

const visit = (
  value: unknown,
  path: Path | undefined,
  locations: SourceLocations,
): void => {
  if (Array.isArray(value)) {
    if (path?.token === "parameters" && value.some(isSkippedPart))
      locations.filterItems(
        value,
        toPointer(path),
        (one) => !isSkippedPart(one),
      );
    for (const [index, item] of (value as unknown[]).entries())
      visit(item, { parent: path, token: `${index}` }, locations);
  } else if (isRecord(value)) {
    leaveOutProperties(value);
    for (const key of Object.keys(value))
      visit(value[key], { parent: path, token: key }, locations);
  }
};

const isSkippedPart = (value: unknown): boolean =>
  isRecord(value) && isSkipped(value);

const leaveOutProperties = (schema: JsonObject): void => {
  const { properties, required } = schema;
  if (!isRecord(properties)) return;
  const names = Object.keys(properties).filter((name) =>
    isSkippedPart(properties[name]),
  );
  for (const name of names) remove(properties, name);
  if (names.length > 0 && Array.isArray(required))
    schema["required"] = (required as unknown[]).filter(
      (name) => !names.includes(String(name)),
    );
};
