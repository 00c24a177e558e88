/**
 * Strings, numbers and keys as prettier writes them.
 */
import type { Doc } from "prettier";
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { UnsupportedSyntax } from "./printing.js";
import type { ParsedText } from "./parsed-text.js";

/**
 * A literal in the quotes that need fewer escapes, double ones when that is the same. What is
 * emitted has no needless escapes, and single quotes only where they need fewer.
 */
function stringCode(raw: string): string {
  const inner = raw.slice(1, -1);
  if (raw.startsWith("'") || count(inner, '"') <= count(inner, "'")) return raw;
  const text = inner.replace(/\\"|\\.|'/gs, (match) =>
    match === '\\"' ? '"' : match === "'" ? "\\'" : match,
  );
  return `'${text}'`;
}

const count = (text: string, character: string): number =>
  text.split(character).length;

/** Numbers are emitted as JSON, where prettier changes only `1e+21`. */
const numberCode = (raw: string): string => raw.replace("e+", "e");

/**
 * Keys that the emitter quotes and prettier may not: which of the rarer letters it takes for those
 * of a name is left to it. It takes none beyond U+FFFF.
 */
const identifier =
  /^(?=[\u0000-\uffff]*$)[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;

/** The key of a member; prettier takes the quotes from one that needs none. */
export function keyCode(name: ts.PropertyName, source: ParsedText): string {
  if (typescript.isIdentifier(name) || typescript.isPrivateIdentifier(name))
    return name.text;
  if (typescript.isStringLiteral(name) && !identifier.test(name.text))
    return stringCode(source.code(name));
  throw new UnsupportedSyntax("a key");
}

/** Undefined when the node is no literal. */
export function literalDoc(node: ts.Node, source: ParsedText): Doc | undefined {
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
