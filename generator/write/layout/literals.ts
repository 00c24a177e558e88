/**
 * Strings, numbers and keys as prettier writes them.
 */
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { UnsupportedSyntax, type Doc } from "./printing.js";
import type { Source } from "./source.js";

/** In the quotes that need fewer escapes, double ones when that is the same. */
export function stringCode(raw: string): string {
  const inner = raw.slice(1, -1);
  const doubles = count(inner, '"');
  const singles = count(inner, "'");
  if (raw.startsWith('"') && doubles === 0) return raw;
  const quote = doubles > singles ? "'" : '"';
  const text = inner.replace(
    /\\(.)|(["'])/gs,
    (whole, escaped?: string, bare?: string) =>
      escaped === '"' || escaped === "'"
        ? escaped === quote
          ? whole
          : escaped
        : bare === quote
          ? `\\${bare}`
          : whole,
  );
  return quote + text + quote;
}

const count = (text: string, character: string): number =>
  text.split(character).length - 1;

/** Lower case, no sign or zeros that say nothing. */
const numberCode = (raw: string): string =>
  raw
    .toLowerCase()
    .replace(/^([\d.]+e)(?:\+|(-))?0*(?=\d)/, "$1$2")
    .replace(/^([\d.]+)e[+-]?0+$/, "$1")
    .replace(/^\./, "0.")
    .replace(/(\.\d+?)0+(?=e|$)/, "$1")
    .replace(/\.(?=e|$)/, "");

/** Which letters beyond ASCII prettier takes for those of a name is left to prettier. */
const identifier = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;

/** The key of a member; prettier would take the quotes from one that needs none. */
export function keyCode(name: ts.PropertyName, source: Source): string {
  if (typescript.isIdentifier(name) || typescript.isPrivateIdentifier(name))
    return source.code(name);
  if (typescript.isStringLiteral(name) && !identifier.test(name.text))
    return stringCode(source.code(name));
  throw new UnsupportedSyntax("a key");
}

/** Undefined when the node is no literal. */
export function literalDoc(node: ts.Node, source: Source): Doc | undefined {
  if (typescript.isStringLiteral(node)) return stringCode(source.code(node));
  if (typescript.isNumericLiteral(node)) return numberCode(source.code(node));
  if (words.has(node.kind)) return source.code(node);
  return typescript.isPrefixUnaryExpression(node) &&
    node.operator === typescript.SyntaxKind.MinusToken &&
    typescript.isNumericLiteral(node.operand)
    ? `-${numberCode(source.code(node.operand))}`
    : undefined;
}

const words: ReadonlySet<ts.SyntaxKind> = new Set([
  typescript.SyntaxKind.TrueKeyword,
  typescript.SyntaxKind.FalseKeyword,
  typescript.SyntaxKind.NullKeyword,
]);
