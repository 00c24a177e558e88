/**
 * The tame twin: the same document with every character that could matter to a language replaced
 * by a hyphen. If the text of a document never becomes code, both give the same tokens.
 *
 * Letters and digits stay, so that names are cut into the same words, and what a generator reads
 * out of texts (media types, paths, references) means the same.
 */
import ts from "typescript";

type Json = unknown;

/** A copy of a document with all strings tamed, each to a text of its own. */
export function tame(document: Json): Json {
  const strings = new Set<string>();
  collect(document, strings);
  const twins = new Map<string, string>();
  const taken = new Set<string>();
  for (const text of strings)
    if (defanged(text) === text) {
      twins.set(text, text);
      taken.add(text);
    }
  for (const text of strings) {
    if (twins.has(text)) continue;
    let twin = defanged(text);
    // No word more, so that names stay.
    while (taken.has(twin)) twin += "-";
    twins.set(text, twin);
    taken.add(twin);
  }
  return replaced(document, (text) => twins.get(text) ?? text);
}

/** What stands in URLs, paths with parameters, media types and names. */
const kept = /[\p{L}\p{M}\p{N}/:._{}?#=+-]/u;

/** `x":0` is no URL with a scheme, and neither is its twin. */
const scheme = /^[a-z][a-z\d+.-]*:/i;

function defanged(text: string): string {
  const twin = withoutMeaning(text);
  return scheme.test(twin) && !scheme.test(text)
    ? twin.replace(":", "-")
    : twin;
}

const withoutMeaning = (text: string): string =>
  /^[\w#/.~$@*;=+ -]*$/.test(text) && !text.includes("*/") && text !== ""
    ? text
    : Array.from(
        // What only looks like a parameter of a path.
        text.replace(/\$\{([^{}]*)\}/g, "--$1-"),
        (character) => (kept.test(character) ? character : "-"),
      ).join("");

function collect(value: Json, into: Set<string>): void {
  if (typeof value === "string") into.add(value);
  else if (Array.isArray(value)) for (const one of value) collect(one, into);
  else if (typeof value === "object" && value !== null)
    for (const [key, one] of Object.entries(value)) {
      into.add(key);
      if (key === "$ref" && typeof one === "string")
        for (const token of tokensOf(one)) into.add(token);
      else collect(one, into);
    }
}

function replaced(value: Json, twin: (text: string) => string): Json {
  if (typeof value === "string") return twin(value);
  if (Array.isArray(value)) return value.map((one) => replaced(one, twin));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      twin(key),
      key === "$ref" && typeof one === "string" && one.startsWith("#")
        ? `#${tokensOf(one)
            .map((token) => `/${encoded(twin(token))}`)
            .join("")}`
        : replaced(one, twin),
    ]),
  );
}

const tokensOf = (reference: string): string[] =>
  reference
    .split("/")
    .slice(1)
    .map((token) =>
      decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"),
    );

const encoded = (token: string): string =>
  encodeURIComponent(token.replaceAll("~", "~0").replaceAll("/", "~1"));

/**
 * The tokens of every statement of a package, in an order that does not depend on names. Keys are
 * keys, quoted or not.
 */
export function tokenKinds(files: ReadonlyMap<string, string>): string[] {
  return [...files]
    .filter(([path]) => path.endsWith(".ts"))
    .flatMap(([path, text]) => {
      const file = ts.createSourceFile(
        path,
        text,
        ts.ScriptTarget.Latest,
        true,
      );
      return file.statements.map((statement) => shape(statement, file));
    })
    .sort();
}

/** Lists whose order follows names, or the order in which names were met. */
const unordered: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.NamedImports,
  ts.SyntaxKind.NamedExports,
  ts.SyntaxKind.UnionType,
]);

function shape(node: ts.Node, file: ts.SourceFile): string {
  const { kind, parent } = node;
  const isKey =
    (ts.isIdentifier(node) || ts.isStringLiteral(node)) &&
    "name" in parent &&
    parent.name === node &&
    (ts.isPropertySignature(parent) || ts.isPropertyAssignment(parent));
  if (isKey) return "key";
  const children = node
    .getChildren(file)
    .filter((child) => !ts.isJSDoc(child))
    .map((child) => shape(child, file));
  if (children.length === 0) return ts.SyntaxKind[kind];
  const list =
    kind === ts.SyntaxKind.SyntaxList && unordered.has(parent.kind)
      ? children.filter((child) => child !== "CommaToken").sort()
      : children;
  return `(${list.join(" ")})`;
}

/** What only one of two packages has. */
export function difference(
  one: readonly string[],
  other: readonly string[],
): string[] {
  const counts = new Map<string, number>();
  for (const text of one) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const text of other) counts.set(text, (counts.get(text) ?? 0) - 1);
  return [...counts].filter(([, count]) => count !== 0).map(([text]) => text);
}
