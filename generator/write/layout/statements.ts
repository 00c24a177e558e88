/**
 * Statements at the top of a file, laid out as prettier lays them out.
 */
import type { Doc } from "prettier";
import { builders } from "prettier/doc";
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { genericsDoc, signatureDoc } from "./functions.js";
import { modifiersCode } from "./members.js";
import { UnsupportedSyntax } from "./printing.js";
import type { ParsedText } from "./parsed-text.js";
import { bare, isNullable } from "./type-kinds.js";
import { argumentsDoc, typeDoc } from "./types.js";
import { assignmentDoc, constantHead, valueDoc, wrappedDoc } from "./values.js";

const { group, ifBreak, indent, join, line } = builders;

/** Any statement but classes and interfaces with members, which `layout.ts` prints. */
export function statementDoc(statement: ts.Statement, source: ParsedText): Doc {
  if (typescript.isInterfaceDeclaration(statement))
    return [interfaceHead(statement, source), "}"];
  if (typescript.isTypeAliasDeclaration(statement))
    return aliasDoc(statement, source);
  if (typescript.isVariableStatement(statement))
    return constantDoc(statement, source);
  if (typescript.isFunctionDeclaration(statement) && statement.name)
    return [
      modifiersCode(statement),
      "function ",
      statement.name.text,
      signatureDoc(statement, source),
    ];
  if (typescript.isImportDeclaration(statement))
    return importDoc(statement, source);
  if (typescript.isExportDeclaration(statement))
    return exportDoc(statement, source);
  throw new UnsupportedSyntax("a statement");
}

/** `interface A extends B {`, without the brace's end. */
export function interfaceHead(
  declaration: ts.InterfaceDeclaration,
  source: ParsedText,
): Doc {
  if (declaration.typeParameters)
    throw new UnsupportedSyntax("a generic interface");
  const name = `${modifiersCode(declaration)}interface ${declaration.name.text}`;
  const bases = (declaration.heritageClauses ?? []).flatMap(({ types }) =>
    types.map(({ expression, typeArguments }): Doc => [
      source.code(expression),
      argumentsDoc(typeArguments, source),
    ]),
  );
  if (bases.length < 2)
    return [name, ...bases.map((base) => [" extends ", base]), " {"];
  return [
    group([
      name,
      indent([
        line,
        "extends",
        group(indent([line, join([",", line], bases)])),
      ]),
    ]),
    " {",
  ];
}

function aliasDoc(alias: ts.TypeAliasDeclaration, source: ParsedText): Doc {
  const { typeParameters } = alias;
  const left = `${modifiersCode(alias)}type ${alias.name.text}`;
  const type = bare(alias.type);
  if (typeParameters) {
    // With a constraint among several the left side may break, the operator never.
    if (
      typeParameters.length < 2 ||
      !typeParameters.some(({ constraint }) => constraint)
    )
      throw new UnsupportedSyntax("a generic type");
    return group([
      left,
      genericsDoc(typeParameters, source),
      " = ",
      group(typeDoc(type, source)),
      ";",
    ]);
  }
  if (typescript.isUnionTypeNode(type) && !isNullable(type))
    return [
      group([
        group(left),
        " =",
        group(indent([line, typeDoc(type, source, "assigned")])),
      ]),
      ";",
    ];
  return [wrappedDoc(left, " =", typeDoc(type, source)), ";"];
}

function constantDoc(statement: ts.VariableStatement, source: ParsedText): Doc {
  const { left, value } = constantHead(statement, source);
  if (typescript.isArrowFunction(value) && value.type)
    return [wrappedDoc(left, " =", signatureDoc(value, source)), ";"];
  if (
    typescript.isAsExpression(value) &&
    typescript.isConstTypeReference(value.type)
  )
    return [
      wrappedDoc(left, " =", [valueDoc(value.expression, source), " as const"]),
      ";",
    ];
  return group([assignmentDoc(left, " =", value, source), ";"]);
}

function importDoc(
  { importClause, moduleSpecifier, attributes }: ts.ImportDeclaration,
  source: ParsedText,
): Doc {
  const bindings = importClause?.namedBindings;
  if (
    !bindings ||
    !typescript.isNamedImports(bindings) ||
    (importClause.name ?? attributes)
  )
    throw new UnsupportedSyntax("an import");
  return [
    importClause.phaseModifier === undefined ? "import " : "import type ",
    namesDoc(bindings.elements, source),
    ` from ${source.code(moduleSpecifier)};`,
  ];
}

function exportDoc(
  {
    exportClause,
    moduleSpecifier,
    isTypeOnly,
    attributes,
  }: ts.ExportDeclaration,
  source: ParsedText,
): Doc {
  if (
    !moduleSpecifier ||
    attributes ||
    (exportClause && !typescript.isNamedExports(exportClause))
  )
    throw new UnsupportedSyntax("an export");
  return [
    isTypeOnly ? "export type " : "export ",
    exportClause ? namesDoc(exportClause.elements, source) : "*",
    ` from ${source.code(moduleSpecifier)};`,
  ];
}

function namesDoc(
  elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[],
  source: ParsedText,
): Doc {
  const names = elements.map(
    ({ isTypeOnly, propertyName, name }) =>
      (isTypeOnly ? "type " : "") +
      (propertyName ? `${source.code(propertyName)} as ` : "") +
      source.code(name),
  );
  if (names.length === 1) return `{ ${names.join("")} }`;
  return group([
    "{",
    indent([line, join([",", line], names)]),
    ifBreak(","),
    line,
    "}",
  ]);
}
