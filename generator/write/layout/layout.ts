/**
 * Puts the source files of a package into prettier's form, many times faster than prettier does
 * from their text: prettier's own line breaker works on what the parser of TypeScript already read.
 *
 * It knows the constructs that are emitted in bulk. A file with any other is left to prettier
 * itself, so that this is only a shortcut: a test compares the two over whole packages.
 */
import type { Doc } from "prettier";
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { isTooLong } from "./atoms.js";
import { classElementDoc, classHead } from "./functions.js";
import { margin, print, UnsupportedSyntax } from "./printing.js";
import { canKeepAsEmitted, ParsedText } from "./parsed-text.js";
import { interfaceHead, statementDoc } from "./statements.js";
import { memberDoc } from "./types.js";

/** Undefined when the file holds something that only prettier itself can lay out. */
export function layOut(file: ts.SourceFile): string | undefined {
  try {
    return new Layout(file).run();
  } catch (error) {
    if (error instanceof UnsupportedSyntax) return undefined;
    throw error;
  }
}

class Layout {
  readonly #source: ParsedText;
  readonly #file: ts.SourceFile;
  readonly #parts: string[] = [];

  constructor(file: ts.SourceFile) {
    this.#file = file;
    this.#source = new ParsedText(file);
  }

  run(): string {
    if (this.#source.rest.trim() !== "")
      throw new UnsupportedSyntax("a comment");
    this.#file.statements.forEach((statement, index) => {
      this.#lead(statement, 0, index === 0);
      this.#statement(statement);
      this.#parts.push("\n");
    });
    return this.#parts.join("");
  }

  /** The empty line and the comment before a node, and the margin that it starts with. */
  #lead(node: ts.Node, depth: number, isFirst: boolean): void {
    const { gap, comment } = this.#source.before(node);
    const pad = margin(depth);
    if (gap && !isFirst) this.#parts.push("\n");
    if (comment !== "")
      this.#parts.push(
        pad,
        depth === 0 ? comment : comment.replaceAll("\n", `\n${pad}`),
        "\n",
      );
    this.#parts.push(pad);
  }

  #statement(statement: ts.Statement): void {
    const source = this.#source;
    if (typescript.isInterfaceDeclaration(statement) && statement.members[0]) {
      const head = print(interfaceHead(statement, source), 0);
      this.#braced(head, statement.members, (member) => [
        memberDoc(member, source),
        ";",
      ]);
    } else if (typescript.isClassDeclaration(statement) && statement.members[0])
      this.#braced(classHead(statement, source), statement.members, (member) =>
        classElementDoc(member, source),
      );
    else this.#copyOrPrint(statement, 0, () => statementDoc(statement, source));
  }

  #braced<Member extends ts.Node>(
    head: string,
    members: readonly Member[],
    doc: (member: Member) => Doc,
  ): void {
    this.#parts.push(head, "\n");
    members.forEach((member, index) => {
      this.#lead(member, 1, index === 0);
      this.#copyOrPrint(member, 1, () => doc(member));
      this.#parts.push("\n");
    });
    this.#parts.push("}");
  }

  /** What fits on its line stays as it was emitted, which is the form that prettier gives it. */
  #copyOrPrint(node: ts.Node, depth: number, doc: () => Doc): void {
    const code = this.#source.code(node);
    this.#parts.push(
      canKeepAsEmitted(code, depth) ? code : this.#print(doc(), depth),
    );
  }

  #print(doc: Doc, depth: number): string {
    const text = print(doc, depth);
    if (isTooLong(text, this.#source))
      throw new UnsupportedSyntax("a long line");
    this.#source.atoms.length = 0;
    return text;
  }
}
