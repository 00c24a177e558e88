/**
 * What members of interfaces, classes and objects share: comments, empty lines and modifiers.
 */
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { hardline, line, UnsupportedSyntax, type Doc } from "./printing.js";
import type { Source } from "./source.js";

/** The lines of members: each with its comment, and with the empty line before it where there is one. */
export function bracedDoc(
  nodes: readonly ts.Node[],
  docs: readonly Doc[],
  source: Source,
  separator: Doc = line,
): Doc[] {
  return nodes.map((node, index) => {
    const { gap, comment } = source.before(node);
    return [
      index > 0 ? [separator, gap ? hardline : ""] : "",
      comment === "" ? "" : [commentDoc(comment), hardline],
      docs[index] ?? "",
    ];
  });
}

const commentDoc = (comment: string): Doc => {
  const [first = "", ...others] = comment.split("\n");
  return [first, ...others.map((text) => [hardline, text])];
};

const known = new Map<ts.SyntaxKind, string>([
  [typescript.SyntaxKind.ExportKeyword, "export "],
  [typescript.SyntaxKind.ReadonlyKeyword, "readonly "],
]);

/** `export `, `readonly `. */
export function modifiersCode({
  modifiers = [],
}: {
  readonly modifiers?: readonly ts.ModifierLike[] | undefined;
}): string {
  return modifiers
    .map(({ kind }) => {
      const text = known.get(kind);
      if (text === undefined) throw new UnsupportedSyntax("a modifier");
      return text;
    })
    .join("");
}
