/**
 * The URL of a file or directory of sdkwright itself.
 *
 * Modules run from `generator/` in tests, from `.compiled/` in development, and joined into chunks from
 * `dist/chunks/`. This one lies one directory deep in each, so that its URL leads to the same place.
 *
 * @param path below the directory of sdkwright's `package.json`: `templates/runtime/`
 */
export const ownFile = (path: string): URL =>
  new URL(`../../${path}`, import.meta.url);
