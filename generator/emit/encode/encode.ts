/**
 * Text becomes TypeScript here and nowhere else.
 *
 * A document is hostile data: any of its strings may hold quotes, comment ends, line separators or
 * directives. `Text` (of the document) and `Code` (of the generated file) are different types, and
 * only the functions here lead from one to the other, each for one place in a file. What cannot be
 * written as it is gets replaced, never deleted, so that nothing forms a terminator by closing up.
 * Its two neighbours do the same for Markdown and for samples in other languages.
 */
import type { Name, Text } from "../../sdk/sdk.js";

declare const codeBrand: unique symbol;

/** A piece of TypeScript that is safe in its place. */
export type Code = string & { readonly [codeBrand]: true };

declare const docBodyBrand: unique symbol;

/** The lines of a documentation comment, without the marks: nothing in them ends the comment. */
export type DocBody = string & { readonly [docBodyBrand]: true };

declare const moduleSpecifierBrand: unique symbol;

/** The path in an import, without quotes: nothing in it needs an escape. */
export type ModuleSpecifier = string & {
  readonly [moduleSpecifierBrand]: true;
};

/** A template whose holes take only code: a `Text` in one of them does not compile. */
export function code(
  parts: TemplateStringsArray,
  ...holes: readonly (Code | number)[]
): Code {
  let text = parts[0] ?? "";
  for (let index = 0; index < holes.length; index++)
    text += String(holes[index]) + (parts[index + 1] ?? "");
  return text as Code;
}

export const join = (parts: readonly Code[], separator: string): Code =>
  parts.join(separator) as Code;

/** Control, format (bidi, zero-width), separator and lone surrogate characters, and the BOM. */
export const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** `\u` escapes, one for each UTF-16 code unit. */
export const escapeUnits = (characters: string): string =>
  characters
    .split("")
    .map((unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"))
    .join("");

/**
 * ts-morph's writer takes a quote after a backslash for an escaped one, also after an escaped
 * backslash, and would read what follows as part of the string. So no literal ends like that.
 */
const finalBackslash = /\\\\"$/;

/** A string, number, boolean, null, list or plain object as a literal. */
export function lit(value: unknown): Code {
  switch (typeof value) {
    case "string":
      // Most of them: nothing to escape.
      if (/^[ !#-[\]-~]*$/.test(value)) return `"${value}"` as Code;
      return JSON.stringify(value)
        .replace(invisible, escapeUnits)
        .replace(finalBackslash, '\\u005c"') as Code;
    case "number":
      return (Number.isFinite(value) ? JSON.stringify(value) : "null") as Code;
    case "boolean":
      return JSON.stringify(value) as Code;
    case "object": {
      if (value === null) return "null" as Code;
      if (Array.isArray(value)) return code`[${join(value.map(lit), ", ")}]`;
      const members = Object.entries(value).map(
        ([name, member]) => code`${key(name as Text)}: ${lit(member)}`,
      );
      return members.length === 0 ? code`{}` : code`{ ${join(members, ", ")} }`;
    }
    default:
      return "undefined" as Code;
  }
}

/** A type that allows these values alone: `"asc" | "desc"`. */
export const literalUnion = (
  values: readonly (string | number | boolean | null)[],
): Code => join(values.map(lit), " | ");

/** A string as prettier writes it: in the quotes that need fewer escapes. */
export function textCode(text: string): Code {
  const double = lit(text);
  const count = (quote: string): number => text.split(quote).length;
  return count('"') > count("'")
    ? (`'${double.slice(1, -1).replace(/\\(.)|'/gs, (match, escaped: string | undefined) => (escaped === '"' ? '"' : escaped === undefined ? "\\'" : match))}'` as Code)
    : double;
}

const plainName = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/**
 * Keys that prettier prints without quotes: ASCII, Latin, Greek, Cyrillic, Kana, Han, Hangul and the
 * Latin ligatures. Its table of letters is of an older Unicode than Node's, so that keys with other
 * letters have quotes.
 */
const plainKey =
  /^(?=[\w$\xc0-\u02af\u0370-\u0386\u0388-\u052f\u3041-\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4db5\u4e00-\u9fd5\uac00-\ud7a3\ufb00-\ufb06]+$)[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;

/** The key of an object literal. A plain `__proto__` would set the prototype (ECMA-262 B.3.1). */
export const key = (name: Text): Code =>
  name === "__proto__"
    ? code`[${lit(name)}]`
    : plainKey.test(name)
      ? (name as string as Code)
      : textCode(name);

/** The name of a member in a type. */
export const typeKey = (name: Text): Code =>
  plainKey.test(name) ? (name as string as Code) : lit(name);

/** The path in an import or export. @throws when it would need an escape, which is an internal error */
export function moduleSpecifier(path: string): ModuleSpecifier {
  if (lit(path) !== `"${path}"`)
    throw new Error(`not a path of a module: ${JSON.stringify(path)}`);
  return path as ModuleSpecifier;
}

/**
 * An identifier that `model/names/` settled.
 * @throws when `name` is no identifier, which is an internal error
 */
export function ident(name: Name): Code {
  if (plainName.test(name)) return name as string as Code;
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name))
    throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return name as string as Code;
}

/** Everything that ends a line for some reader: LF, CR, CRLF, VT, FF, NEL, LS, PS. */
export const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/**
 * What acts from inside a comment wherever it occurs: `@internal` deletes the declaration under
 * `stripInternal`, bundlers drop calls of what is marked as pure, loaders follow source maps, and
 * `@jsxImportSource` at the top of a file has TypeScript import the package that it names.
 */
const directive =
  /[@#](?=internal|jsx|__[A-Z_]+__|\s*source(?:Mapping)?URL=)/gi;

/** Most text: none of what is looked for below. */
const harmless = /^[ -"$-)+-?A-~\n]*$/;

/** Text as lines of a comment, without the marks around it. */
const commentLines = (text: string): string[] =>
  harmless.test(text) && !text.includes("<!--")
    ? text.split("\n").map((line) => line.trimEnd())
    : text.split(lineEnd).map(commentLine);

const commentLine = (line: string): string =>
  line
    .replace(/\t/g, "  ")
    .replace(invisible, "\ufffd")
    .replaceAll("*/", "*\\/")
    .replaceAll("/*", "/\\*")
    // Editors hide what is in a comment of HTML, and programs read it.
    .replaceAll("<!--", "<\\!--")
    .replace(directive, (mark) => `&#${mark.charCodeAt(0)};`)
    // Where TypeScript would read a tag: at the start of a line and after white space.
    .replace(/(^|[\s*])@/g, "$1\\@")
    .trimEnd();

/** Text as comments of one line each, within code of the owner. */
export const lineComments = (lines: readonly string[]): Code =>
  lines
    .flatMap(commentLines)
    .map((line) => `// ${line}`.trimEnd() + "\n")
    .join("") as Code;

/** A section of a documentation comment: a text, or a tag with a text. */
export interface Remark {
  readonly tag?:
    "deprecated" | "default" | "example" | "throws" | "param" | "returns";
  readonly text: string;
}

/**
 * A directive in a comment of one line would act on the next line. Those of the tools begin with a
 * small letter or a mark, or name what they do, or are words that no sentence has (`Nosemgrep`,
 * `Stryker restore`, `LCOV_EXCL_LINE`): all else than a plain sentence gets several lines.
 */
const isSentence = (line: string): boolean =>
  /^[A-Z]/.test(line) && !mayDirect.test(line);

const mayDirect =
  /ignore|disable|enable|suppress|expect|forgive|allow-?list|pragma|stryker|skipcq|coverity|lgtm|codeql|inspection|_excl|\bno(?:sem|sonar|lint|sec|qa|cov)/i;

/** A documentation comment within code; empty when there is nothing to say. */
export function doc(remarks: readonly Remark[]): Code {
  const lines = docLines(remarks);
  const [only, ...more] = lines;
  if (only === undefined) return "" as Code;
  return more.length === 0 && isSentence(only)
    ? (`/** ${only} */\n` as Code)
    : (`/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n` as Code);
}

/** The documentation comment of a structure, which ts-morph writes likewise; at most one. */
export function docs(remarks: readonly Remark[]): readonly DocBody[] {
  const lines = docLines(remarks);
  const [only, ...more] = lines;
  if (only === undefined) return [];
  // With a line end at its start the comment has several lines.
  return more.length === 0 && isSentence(only)
    ? [only as DocBody]
    : [`\n${lines.join("\n")}` as DocBody];
}

/** The documentation comment of a declaration that every package has. */
export const description = (text: string): readonly DocBody[] =>
  docs([{ text }]);

function docLines(remarks: readonly Remark[]): readonly string[] {
  let lines: string[] = [];
  let hasTag = false;
  for (const { tag, text } of remarks) {
    const remarkLines = trimmed(commentLines(text));
    if (remarkLines.length === 0 && tag === undefined) continue;
    // A paragraph is set apart; tags follow each other.
    if (lines.length > 0 && !hasTag) lines.push("");
    hasTag = tag !== undefined;
    const [first = "", ...others] = remarkLines;
    // Not pushed all at once: there is a limit to the arguments of a call.
    if (tag === undefined) lines = lines.concat(remarkLines);
    else if (tag === "example" && remarkLines.length > 1)
      lines = lines.concat("@example", remarkLines);
    else
      lines = lines.concat(
        // A brace would start a type.
        `@${tag} ${tag === "returns" ? first.replace(/^\{/, "\\{") : first}`.trimEnd(),
        others,
      );
  }
  return lines;
}

function trimmed(lines: string[]): string[] {
  const first = lines.findIndex((line) => line !== "");
  return first < 0
    ? []
    : lines.slice(first, lines.findLastIndex((line) => line !== "") + 1);
}

/**
 * A part of a file name: lower case, at most 60 characters, no name that a file system treats
 * in its own way (Windows devices, leading or trailing dots).
 */
export function filePart(name: string): string {
  const part = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}-]+/gu, "-")
    .replace(/^-+|(?<!-)-+$/g, "");
  const short =
    part.length > 60
      ? part.slice(0, 51).replace(/\p{Cs}$/u, "") + "-" + checksum(part)
      : part;
  const device = /^(con|prn|aux|nul|(com|lpt)[\d\u00b9\u00b2\u00b3])$/;
  return short === "" ? "resource" : device.test(short) ? short + "-" : short;
}

/** FNV-1a, 32 bits: tells long names apart, nothing more. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
