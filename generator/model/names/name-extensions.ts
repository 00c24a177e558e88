/**
 * Names for generated code that a document holds in extensions (`x-…`).
 */

/** The first of the extensions that holds a name, in the casing asked for. */
export const extensionName = (
  object: Readonly<Record<string, unknown>>,
  extensions: readonly string[],
  casing: (name: string) => string,
): string | undefined =>
  extensions
    .map((extension) => object[extension])
    .map((value) => (typeof value === "string" ? casing(value) : ""))
    .find((name) => name !== "");
