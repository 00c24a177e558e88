/**
 * The names that people ask for: in the config, then in extensions of the document.
 */
import { isRecord } from "../../openapi/records.js";
import type { OperationEntry } from "../resources/entries.js";
import { camelCase } from "./casing.js";
import { extensionName } from "./name-extensions.js";

/** Names by what they name, which is there: patterns and functions have been applied. */
export interface PlacementOptions {
  readonly resources?: Readonly<Record<string, string>>;
  readonly methods?: Readonly<Record<string, string>>;
  readonly clientParameters?: readonly string[];
}

/** The method in the config: `list`, or with its resource `apiKeys.list`. */
function configuredMethod(
  { key, id }: OperationEntry,
  { methods = {} }: PlacementOptions,
): string | undefined {
  const name = [key, id].find(
    (candidate) => candidate !== undefined && Object.hasOwn(methods, candidate),
  );
  return name === undefined ? undefined : methods[name];
}

/** The resource in the config's method; empty for `$client.me`, a method of the client. */
export const configuredResource = (
  entry: OperationEntry,
  options: PlacementOptions,
): readonly string[] | undefined => {
  const parts = configuredMethod(entry, options)?.split(".") ?? [];
  return parts.length > 1 ? resourceOf(parts) : undefined;
};

/** Of a dotted name; a method of the client has none. */
export const resourceOf = (parts: readonly string[]): readonly string[] =>
  parts[0] === "$client" ? [] : parts.slice(0, -1);

const extensions = [
  "x-sdkwright-name",
  "x-speakeasy-name-override",
  "x-fern-sdk-method-name",
];

/** The name in extensions. */
export const extendedName = ({
  operation,
}: OperationEntry): string | undefined =>
  extensionName(operation, extensions, camelCase) ??
  (camelCase(dottedMethod(operation).at(-1) ?? "") || undefined);

/** The resource in an extension that has both: `accounts.list`, or as its `path`. */
export const extendedResource = ({
  operation,
}: OperationEntry): readonly string[] | undefined => {
  const parts = dottedMethod(operation);
  return parts.length > 1
    ? resourceOf(parts)
        .map(camelCase)
        .filter((name) => name !== "")
    : undefined;
};

const dottedMethod = (
  operation: OperationEntry["operation"],
): readonly string[] => {
  const value = operation["x-stainless-method"];
  const text = isRecord(value) ? value["path"] : value;
  return typeof text === "string" ? text.split(".") : [];
};

/** The name in the config, then in extensions. */
export function chosenName(
  entry: OperationEntry,
  options: PlacementOptions,
): string | undefined {
  const wanted = configuredMethod(entry, options)?.split(".").at(-1);
  return wanted ?? extendedName(entry);
}
