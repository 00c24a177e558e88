/**
 * Text as literals of the languages that samples are written in besides TypeScript.
 *
 * Ready-made snippet libraries were judged and left: `@scalar/snippetz` writes URLs into a shell
 * command unquoted or without escaping `'`, and a text that starts with `@` reads a file.
 */
import { escapeUnits, invisible, type Code } from "./encode.js";

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

/** A word of a POSIX shell. Nothing is special between single quotes but their end. */
export const shellWord = (text: string): Code =>
  (/^[\w@%+=:,./-]+$/.test(text)
    ? text
    : `'${withoutInvisible(text).replaceAll("'", "'\\''")}'`) as Code;

/** Line feeds stay; other invisible characters could not be seen in the page that it is copied from. */
const withoutInvisible = (text: string): string =>
  text.replace(invisible, (character) =>
    character === "\n" ? character : "\ufffd",
  );

/**
 * A text whose every character counts: control characters are written in quotes that POSIX has since
 * 2024, and that `bash`, `zsh` and `ksh` have always had.
 */
export const shellText = (text: string): Code =>
  control.test(text)
    ? (`$'${withoutInvisible(
        text
          .replace(/['\\]/g, "\\$&")
          .replace(
            new RegExp(control, "g"),
            (character) =>
              `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`,
          ),
      )}'` as Code)
    : shellWord(text);

/** Not the line feed, nor what no word can have. */
const control = /[\x01-\x09\x0b-\x1f\x7f]/;

/** A variable of the shell's environment, as a part of a word. */
export const shellVariable = (name: string): Code => `"$${name}"` as Code;

/**
 * Texts and variables as one word of the shell: between double quotes if no text has a character that
 * the shell reads there.
 */
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
  `"${escaped(text, codePoint)}"` as Code;

/** An interpreted string of Go: it has no way to write half of a surrogate pair. */
export const goText = (text: string): Code =>
  `"${escaped(text, (character) =>
    /\p{Cs}/u.test(character) ? "\\ufffd" : codePoint(character),
  )}"` as Code;

/** JSON as a string of Go: a raw string, which needs no escapes, unless the JSON has a backtick. */
export function goJson(value: unknown): Code {
  const json = jsonText(value);
  return json.includes("`") ? goText(json) : (`\`${json}\`` as Code);
}

/** The escape of a code point, as Python and Go have it: `\u200b`, `\U000e0001`. */
const codePoint = (character: string): string =>
  character.length > 1
    ? `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`
    : escapeUnits(character);

const short: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

const escaped = (text: string, other: (character: string) => string): string =>
  text
    .replace(/["\\]/g, "\\$&")
    .replace(
      invisible,
      (character) => short.get(character) ?? other(character),
    );

/** The text between the backticks of a template of JavaScript. */
export const templateText = (text: string): Code =>
  text.replace(/[\\`$]/g, "\\$&").replace(invisible, escapeUnits) as Code;

/** JSON on several lines, with everything invisible escaped. */
export const jsonText = (value: unknown): Code =>
  JSON.stringify(value, undefined, 2).replace(invisible, (character) =>
    character === "\n" ? character : escapeUnits(character),
  ) as Code;
