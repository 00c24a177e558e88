/**
 * The reserved names cover what the runtime's options and the generated constructor occupy.
 */
import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, it } from "vitest";
import { reservedNames } from "../../generator/emit/reserved-names.js";
import { emitted } from "../support/pipeline.js";

const parse = (text: string): ts.SourceFile =>
  ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true);

/** Everything below a node. */
function* nodesIn(node: ts.Node): Generator<ts.Node> {
  for (const child of node.getChildren()) {
    yield child;
    yield* nodesIn(child);
  }
}

it("are every option of the runtime", () => {
  const file = parse(readFileSync("templates/runtime/options.ts", "utf8"));
  const options = file.statements
    .filter(ts.isInterfaceDeclaration)
    .filter(({ name }) => /^(Shared|Client)Options$/.test(name.text))
    .flatMap(({ members }) => members.map((member) => member.name?.getText()));
  expect(options).toContain("baseURL");
  for (const option of options)
    expect(reservedNames.clientOptions).toContain(option);
});

it("are every variable and every call of the constructor", async () => {
  const file = parse(
    await emitted(
      `
servers: [{ url: "https://{region}.example.com", variables: { region: { default: eu } } }]
security: [{ auth: [] }]
components: { securitySchemes: { auth: { type: http, scheme: basic } } }
paths: { /keys: { get: { tags: [Keys], responses: { "204": { description: "" } } } } }`,
      "src/test.ts",
    ),
  );
  const constructor = [...nodesIn(file)].find(ts.isConstructorDeclaration);
  if (!constructor) throw new Error("no constructor");
  const nodes = [...nodesIn(constructor)];
  const names = [
    ...nodes.filter(ts.isVariableDeclaration).map(({ name }) => name.getText()),
    ...nodes
      .filter(ts.isCallExpression)
      .map(({ expression }) => expression)
      .filter(ts.isIdentifier)
      .map(({ text }) => text),
  ].filter((name) => name !== "credentials"); // the option of the scheme
  expect(names).toContain("layers");
  for (const name of names) expect(reservedNames.clientOptions).toContain(name);
});
