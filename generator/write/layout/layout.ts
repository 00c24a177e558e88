/**
 * Puts the source files of a package into prettier's form, many times faster than prettier does
 * from their text: prettier's own line breaker works on what the parser of TypeScript already read.
 *
 * It knows the constructs that are emitted in bulk. A file with any other is left to prettier
 * itself, so that this is only a shortcut: a test compares the two over whole packages.
 */
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { isTooLong } from "./atoms.js";
import { classHead, elementDoc } from "./functions.js";
import {
  margin,
  print,
  UnsupportedSyntax,
  width,
  type Doc,
} from "./printing.js";
import { isCopied, Source } from "./source.js";
import { interfaceHead, topDoc } from "./statements.js";
import { memberDoc } from "./types.js";
import { constantHead, propertyDoc } from "./values.js";

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
  readonly #source: Source;
  readonly #file: ts.SourceFile;
  readonly #parts: string[] = [];

  constructor(file: ts.SourceFile) {
    this.#file = file;
    this.#source = new Source(file);
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
    if (
      typescript.isInterfaceDeclaration(statement) &&
      statement.members.length > 0
    ) {
      this.#parts.push(print(interfaceHead(statement, this.#source), 0), "\n");
      this.#members(statement.members, ";", (member) => [
        memberDoc(member, this.#source),
        ";",
      ]);
      this.#parts.push("}");
    } else if (typescript.isClassDeclaration(statement)) {
      this.#class(statement);
    } else if (!this.#constant(statement)) {
      this.#copyOrPrint(statement, 0, () => topDoc(statement, this.#source));
    }
  }

  #class(declaration: ts.ClassDeclaration): void {
    const { members } = declaration;
    if (members.length === 0) throw new UnsupportedSyntax("an empty class");
    this.#parts.push(classHead(declaration, this.#source), "\n");
    this.#members(members, "", (member) => elementDoc(member, this.#source));
    this.#parts.push("}");
  }

  /** `const name: Type = {` with an entry a line, which is how operations are described. */
  #constant(statement: ts.Statement): boolean {
    if (!typescript.isVariableStatement(statement)) return false;
    const { left, value } = constantHead(statement, this.#source);
    if (!typescript.isObjectLiteralExpression(value)) return false;
    const { properties } = value;
    const [first] = properties;
    if (!first || !this.#source.isOpen(value, first)) return false;
    const head = `${print(left, 0)} = {`;
    if (head.includes("\n") || head.length > width) return false;
    this.#parts.push(head, "\n");
    this.#members(properties, ",", (property) => [
      propertyDoc(property, this.#source),
      ",",
    ]);
    this.#parts.push("};");
    return true;
  }

  #members<Member extends ts.Node>(
    members: readonly Member[],
    end: string,
    doc: (member: Member) => Doc,
  ): void {
    members.forEach((member, index) => {
      this.#lead(member, 1, index === 0);
      this.#copyOrPrint(member, 1, () => doc(member), end);
      this.#parts.push("\n");
    });
  }

  /** What fits on its line stays as it was emitted, which is the form that prettier gives it. */
  #copyOrPrint(node: ts.Node, depth: number, doc: () => Doc, end = ""): void {
    let code = this.#source.code(node);
    if (!code.endsWith(end)) code += end;
    this.#parts.push(isCopied(code, depth) ? code : this.#print(doc(), depth));
  }

  #print(doc: Doc, depth: number): string {
    const text = print(doc, depth);
    if (isTooLong(text, this.#source))
      throw new UnsupportedSyntax("a long line");
    this.#source.atoms.length = 0;
    return text;
  }
}
