/**
 * Markdown of the document in a Markdown page: paragraphs, lists, quotes, code, emphasis and links stay what
 * they are; everything else that a renderer would act on is shown as the text it is. Raw HTML, images
 * and links to anything but the web never get through.
 *
 * The result is in prettier's form already, so that a page need not be formatted once more.
 */
import {
  asLine,
  codeLines,
  codeSpan,
  escapeMarkdown,
  isWebLink,
  type Markdown,
} from "../encode/markdown.js";

const linesOf = (text: string): readonly string[] =>
  text.replace(/\r\n?/g, "\n").split("\n");

export interface ProseOptions {
  /** How many levels headings are moved down. Without it they are bold: they have no place in a section. */
  readonly headings?: number;
}

/** Several blocks, apart by empty lines. */
export const prose = (text: string, options: ProseOptions = {}): Markdown =>
  blocksText(linesOf(text), options);

/** One line: for the cell of a table, where a bar in code has to be escaped, or outside of any. */
export const proseLine = (
  text: string,
  where: "cell" | "text" = "cell",
): Markdown => lineText(linesOf(text), where);

const blocksText = (
  lines: readonly string[],
  options: ProseOptions,
): Markdown =>
  blocksOf(lines)
    .map((block) => blockText(block, options))
    .filter(Boolean)
    .join("\n\n") as Markdown;

const lineText = (lines: readonly string[], where: "cell" | "text"): Markdown =>
  blocksOf(lines)
    .map((block) => lineBlock(block, where))
    .filter(Boolean)
    .join(" ") as Markdown;

type Block =
  | {
      readonly kind: "paragraph" | "code" | "quote";
      readonly lines: readonly string[];
    }
  | {
      readonly kind: "heading";
      readonly level: number;
      readonly lines: readonly string[];
    }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly items: readonly string[];
    };

const fence = /^ {0,3}(`{3,}|~{3,})/;
const heading = /^ {0,3}(#{1,6})\s+(.*)$/;
/** Below a paragraph, the mark of a heading. */
const underline = /^ {0,3}(?:(=)=+|--+)\s*$/;
const quote = /^ {0,3}>(?:[ >]*> ?| ?)/;
const bullet = /^\s*(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/;
/** GitHub's way of saying what a quote is for; others would show it as it is. */
const alert = /^\[!(note|tip|important|warning|caution)\]\s*/i;
const alertTitle = (_: string, kind: string): string =>
  `**${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}**\n`;
/** A tag for an empty line, or a rule between parts: neither has a text. */
const breaks =
  /^\s*(?:<\/?(?:p|div|ul|ol)>|<br\s*\/?>|(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})\s*$/i;

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let index = 0;
  const line = (): string => lines[index] ?? "";
  const isBlank = (): boolean => line().trim() === "" || breaks.test(line());
  const startsBlock = (): boolean =>
    isBlank() ||
    fence.test(line()) ||
    heading.test(line()) ||
    quote.test(line()) ||
    bullet.test(line());
  while (index < lines.length) {
    const mark = fence.exec(line())?.[1];
    const [, marks = "", title] = heading.exec(line()) ?? [];
    if (isBlank()) index++;
    else if (mark !== undefined) {
      const inside: string[] = [];
      for (index++; index < lines.length; index++) {
        if (line().trim().startsWith(mark)) break;
        inside.push(line());
      }
      index++;
      blocks.push({ kind: "code", lines: inside });
    } else if (title !== undefined) {
      index++;
      blocks.push({
        kind: "heading",
        level: marks.length,
        lines: [withoutMarks(title)],
      });
    } else if (quote.test(line())) {
      const inside: string[] = [];
      for (; quote.test(line()); index++)
        inside.push(line().replace(quote, "").replace(alert, alertTitle));
      blocks.push({ kind: "quote", lines: linesOf(inside.join("\n")) });
    } else if (bullet.test(line())) {
      const ordered = bullet.exec(line())?.[1] !== undefined;
      const items: string[] = [];
      for (; index < lines.length; index++) {
        const item = bullet.exec(line());
        if (item && (item[1] !== undefined) === ordered)
          items.push(item[2] ?? "");
        else if (isBlank()) {
          const next = nextPoint(lines, index, ordered);
          if (next === undefined) break;
          index = next - 1;
        } else if (item || startsBlock()) break;
        else items.push(`${items.pop() ?? ""} ${line().trim()}`);
      }
      blocks.push({ kind: "list", ordered, items });
    } else {
      const inside: string[] = [];
      do {
        inside.push(line());
        index++;
      } while (
        index < lines.length &&
        !startsBlock() &&
        !underline.test(line())
      );
      const under = underline.exec(line());
      if (under) index++;
      blocks.push(
        under
          ? { kind: "heading", level: under[1] === "=" ? 1 : 2, lines: inside }
          : { kind: "paragraph", lines: inside },
      );
    }
  }
  return blocks;
}

/** A heading may end in the marks that it begins with. */
function withoutMarks(title: string): string {
  let end = title.length;
  while (/[\s#]/.test(title.charAt(end - 1))) end--;
  return title.slice(0, end);
}

/** Where the same list goes on after empty lines; undefined where it does not. */
function nextPoint(
  lines: readonly string[],
  from: number,
  ordered: boolean,
): number | undefined {
  let index = from;
  while (lines[index]?.trim() === "") index++;
  const item = bullet.exec(lines[index] ?? "");
  return item !== null && (item[1] !== undefined) === ordered
    ? index
    : undefined;
}

function lineBlock(block: Block, where: "cell" | "text"): string {
  switch (block.kind) {
    case "code":
      return codeSpan(block.lines.map((line) => line.trim()).join(" "), where);
    case "list":
      return block.items.map((item) => inline(item, where)).join("; ");
    case "quote":
      return lineText(block.lines, where);
    case "heading":
    case "paragraph":
      return inline(block.lines.join(" "), where);
  }
}

function blockText(block: Block, options: ProseOptions): string {
  switch (block.kind) {
    case "quote": {
      const inside = blocksText(block.lines, {});
      const quoted = (line: string) => (line === "" ? ">" : `> ${line}`);
      return inside === "" ? "" : inside.split("\n").map(quoted).join("\n");
    }
    case "code": {
      const lines = block.lines.map((line) => line.trimEnd());
      return lines.every((line) => line === "") ? "" : codeLines(lines);
    }
    case "heading": {
      const text = inline(block.lines.join(" "), "plain");
      if (text === "") return "";
      return options.headings === undefined
        ? `**${text}**`
        : `${"#".repeat(Math.min(block.level + options.headings, 6))} ${text}`;
    }
    case "list":
      return block.items
        .map((item) => inline(item, "text"))
        .filter(Boolean)
        .map((item, index) =>
          block.ordered ? `${index + 1}. ${item}` : `- ${item}`,
        )
        .join("\n");
    case "paragraph":
      return inline(block.lines.join(" "), "text");
  }
}

/** `plain` is inside of other emphasis or of a link. */
type Where = "text" | "cell" | "plain";

/** Code, an autolink, a link or image, bold, italic, an escaped character, a tag for code. */
const tokens =
  /(?<!`)(?<ticks>`+)(?!`)(?<code>[^`]|[^`].*?[^`])\k<ticks>(?!`)|<(?<auto>https?:\/\/[^\s<>]+)>|!?\[(?<label>[^[\]]*)\]\((?<url>[^\s()]*)(?:\s+"[^"]*")?\)|(?<![\w*])\*\*(?<bold>[^\s*](?:[^*]*[^\s*])?)\*\*(?![\w*])|(?<![\w*\\])(?<mark>[*_])(?<italic>[^\s*_](?:[^*_]*[^\s*_])?)\k<mark>(?![\w*])|\\(?<escaped>[!-/:-@[-`{-~])|<code>(?<tag>[^<>]+)<\/code>|(?<break><br\s*\/?>)|(?<bare>https?:\/\/[^\s<>()[\]"'`*|\\]*[\w/=&#-])/giu;

function inline(text: string, where: Where): string {
  const parts: string[] = [];
  let plain = "";
  const flush = (): void => {
    parts.push(escapedText(plain));
    plain = "";
  };
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    plain += decoded(text.slice(end, match.index));
    end = match.index + match[0].length;
    const groups = match.groups ?? {};
    if (groups["escaped"] !== undefined) {
      plain += groups["escaped"];
      continue;
    }
    const token = tokenText(groups, where);
    if (token === undefined) plain += decoded(match[0]);
    else {
      flush();
      parts.push(token);
    }
  }
  plain += decoded(text.slice(end));
  flush();
  const line = parts.join("").replace(/ {2,}/g, " ");
  return where === "plain" ? line.trim() : asLine(line);
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Undefined where the match is nothing but text after all. */
function tokenText(groups: Groups, where: Where): string | undefined {
  const { label, url, bold, italic } = groups;
  const code = groups["code"] ?? groups["tag"];
  const link = groups["auto"] ?? groups["bare"];
  if (code?.trim() === "") return undefined;
  if (code !== undefined)
    return codeSpan(code.trim(), where === "cell" ? "cell" : "text");
  if (groups["break"] !== undefined) return " ";
  if (link !== undefined)
    return isWebLink(link) && where !== "plain" ? `<${link}>` : undefined;
  if (label !== undefined && url !== undefined) {
    const inside = inline(label, "plain");
    return where !== "plain" && inside !== "" && isWebLink(url)
      ? `[${inside}](${url})`
      : inside;
  }
  if (where === "plain") return undefined;
  if (bold !== undefined) return `**${inline(bold, "plain")}**`;
  return italic === undefined ? undefined : `_${inline(italic, "plain")}_`;
}

const entities: ReadonlyMap<string, string> = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#39;", "'"],
  ["&nbsp;", " "],
]);

const decoded = (text: string): string =>
  text.replace(
    /&(?:amp|lt|gt|quot|#39|nbsp);/g,
    (entity) => entities.get(entity) ?? entity,
  );

/** Runs of white space become a single space. */
const escapedText = (text: string): string =>
  escapeMarkdown(text.replace(/\s+/g, " "));
