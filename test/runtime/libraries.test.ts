/**
 * What the runtime asks of a reader's `lib`: no more than a browser of 2022, or it brings it along.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";
import { strictest } from "../support/compiler-options.js";
import { typeErrors } from "../support/type-errors.js";

const folder = new URL("../../templates/runtime/", import.meta.url);

/**
 * Parts of packages that ask for them: one has a library of others beside it, the other adds members to
 * classes, which TypeScript then checks against the library of whoever compiles them.
 */
const asked = /^(?:otel|compat(?:-\w+)?)\.ts$/;

const runtime = readdirSync(folder).filter(
  (name) => name.endsWith(".ts") && !asked.test(name),
);

const files = Object.fromEntries(
  runtime.map((name) => [
    `src/core/${name}`,
    readFileSync(new URL(name, folder), "utf8"),
  ]),
);

const browser = ["es2022", "dom", "dom.iterable", "dom.asynciterable"];

it("compiles with the library of 2022", () => {
  expect(Object.keys(files)).toContain("src/core/stream.ts");
  expect(typeErrors(files, browser)).toEqual([]);
});

it("would not compile with less", () => {
  expect(typeErrors(files, ["es2020", ...browser.slice(1)])).not.toEqual([]);
});

/** The errors in declarations where there is no library of a browser, but Node's types. */
function errorsWithoutBrowser(
  declarations: ReadonlyMap<string, string>,
): string[] {
  const options: ts.CompilerOptions = {
    ...strictest,
    module: ts.ModuleKind.NodeNext,
    lib: ["lib.es2022.d.ts"],
    types: ["node"],
  };
  const real = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...real,
    fileExists: (path) => declarations.has(path) || real.fileExists(path),
    readFile: (path) => declarations.get(path) ?? real.readFile(path),
    getSourceFile(path, language, ...rest) {
      const text = declarations.get(path);
      return text === undefined
        ? real.getSourceFile(path, language, ...rest)
        : ts.createSourceFile(path, text, language, true);
    },
  };
  const program = ts.createProgram([...declarations.keys()], options, host);
  return [...declarations.keys()].flatMap((path) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(path))
      .map(({ messageText }) =>
        ts.flattenDiagnosticMessageText(messageText, " "),
      ),
  );
}

it("has declarations that compile with the types of Node alone", () => {
  const declarations = new Map<string, string>();
  ts.createProgram(
    runtime.map((name) => fileURLToPath(new URL(name, folder))),
    {
      ...strictest,
      lib: [...(strictest.lib ?? []), "lib.dom.asynciterable.d.ts"],
      module: ts.ModuleKind.NodeNext,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
    },
  ).emit(undefined, (path, text) => declarations.set(path, text));
  expect(declarations.size).toBe(runtime.length);
  expect(errorsWithoutBrowser(declarations)).toEqual([]);
  declarations.set(
    fileURLToPath(new URL("other.d.ts", folder)),
    "export declare const content: BlobPart;",
  );
  expect(errorsWithoutBrowser(declarations)).toEqual([
    "Cannot find name 'BlobPart'.",
  ]);
});
