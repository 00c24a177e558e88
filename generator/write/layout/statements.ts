/**
 * Statements at the top of a file, laid out as prettier lays them out.
 */
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { genericsDoc, signatureDoc } from "./functions.js";
import { stringCode } from "./literals.js";
import { bracedDoc, modifiersCode } from "./members.js";
import {
  group,
  hardline,
  ifBreak,
  indent,
  join,
  line,
  UnsupportedSyntax,
  type Doc,
} from "./printing.js";
import type { Source } from "./source.js";
import { bare, isNullable } from "./type-kinds.js";
import { argumentsDoc, memberDoc, typeDoc } from "./types.js";
import { assignment, constantHead, fluid } from "./values.js";

export function topDoc(statement: ts.Statement, source: Source): Doc {
  if (typescript.isInterfaceDeclaration(statement))
    return interfaceDoc(statement, source);
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
  source: Source,
): Doc {
  if (declaration.typeParameters)
    throw new UnsupportedSyntax("a generic interface");
  const name = `${modifiersCode(declaration)}interface ${declaration.name.text}`;
  const bases = (declaration.heritageClauses ?? []).flatMap(({ types }) => [
    ...types,
  ]);
  const names = bases.map(({ expression, typeArguments }) => {
    if (!typescript.isIdentifier(expression))
      throw new UnsupportedSyntax("a base");
    return [source.code(expression), argumentsDoc(typeArguments, source)];
  });
  if (names.length < 2)
    return [name, ...names.map((base) => [" extends ", base]), " {"];
  return [
    group([
      name,
      indent([
        line,
        "extends",
        group(indent([line, join([",", line], names)])),
      ]),
    ]),
    " {",
  ];
}

function interfaceDoc(
  declaration: ts.InterfaceDeclaration,
  source: Source,
): Doc {
  const { members } = declaration;
  const head = interfaceHead(declaration, source);
  if (members.length === 0) return [head, "}"];
  const docs = members.map((member) => [memberDoc(member, source), ";"]);
  return [
    head,
    indent([hardline, ...bracedDoc(members, docs, source, hardline)]),
    hardline,
    "}",
  ];
}

function aliasDoc(alias: ts.TypeAliasDeclaration, source: Source): Doc {
  const { typeParameters } = alias;
  const left = `${modifiersCode(alias)}type ${alias.name.text}`;
  const type = bare(alias.type);
  if (typeParameters) {
    // one that is constrained among several: the left side may break, the operator never
    if (
      typeParameters.length < 2 ||
      !typeParameters.some((one) => one.constraint)
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
  return [fluid(left, " =", typeDoc(type, source)), ";"];
}

function constantDoc(statement: ts.VariableStatement, source: Source): Doc {
  const { left, value } = constantHead(statement, source);
  if (typescript.isArrowFunction(value) && value.type)
    return [fluid(left, " =", signatureDoc(value, source)), ";"];
  return group([assignment(left, " =", value, source), ";"]);
}

function importDoc(
  { importClause, moduleSpecifier, attributes }: ts.ImportDeclaration,
  source: Source,
): Doc {
  const bindings = importClause?.namedBindings;
  if (attributes || importClause?.name || !bindings)
    throw new UnsupportedSyntax("an import");
  if (!typescript.isNamedImports(bindings))
    throw new UnsupportedSyntax("an import of all");
  const kind =
    importClause.phaseModifier === undefined ? "import " : "import type ";
  return [
    kind,
    namesDoc(bindings.elements, source),
    fromCode(moduleSpecifier, source),
  ];
}

function exportDoc(
  {
    exportClause,
    moduleSpecifier,
    isTypeOnly,
    attributes,
  }: ts.ExportDeclaration,
  source: Source,
): Doc {
  if (attributes || !moduleSpecifier) throw new UnsupportedSyntax("an export");
  const kind = isTypeOnly ? "export type " : "export ";
  if (exportClause && !typescript.isNamedExports(exportClause))
    throw new UnsupportedSyntax("an export of all under a name");
  return [
    kind,
    exportClause ? namesDoc(exportClause.elements, source) : "*",
    fromCode(moduleSpecifier, source),
  ];
}

const fromCode = (specifier: ts.Expression, source: Source): string =>
  ` from ${stringCode(source.code(specifier))};`;

function namesDoc(
  elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[],
  source: Source,
): Doc {
  const names = elements.map(
    ({ isTypeOnly, propertyName, name }) =>
      (isTypeOnly ? "type " : "") +
      (propertyName ? `${source.code(propertyName)} as ` : "") +
      source.code(name),
  );
  if (names.length === 0) return "{}";
  if (names.length === 1) return `{ ${names.join("")} }`;
  return group([
    "{",
    indent([line, join([",", line], names)]),
    ifBreak(","),
    line,
    "}",
  ]);
}
