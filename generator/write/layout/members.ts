/**
 * What members of interfaces, classes and objects share: comments, empty lines and modifiers.
 */
import type { Doc } from "prettier";
import { builders } from "prettier/doc";
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import type { ParsedText } from "./parsed-text.js";

const { group, hardline, ifBreak, indent, join, line } = builders;

/**
 * Members in braces, each with its comment, and with the empty line before it where there is one.
 * @param end what follows each member; after the last one only where it ends a line
 */
export function bracedDoc<Member extends ts.Node>(
  members: readonly Member[],
  memberDoc: (member: Member) => Doc,
  { source, end, isOpen }: BraceOptions,
): Doc {
  if (members.length === 0) return "{}";
  const docs = members.map((member, index): Doc => {
    const { gap, comment } = source.before(member);
    return [
      index > 0 ? [line, gap ? hardline : ""] : "",
      comment === "" ? "" : [join(hardline, comment.split("\n")), hardline],
      memberDoc(member),
      index === members.length - 1 ? ifBreak(end) : end,
    ];
  });
  return group(["{", indent([line, ...docs]), line, "}"], {
    shouldBreak: isOpen,
  });
}

interface BraceOptions {
  readonly source: ParsedText;
  readonly end: string;
  /** True if the members are on lines of their own though they fit on one. */
  readonly isOpen: boolean;
}

/** `export `, `readonly `. */
export function modifiersCode({
  modifiers = [],
}: {
  readonly modifiers?: readonly ts.ModifierLike[] | undefined;
}): string {
  return modifiers
    .map(({ kind }) => `${typescript.tokenToString(kind) ?? ""} `)
    .join("");
}
