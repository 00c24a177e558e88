/**
 * Names for generated code that a document holds in extensions (`x-…`).
 */

/** The first of the extensions that holds a name, in the casing asked for. */
export function extensionName(
  object: Readonly<Record<string, unknown>>,
  extensions: readonly string[],
  casing: (name: string) => string,
): string | undefined {
  for (const extension of extensions) {
    const value = object[extension];
    const name = typeof value === "string" ? casing(value) : "";
    if (name !== "") return name;
  }
  return undefined;
}
