/**
 * Single declarations out of a file, so that a test shows only what it is about.
 */
import ts from "typescript";

/** The declaration of that name, without its comment and `export`. */
export function declarationIn(text: string, name: string): string {
  const file = ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true);
  for (const statement of file.statements) {
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map((one) => one.name)
      : "name" in statement
        ? [statement.name as ts.Node | undefined]
        : [];
    if (names.some((one) => one?.getText() === name))
      return statement.getText().replace(/^export (default )?/, "");
  }
  throw new Error(`there is no ${name}`);
}

/** The head of a function: `getPet(client: Core, id: string): APIPromise<Pet>`. */
export const headOf = (text: string, name: string): string =>
  declarationIn(text, name)
    .replace(/^function /, "")
    .replace(/^const (\w+) = /, "$1")
    .replace(/ (?:\{|=>)\n[^]*$/, "")
    .replace(/ => \w+\([^]*$/, "")
    .replace(/\s+/g, " ")
    .replace(/\( /g, "(")
    .replace(/, \)/g, ")")
    .replace(/,? >/g, ">")
    .replace(/< /g, "<");
