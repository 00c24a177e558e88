/**
 * Text as literals of the languages that samples are written in besides TypeScript: the second of the
 * two modules in which text becomes code.
 *
 * Ready-made snippet libraries were judged and left: `@scalar/snippetz` writes URLs into a shell
 * command unquoted or without escaping `'`, and a text that starts with `@` reads a file.
 */
import type { Code } from "./encode.js";

/** A part of a text: as it is, or the value of an environment variable. */
export type SnippetPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "environment"; readonly name: string };

export const textPiece = (text: string): SnippetPiece => ({
  kind: "text",
  text,
});

export const environmentPiece = (name: string): SnippetPiece => ({
  kind: "environment",
  name,
});

/** What no literal shows as it is: control, format, separator and surrogate characters. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u;

const hex = (character: string, digits: number): string =>
  (character.codePointAt(0) ?? 0).toString(16).padStart(digits, "0");

/** A word of a POSIX shell. Nothing is special between single quotes but their end. */
export const shellWord = (text: string): Code =>
  (/^[\w@%+=:,./-]+$/.test(text)
    ? text
    : `'${withoutHidden(text).replaceAll("'", "'\\''")}'`) as Code;

/** Line feeds stay; what else is hidden could not be seen in the page that it is copied from. */
const withoutHidden = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.replace(new RegExp(hidden, "gu"), "\ufffd"))
    .join("\n");

/** A variable of the shell's environment, as a part of a word. */
export const shellVariable = (name: string): Code => `"$${name}"` as Code;

/** One word of texts and variables: between double quotes where no text means anything there. */
export function shellPieces(pieces: readonly SnippetPiece[]): Code {
  if (pieces.every((piece) => piece.kind === "text"))
    return shellWord(pieces.map(({ text }) => text).join(""));
  const isPlain = pieces.every(
    (piece) =>
      piece.kind === "environment" || /^[\w ,.:;/?&=%+@~-]*$/.test(piece.text),
  );
  if (!isPlain)
    return pieces
      .map((piece) =>
        piece.kind === "text"
          ? shellWord(piece.text)
          : shellVariable(piece.name),
      )
      .join("") as Code;
  const text = pieces.map((piece, index) => {
    if (piece.kind === "text") return piece.text;
    const next = pieces[index + 1];
    return next?.kind === "text" && /^\w/.test(next.text)
      ? `\${${piece.name}}`
      : `$${piece.name}`;
  });
  return `"${text.join("")}"` as Code;
}

/** A string of Python. */
export const pythonText = (text: string): Code =>
  `"${escaped(text, (character) =>
    character.length > 1
      ? `\\U${hex(character, 8)}`
      : `\\u${hex(character, 4)}`,
  )}"` as Code;

/** An interpreted string of Go: it has no way to write half of a surrogate pair. */
export const goText = (text: string): Code =>
  `"${escaped(text, (character) =>
    /\p{Cs}/u.test(character)
      ? "\\ufffd"
      : character.length > 1
        ? `\\U${hex(character, 8)}`
        : `\\u${hex(character, 4)}`,
  )}"` as Code;

/** JSON as a string of Go: a raw one has no escapes and shows it best, if it can hold it. */
export function goJson(value: unknown): Code {
  const json = jsonText(value);
  return json.includes("`") ? goText(json) : (`\`${json}\`` as Code);
}

const short: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ['"', '\\"'],
  ["\\", "\\\\"],
]);

const escaped = (text: string, other: (character: string) => string): string =>
  text.replace(
    /["\\]|\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}|\p{Co}/gu,
    (character) => short.get(character) ?? other(character),
  );

/** The text between the backticks of a template of JavaScript. */
export const templateText = (text: string): Code =>
  Array.from(text, (character) =>
    hidden.test(character)
      ? Array.from(
          { length: character.length },
          (_, index) =>
            `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
        ).join("")
      : character.replace(/[\\`$]/, "\\$&"),
  ).join("") as Code;

/** JSON on several lines, with everything hidden escaped. */
export const jsonText = (value: unknown): Code =>
  JSON.stringify(value, undefined, 2).replace(
    new RegExp(hidden, "gu"),
    (character) =>
      character === "\n"
        ? character
        : Array.from(
            { length: character.length },
            (_, index) =>
              `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
          ).join(""),
  ) as Code;
