import { describe, expect, it } from "vitest";
import { typescript } from "../../generator/write/typescript.js";
import { openPrinter } from "../../generator/write/print.js";

/** The judge: the errors of TypeScript's own program. */
const hasErrors = (text: string): boolean => {
  const host = typescript.createCompilerHost({});
  const file = typescript.createSourceFile(
    "a.ts",
    text,
    typescript.ScriptTarget.Latest,
  );
  const program = typescript.createProgram({
    rootNames: ["a.ts"],
    options: { noLib: true, noResolve: true },
    host: { ...host, getSourceFile: () => file },
  });
  return program.getSyntacticDiagnostics(file).length > 0;
};

const print = (text: string): string =>
  openPrinter()({
    path: "a.ts",
    kind: "typescript",
    statements: [text],
  } as never).text;

describe("a printed file", () => {
  it.each([
    "const = 1;",
    "const a = ;",
    'const a = "b',
    "const a = `b",
    "const a = `${b`;",
    "const a = /b",
    "/* never closed",
    "/** never closed",
    "}",
    "{",
    "export const a = { b: 1;",
    "function a( {}",
    "type A = { b: ",
    'type A = "b" |;',
    "interface A { b: }",
    "interface { b: 1 }",
    "class A { b( }",
    "class A { # }",
    "const a = 1_;",
    "const a = 0x;",
    'const a = "\\u{110000}";',
    'const a = "\\xg";',
    "const a = \u0001;",
    "const a = b ? c;",
    "import { a from 'b';",
    "export { a",
    "@",
    "<<<<<<< HEAD\nconst a = 1;\n=======\n>>>>>>> b\n",
    "const a = <b>;",
    "const a = (b;",
    "enum A { b c }",
    "for (;;",
    "const a: = 1;",
    "a b",
    "const a = 1 /* b */ 2;",
    "const ¿ = 1;",
  ])("is refused: %s", (text) => {
    expect(hasErrors(text)).toBe(true);
    expect(() => print(text)).toThrow(/^the generated a\.ts does not parse: ./);
  });

  it.each([
    "const a = 1;",
    "/** `*` */\nexport interface A {\n  b?: string;\n}",
    "export type A = `${string}`;",
  ])("is let through: %s", (text) => {
    expect(hasErrors(text)).toBe(false);
    expect(print(text).trim()).toBe(text);
  });
});
