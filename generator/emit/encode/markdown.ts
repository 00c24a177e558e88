/**
 * Text becomes Markdown here and nowhere else: the same as `encode.ts` for pages. What is made is in
 * prettier's form.
 */
import { invisible, lineEnd } from "./encode.js";
import { textWidth } from "./text-width.js";

declare const markdownBrand: unique symbol;

/** A piece of Markdown that is safe in its place. */
export type Markdown = string & { readonly [markdownBrand]: true };

/** A template whose holes take only Markdown: other text in one of them does not compile. */
export const mdText = (
  parts: TemplateStringsArray,
  ...holes: readonly (Markdown | number)[]
): Markdown => String.raw({ raw: parts }, ...holes) as Markdown;

/** Parts that are not empty. */
export const joinMarkdown = (
  parts: readonly Markdown[],
  separator: string,
): Markdown => parts.filter((part) => part !== "").join(separator) as Markdown;

/** A link to another place of the package, such as `models.md#pet`. */
export const link = (label: Markdown, target: string): Markdown =>
  `[${label}](${target.replace(/[^\p{L}\p{N}\p{M}\p{Pc}#./-]/gu, percentEncoded)})` as Markdown;

/** What a link out of the package may lead to. */
const web = /^(?:https?:\/\/|mailto:)[\w.~:/?#@!$&+,;=%-]+$/i;

/** What old HTML takes for a character without any semicolon: `&times` in `&timestamp=`. */
const oldEntity =
  /&(?:amp|lt|gt|quot|nbsp|iexcl|cent|pound|curren|yen|brvbar|sect|uml|copy|ord[fm]|[lr]aquo|not|shy|reg|macr|deg|plusmn|sup\d|acute|micro|para|middot|cedil|frac\d|iquest|times|divide|szlig|eth|thorn|[aeiouyncs](?:grave|acute|circ|tilde|uml|ring|slash|cedil|elig))/i;

export const isWebLink = (url: string): boolean =>
  web.test(url) && !oldEntity.test(url);

/** A link of the document; its target as text where it is none. */
export const webLink = (label: string, url: string): Markdown =>
  isWebLink(url)
    ? label === url
      ? (`<${url}>` as Markdown)
      : (`[${escapeMarkdown(label.trim())}](${url})` as Markdown)
    : label === url
      ? codeSpan(url, "text")
      : mdText`${escapeMarkdown(label.trim())}: ${codeSpan(url, "text")}`;

/** A small image that leads to a page; nothing where either is no link that can be written. */
export const badge = (
  label: Markdown,
  { image, page }: { readonly image: string; readonly page: string },
): Markdown =>
  isWebLink(image) && isWebLink(page)
    ? (`[![${label}](${image})](${page})` as Markdown)
    : mdText``;

const percentEncoded = (character: string): string =>
  [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).padStart(2, "0")}`)
    .join("");

const oneLine = (text: string): string =>
  /^[ -~]*$/.test(text)
    ? text
    : text.split(lineEnd).join(" ").replace(invisible, "\ufffd");

/** Text inside of a line: everything that Markdown or HTML reads is escaped. */
export const escapeMarkdown = (text: string): Markdown =>
  oneLine(text)
    // Two braces, or one with a percent sign, are what template engines of sites run.
    .replace(
      /[<>&]|\{(?=[{%#])/g,
      (character) => `&#${character.charCodeAt(0)};`,
    )
    .replace(/[\\`*_[\]|~$]/g, "\\$&") as Markdown;

/** A line cannot start with what begins a heading, a list or a rule. */
export const asLine = (text: string): Markdown =>
  text
    .trim()
    .replace(/^[-+#]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2") as Markdown;

/** Text as one line of a page. */
export const markdown = (text: string): Markdown =>
  asLine(escapeMarkdown(oneLine(text).trim()));

/** The shortest run of backticks that does not occur in a text. */
function fenceFor(text: string, least: number): string {
  if (!text.includes("`")) return "`".repeat(least);
  const runs = new Set([...text.matchAll(/`+/g)].map(([run]) => run.length));
  let length = least;
  while (runs.has(length)) length++;
  return "`".repeat(length);
}

/** Text between backticks. In the cell of a table a bar would end the cell. */
export function codeSpan(
  text: string,
  where: "cell" | "text" = "cell",
): Markdown {
  const line = oneLine(text).trim();
  // A backslash before a bar would be read as the escape of the bar.
  if (line === "" || (where === "cell" && line.includes("\\|")))
    return markdown(line);
  const fence = fenceFor(line, 1);
  const gap = /^`|`$/.test(line) ? " " : "";
  const inside = where === "cell" ? line.replaceAll("|", "\\|") : line;
  return `${fence}${gap}${inside}${gap}${fence}` as Markdown;
}

/** prettier formats code of the languages that it knows; it leaves alone what has none. */
type BlockLanguage = "ts" | "js" | "json" | "sh" | "python" | "go" | "";

/** A block of code. */
export function codeBlock(language: BlockLanguage, text: string): Markdown {
  let longest = 2;
  for (const [run] of text.matchAll(/`+/g))
    longest = Math.max(longest, run.length);
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}` as Markdown;
}

/** Lines of the document in a block of code. */
export const codeLines = (lines: readonly string[]): Markdown =>
  codeBlock(
    "",
    lines.map((line) => oneLine(line.replaceAll("\t", "  "))).join("\n"),
  );

/** A list, tight. */
export const listed = (items: readonly Markdown[]): Markdown =>
  items.map((item) => `- ${item}`).join("\n") as Markdown;

const padded = (text: string, width: number): string =>
  text + " ".repeat(width - textWidth(text));

/** A table; every column is as wide as its widest cell. */
export function table(
  head: readonly string[],
  rows: readonly (readonly Markdown[])[],
): Markdown {
  const widths = head.map((name, column) =>
    rows.reduce(
      (widest, row) => Math.max(widest, textWidth(row[column] ?? "")),
      Math.max(3, name.length),
    ),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => padded(cells[column] ?? "", width)).join(" | ")} |`;
  return [
    line(head),
    line(widths.map((width) => "-".repeat(width))),
    ...rows.map(line),
  ].join("\n") as Markdown;
}
