/**
 * Descriptions of the document. They are CommonMark, which allows HTML; but editors show HTML as source,
 * and the pages of the docs must not pass it on. So common tags become the equivalent Markdown; all
 * others are kept, and shown as text.
 */
import type { OperationObject } from "../openapi/document.js";
import { mapLinks } from "../openapi/links-in-text.js";
import type { Doc, Text } from "../sdk/sdk.js";

/** The text of a `description` as Markdown; undefined where it is blank. */
export function textOf(value = ""): Text | undefined {
  const text = withoutTags(withoutDeadLinks(value));
  return text.trim() === "" ? undefined : (text as Text);
}

/** The comment of an object that has only a description. */
export function describedBy(value: string | undefined): Doc {
  const description = textOf(value);
  return description === undefined ? {} : { description };
}

/** The comment of an operation or a webhook. */
export function operationDoc(
  operation: Pick<OperationObject, "summary" | "description" | "deprecated">,
): Doc {
  const { summary, description } = operation;
  const [title, text] = [textOf(summary), textOf(description)];
  return {
    ...(title !== undefined && { summary: title }),
    ...(text !== undefined && text !== title && { description: text }),
    ...deprecationOf(operation),
  };
}

const deprecationExtensions = [
  "x-sdkwright-deprecation",
  "x-stainless-deprecation-message",
];

/** Whether something is deprecated; extensions say what to use instead. */
export function deprecationOf(
  node: Readonly<Record<string, unknown>>,
): Pick<Doc, "deprecated" | "deprecation"> {
  const message = deprecationExtensions
    .map((name) => node[name])
    .map((value) => (typeof value === "string" ? textOf(value) : undefined))
    .find((text) => text !== undefined);
  if (message !== undefined) return { deprecated: true, deprecation: message };
  return node["deprecated"] === true ? { deprecated: true } : {};
}

/**
 * What is relative to the pages that the description was written for leads nowhere from a comment or a
 * page of the package: the label stays.
 */
const withoutDeadLinks = (text: string): string =>
  mapLinks(text, ({ whole, label, target }) =>
    /^(?:https?:|mailto:)/i.test(target) ? whole : label,
  );

const knownTag = /<(?:p|br|b|strong|i|em|code|a|ul|ol|li|h[1-6])[\s/>]/i;

/** Code in Markdown, in which tags are quoted. */
const markdownCode = /(```[^]*?```|`[^`\n]*`)/;

function withoutTags(text: string): string {
  if (!knownTag.test(text)) return text;
  return text
    .split(markdownCode)
    .map((part, index) => (index % 2 === 1 ? part : inBlocks(inLines(part))))
    .join("")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Inline tags; only in pairs, and around plain text. */
const inLines = (text: string): string =>
  text
    .replace(/<code>([^<`\n]*)<\/code>/gi, (_, inner: string) =>
      inner.trim() === "" ? "" : `\`${withoutEntities(inner.trim())}\``,
    )
    .replace(
      /<a\s[^<>]*?href\s*=\s*(["'])([^"'<>\s]*)\1[^<>]*>([^<]*)<\/a>/gi,
      (_, __, target: string, inner: string) =>
        /^(?:https?:|mailto:)/i.test(target) && !/[()[\]]/.test(target + inner)
          ? `[${inner.trim()}](${target})`
          : inner,
    )
    .replace(/<(b|strong|i|em)>([^<]*)<\/\1>/gi, (_, tag: string, inner) =>
      emphasised(String(inner), /^[bs]/i.test(tag) ? "**" : "*"),
    );

/** Markdown wants the marks next to the words, and spaces outside. */
const emphasised = (inner: string, mark: string): string => {
  const words = inner.trim();
  if (words === "") return inner;
  const [before = "", after = ""] = inner.split(words);
  return `${before}${mark}${words}${mark}${after}`;
};

/** Block tags. A line of a Markdown table cannot be broken. */
function inBlocks(text: string): string {
  const isTable = /^[ \t]*\|/m.test(text);
  const isList = /<\/(?:ul|ol|li)>/i.test(text);
  const hasParagraphs = /<\/p>|^\s*<p>/i.test(text);
  /** The last number of each enclosing list; undefined for lists without numbers. */
  const lists: (number | undefined)[] = [];
  return text.replace(
    /[ \t\n]{0,40}<(\/?)(p|br|ul|ol|li|h[1-6])(?:\s[^<>]*)?\/?>[ \t\n]{0,40}/gi,
    (whole, slash: string, tag: string) => {
      const isEnd = slash !== "";
      switch (tag.toLowerCase()) {
        case "p":
          return hasParagraphs ? "\n\n" : whole;
        case "br":
          return isTable ? whole : "\n\n";
        case "ul":
        case "ol":
          if (!isList) return whole;
          // the items of a nested list start lines of their own
          if (isEnd) lists.pop();
          else if (lists.push(/ol/i.test(tag) ? 0 : undefined) > 1) return "";
          return isEnd && lists.length > 0 ? "" : "\n\n";
        case "li":
          return !isList ? whole : isEnd ? "" : `\n${bullet(lists)} `;
        default:
          return isEnd ? "**\n\n" : "\n\n**";
      }
    },
  );
}

/** The indentation of an item, and its bullet or number. */
function bullet(lists: (number | undefined)[]): string {
  const margin = "  ".repeat(Math.min(Math.max(lists.length - 1, 0), 5));
  const last = lists.at(-1);
  if (last === undefined) return `${margin}-`;
  lists[lists.length - 1] = last + 1;
  return `${margin}${last + 1}.`;
}

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
  "&amp;": "&",
};

/** Markdown does not decode entities in code. */
const withoutEntities = (text: string): string =>
  text.replace(
    /&(?:lt|gt|quot|#39|nbsp|amp);/g,
    (entity) => entities[entity] ?? entity,
  );
