/**
 * Text of a document in Markdown that GitHub shows: a name may hold pipes, backticks, HTML, or what
 * GitHub makes a mention or a reference of.
 */

/** Made by the functions below. */
export type CommentText = string & { readonly isCommentText: true };

const oneLine = (text: string): string =>
  text
    .replace(/[\r\n\u0085\u2028\u2029]+/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\ufffd")
    .trim();

const entity = (character: string): string =>
  `&#${character.codePointAt(0) ?? 0};`;

/** Text between code: everything that Markdown, HTML or GitHub reads is written as a number. */
export const commentText = (text: string): CommentText =>
  oneLine(text).replace(
    /[<>&|\\`*_[\]~$@#]|:(?=\/\/)|^[-+=]|(?<=^\d+)[.)]/g,
    entity,
  ) as CommentText;

/** Code: a bar would end the cell of a table, also there. */
export const commentCode = (text: string): CommentText => {
  const line = oneLine(text);
  if (line === "" || line.includes("|") || line.includes("\\"))
    return `<code>${commentText(line)}</code>` as CommentText;
  const runs = new Set([...line.matchAll(/`+/g)].map(([run]) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const fence = "`".repeat(length);
  const gap = /^`|`$/.test(line) ? " " : "";
  return `${fence}${gap}${line}${gap}${fence}` as CommentText;
};

/** A sentence of ours, with code between backticks. */
export const commentSentence = (sentence: string): CommentText =>
  sentence
    .split(/(`[^`]+`)/)
    .map((part) =>
      /^`[^`]+`$/.test(part) ? commentCode(part.slice(1, -1)) : spaced(part),
    )
    .join("") as CommentText;

/** The spaces around code belong to the sentence. */
const spaced = (part: string): string => {
  const [, before = "", text = "", after = ""] =
    /^(\s*)(.*?)(\s*)$/s.exec(part) ?? [];
  return (
    (before && " ") + commentText(text) + (text === "" ? "" : after && " ")
  );
};
