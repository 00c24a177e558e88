/**
 * How many columns a text takes on a screen, as prettier counts them: an emoji takes two, an accent
 * of its own none. Tables are aligned, and lines broken, by it.
 */
import { createRequire } from "node:module";
import type Prettier from "prettier";

/** One column and one UTF-16 unit for each character. */
const narrow =
  /^[\n\t\x20-\x7e\xa1-\xa8\xaa-\xad\xaf-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u203b\u203d-\u2048\u204a-\u205e\u20ac\u2190-\u2193\ufffd]*$/;

let prettier: typeof Prettier | undefined;

export const textWidth = (text: string): number => {
  if (narrow.test(text)) return text.length;
  // Most documents have no such text, and need not wait for it.
  prettier ??= createRequire(import.meta.url)("prettier") as typeof Prettier;
  return prettier.util.getStringWidth(text);
};
