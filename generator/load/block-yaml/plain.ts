/**
 * Scalars without quotes (YAML 1.2.2 section 7.3.3), and what they mean.
 */
import {
  indentOf,
  lineEnd,
  type Scalar,
  Unusual,
  withoutEnd,
} from "./lines.js";

/** What a key or a plain scalar does not begin with. */
export const indicators = "-?:,[]{}#&*!|>'\"%@`";

export const readPlain = (text: string, at: number, column: number): Scalar => {
  let end = lineEnd(text, at);
  const first = plainLine(text.slice(at, end));
  if (first.isCut)
    return { value: resolve(first.text), end: at + first.length };
  let value = first.text;
  let isFolded = false;
  let breaks = 0;
  for (let line = end + 1; line < text.length; line = lineEnd(text, line) + 1) {
    breaks++;
    const indent = indentOf(text, line);
    if (indent === -1) continue;
    const start = line + indent;
    if (indent <= column || text.charCodeAt(start) === 35) break;
    const next = plainLine(text.slice(start, lineEnd(text, line)));
    if (next.isCut || /^[-?:](?: |$)/.test(next.text)) throw new Unusual();
    value += (breaks === 1 ? " " : "\n".repeat(breaks - 1)) + next.text;
    isFolded = true;
    breaks = 0;
    end = lineEnd(text, line);
  }
  return { value: isFolded ? value : resolve(value), end };
};

/** A line of a plain scalar without the comment at its end. */
const plainLine = (line: string) => {
  const comment = line.indexOf(" #");
  const isCut = comment !== -1;
  const text = withoutEnd(isCut ? line.slice(0, comment) : line);
  if (text.includes(": ") || text.endsWith(":")) throw new Unusual();
  return { text, isCut, length: text.length };
};

/** The core schema (YAML 1.2.2 section 10.3.2). */
export const resolve = (text: string): unknown => {
  if (!/^[-+.\d~nNtTfF]/.test(text)) return text;
  if (/^(?:~|[Nn]ull|NULL)$/.test(text)) return null;
  if (/^(?:[Tt]rue|TRUE)$/.test(text)) return true;
  if (/^(?:[Ff]alse|FALSE)$/.test(text)) return false;
  if (/^0o[0-7]+$/.test(text)) return parseInt(text.slice(2), 8);
  if (/^0x[\dA-Fa-f]+$/.test(text)) return parseInt(text.slice(2), 16);
  if (/^[-+]?\d+$/.test(text)) return parseInt(text, 10);
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[Ee][-+]?\d+)?$/.test(text))
    return parseFloat(text);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text))
    return text.startsWith("-") ? -Infinity : Infinity;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? NaN : text;
};
