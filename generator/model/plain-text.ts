/**
 * Text of the document for places that know no Markdown, such as the fields of a manifest.
 */

/** At most so many characters on one line, without control characters. */
export const plain = (text: string, most = 120): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .slice(0, most)
    .replace(/\p{Cs}$/u, "");

/** What begins a block that is no paragraph: a heading, a list, a quote, code, a table, HTML. */
const otherBlock = /^\s*(?:#|[-*+>|<`~]|\d+[.)]\s|\[[^\]]*\]:)|^(?: {4}|\t)/;

const longest = 200;

/** The first sentence of the first paragraph; undefined where it is too long, or says too little. */
export function firstSentence(markdown: string): string | undefined {
  const paragraph = markdown
    .replace(/\r\n?/g, "\n")
    .slice(0, 20_000)
    .split(/\n[ \t]*\n/)
    // A heading may stand right above its text, and be underlined.
    .map((block) =>
      block.replace(/^(?:\s*#[^\n]*\n|[^\n]*\n\s*(?:=+|-+)\s*(?:\n|$))+/, ""),
    )
    .find((block) => block.trim() !== "" && !otherBlock.test(block));
  if (paragraph === undefined) return undefined;
  const text = plain(
    paragraph
      .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, "$1")
      .replace(/<\/?[a-z][^<>]*>/gi, "")
      .replace(/(\*\*|__|`)(.*?)\1/g, "$2")
      .replace(/(?<![\w*])[*_](\S.*?)[*_](?![\w*])/g, "$1")
      .replace(/\\([!-/:-@[-`{-~])/g, "$1"),
    10_000,
  );
  const [sentence = ""] = /^.*?[.!?。](?=\s|$)/u.exec(text) ?? [text];
  return sentence.length < 20 || sentence.length > longest
    ? undefined
    : sentence;
}
