/**
 * The names that a module exports by itself.
 */
import type { ts } from "ts-morph";
import type { OwnerExports } from "../sdk/output.js";
import { typescript } from "./typescript.js";

export const readExports = (text: string): OwnerExports => {
  const { ScriptTarget, ModifierFlags } = typescript;
  const source = typescript.createSourceFile(
    "index.ts",
    text,
    ScriptTarget.Latest,
    false,
  );
  const types = new Set<string>();
  const values = new Set<string>();
  for (const statement of source.statements) {
    if (typescript.isExportDeclaration(statement)) {
      addClause(statement, { types, values });
      continue;
    }
    const flags = typescript.getCombinedModifierFlags(
      statement as unknown as ts.Declaration,
    );
    if (!(flags & ModifierFlags.Export) || flags & ModifierFlags.Default)
      continue;
    if (typescript.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations)
        for (const bound of boundNames(name)) values.add(bound);
    } else if (
      typescript.isInterfaceDeclaration(statement) ||
      typescript.isTypeAliasDeclaration(statement)
    ) {
      types.add(statement.name.text);
    } else if (
      typescript.isFunctionDeclaration(statement) ||
      typescript.isClassDeclaration(statement) ||
      typescript.isEnumDeclaration(statement) ||
      typescript.isModuleDeclaration(statement)
    ) {
      if (statement.name) values.add(statement.name.text);
    }
  }
  return { types, values };
};

interface Names {
  readonly types: Set<string>;
  readonly values: Set<string>;
}

/** `export { a, type B }`, `export { c } from "./c.js"`, `export * as d from "./d.js"`. */
const addClause = (
  { exportClause, isTypeOnly }: ts.ExportDeclaration,
  { types, values }: Names,
): void => {
  if (!exportClause) return;
  if (typescript.isNamespaceExport(exportClause)) {
    (isTypeOnly ? types : values).add(exportClause.name.text);
    return;
  }
  for (const { name, isTypeOnly: isType } of exportClause.elements)
    if (name.text !== "default")
      (isTypeOnly || isType ? types : values).add(name.text);
};

const boundNames = (name: ts.BindingName): readonly string[] =>
  typescript.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) =>
        typescript.isBindingElement(element) ? boundNames(element.name) : [],
      );
