/**
 * Members of interfaces and object types, laid out as prettier lays them out.
 */
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { keyCode } from "./literals.js";
import {
  group,
  hardline,
  indent,
  line,
  softline,
  UnsupportedSyntax,
  type Doc,
} from "./printing.js";
import type { Source } from "./source.js";
import { typeDoc } from "./types.js";

/** A member without its comment and without what ends it. */
export function memberDoc(member: ts.TypeElement, source: Source): Doc {
  if (typescript.isPropertySignature(member) && member.type !== undefined) {
    if (member.modifiers !== undefined)
      throw new UnsupportedSyntax("a modifier");
    return group([
      keyCode(member.name, source),
      member.questionToken ? "?" : "",
      ": ",
      typeDoc(member.type, source),
    ]);
  }
  if (typescript.isIndexSignatureDeclaration(member)) {
    const [parameter] = member.parameters;
    if (parameter?.type !== undefined && member.modifiers === undefined)
      return group([
        "[",
        group([
          indent([
            softline,
            source.code(parameter.name),
            ": ",
            typeDoc(parameter.type, source),
          ]),
          softline,
        ]),
        "]: ",
        typeDoc(member.type, source),
      ]);
  }
  throw new UnsupportedSyntax(`a member: ${source.code(member)}`);
}

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
