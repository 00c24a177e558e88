/**
 * The names that people ask for: in the config, then in extensions of the document.
 */
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

/** The resource in the config's method. */
export const configuredResource = (
  entry: OperationEntry,
  options: PlacementOptions,
): readonly string[] | undefined => {
  const parts = configuredMethod(entry, options)?.split(".") ?? [];
  return parts.length > 1 ? parts.slice(0, -1) : undefined;
};

const extensions = [
  "x-sdkwright-name",
  "x-speakeasy-name-override",
  "x-fern-sdk-method-name",
];

/** The name in extensions. */
export const extendedName = ({
  operation,
}: OperationEntry): string | undefined =>
  extensionName(operation, extensions, camelCase);

/** The name in the config, then in extensions. */
export function chosenName(
  entry: OperationEntry,
  options: PlacementOptions,
): string | undefined {
  const wanted = configuredMethod(entry, options)?.split(".").at(-1);
  return wanted ?? extendedName(entry);
}
