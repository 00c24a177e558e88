/**
 * The TypeScript of a Markdown page. What surrounds it is written in prettier's form, and so is code
 * whose lines fit; prettier itself is asked for the rest only, since a whole page can take it a second.
 */
import type { TextFile } from "../sdk/output.js";

export type Format = (file: Pick<TextFile, "path" | "text">) => Promise<string>;

/** @returns the page, with each block of TypeScript as prettier would put it there */
export async function formatCodeBlocks(
  page: string,
  format: Format,
): Promise<string> {
  const parts: string[] = [];
  let end = 0;
  for (const { index, 1: code = "" } of page.matchAll(block)) {
    if (isLaidOut(code)) continue;
    const start = index + fence.length;
    const formatted = await format({ path: "block.ts", text: code });
    parts.push(page.slice(end, start), formatted.trimEnd());
    end = start + code.length;
  }
  return parts.join("") + page.slice(end);
}

const fence = "```ts\n";
const block = /^```ts\n([^]*?)\n```$/gm;

/** A comment may end beyond the line's width. */
const isLaidOut = (code: string): boolean =>
  code
    .split("\n")
    .every((line) => fitting.test(line.replace(/; \/\/.*$/, ";")));

/** Other characters may be wider than one column. */
const fitting = /^[\x20-\x7e\u2026]{0,80}$/;
