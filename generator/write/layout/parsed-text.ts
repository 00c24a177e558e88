/**
 * The text of a parsed file, as the printers of its parts ask for it.
 */
import type { ts } from "ts-morph";
import { UnsupportedSyntax, width } from "./printing.js";

export class ParsedText {
  readonly #file: ts.SourceFile;
  readonly text: string;

  constructor(file: ts.SourceFile) {
    this.#file = file;
    this.text = file.text;
  }

  start(node: ts.Node): number {
    return node.getStart(this.#file);
  }

  /** The code of a node, as it was emitted. */
  code(node: ts.Node): string {
    return this.text.slice(this.start(node), node.end);
  }

  /** Does a line end between the brace of a node and its first member? Then prettier keeps it so. */
  isOpen(node: ts.Node, first: ts.Node): boolean {
    return this.text.slice(this.start(node), this.start(first)).includes("\n");
  }

  /** What was copied since this was last emptied, and must not get too long a line. */
  readonly atoms: string[] = [];

  /** Code that stays on one line. */
  atom(node: ts.Node): string {
    const code = this.code(node);
    this.atoms.push(code);
    return code;
  }

  /** The empty line and the comment between a node and the one before it. */
  before(node: ts.Node): LeadingTrivia {
    return readLeading(this.text.slice(node.pos, this.start(node)));
  }

  /** What is left after the last statement. */
  get rest(): string {
    return this.text.slice(this.#file.endOfFileToken.pos);
  }
}

export interface LeadingTrivia {
  /** True after an empty line. */
  readonly gap: boolean;
  /** The documentation comment, its lines without margin; empty when there is none. */
  readonly comment: string;
}

const none: LeadingTrivia = { gap: false, comment: "" };
const onlyGap: LeadingTrivia = { gap: true, comment: "" };

/** White space, or one documentation comment on lines of its own: nothing else is emitted. */
const leading = /^(\s*)(\/\*\*[^]*?\*\/)\n[ \t]*$/;

function readLeading(trivia: string): LeadingTrivia {
  if (!trivia.includes("/"))
    return trivia.indexOf("\n", trivia.indexOf("\n") + 1) > 0 ? onlyGap : none;
  const [, space = "", comment] = leading.exec(trivia) ?? [];
  if (comment === undefined) throw new UnsupportedSyntax("a comment");
  return {
    gap: space.indexOf("\n", space.indexOf("\n") + 1) > 0,
    comment: comment.replace(/\n[ \t]*/g, "\n "),
  };
}

/** Several lines, quotes and parentheses that prettier may change, wide characters, tables. */
const careful = /[\n'(\\]|[^\x20-\x7e]|\de\+|\[[[{]/;

/** What fits on its line stays as it was emitted, which is the form that prettier gives it. */
export const canKeepAsEmitted = (code: string, depth: number): boolean =>
  code.length + 2 * depth <= width && !careful.test(code);
