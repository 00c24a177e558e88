/**
 * A page of the docs.
 */
import type { PendingText } from "../contributions.js";
import type { Markdown } from "../encode/markdown.js";

/** @param blocks made when the page is; those that say nothing are left out */
export const docsPage = (
  path: string,
  blocks: () => readonly (Markdown | undefined)[],
): PendingText => ({
  path,
  text: () => `${blocks().filter(Boolean).join("\n\n")}\n`,
});
