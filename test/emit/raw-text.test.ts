/**
 * Text of a document becomes code or Markdown only in the modules named `encode`: nobody else may
 * say of a text, or of what is put together from one, that it is safe.
 */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("../../generator/emit", import.meta.url));

/** Names of types that promise safety. */
const safe = new Set(["Code", "Markdown"]);

/** Fields of ts-morph's structures that are printed as they are. */
const printed = new Set([
  ...["name", "type", "returnType", "initializer", "statements", "extends"],
  ...["moduleSpecifier", "leadingTrivia"],
]);

const isEncoder = (file: string): boolean =>
  /^encode[\w-]*\.ts$/.test(basename(file));

/** Where a file claims that text is safe: `path:line: what is claimed`. */
function claims(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const claimed =
      ts.isAsExpression(node) && safe.has(node.type.getText())
        ? node.expression
        : ts.isPropertyAssignment(node) &&
            printed.has(node.name.getText()) &&
            ts.isTemplateExpression(node.initializer)
          ? node.initializer
          : undefined;
    if (claimed && mentionsText(claimed, checker)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(
        `${basename(file.fileName)}:${line + 1}: ${node.getText().slice(0, 80)}`,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Is any part of it a `Text` that no encoder has been given? */
function mentionsText(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isCallExpression(node)) {
    const symbol = checker.getSymbolAtLocation(node.expression);
    const origin =
      symbol && symbol.flags & ts.SymbolFlags.Alias
        ? checker.getAliasedSymbol(symbol)
        : symbol;
    const from = origin?.declarations?.[0]?.getSourceFile().fileName ?? "";
    if (isEncoder(from)) return false;
  }
  if (
    (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) &&
    isText(checker.getTypeAtLocation(node), checker)
  )
    return true;
  return (
    ts.forEachChild(node, (child) => mentionsText(child, checker)) ?? false
  );
}

const isText = (type: ts.Type, checker: ts.TypeChecker): boolean =>
  (type.isUnion() ? type.types : [type]).some(
    (one) => checker.typeToString(one) === "Text",
  );

const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  skipLibCheck: true,
  noEmit: true,
};

describe("the emitters", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));
  const example = join(folder, "example-of-a-claim.ts");
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) =>
    path === example
      ? ts.createSourceFile(
          path,
          `import type { Text } from "../sdk.js";
           import { lit, type Code } from "./encode.js";
           export const wrong = (name: Text): Code => \`x.\${name}\` as Code;
           export const worse = (name: Text): Code => ("x" + name) as string as Code;
           export const printed = (name: Text) => ({ type: \`Map<\${name}>\` });
           export const right = (name: Text): Code => \`x[\${lit(name)}]\` as Code;`,
          ts.ScriptTarget.ES2023,
          true,
        )
      : read(path, ...rest);
  const exists = host.fileExists.bind(host);
  host.fileExists = (path) => path === example || exists(path);
  const program = ts.createProgram([...files, example], options, host);
  const checker = program.getTypeChecker();
  const claimsOf = (path: string): readonly string[] => {
    const file = program.getSourceFile(path);
    return file ? claims(file, checker) : ["not read"];
  };

  it("leave it to the encoders to turn text into code", () => {
    expect(files.filter((file) => !isEncoder(file)).flatMap(claimsOf)).toEqual(
      [],
    );
  });

  it("would be found out", () => {
    expect(claimsOf(example).map((claim) => claim.split(" ")[1])).toEqual([
      "`x.${name}`",
      '("x"',
      "type:",
    ]);
  });
});
