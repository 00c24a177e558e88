/**
 * Who may import whom, and a few more rules that keep the parts apart. The table is the design's;
 * change it there and here, or change the import.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** What stands at the top of `generator/` by the part that it belongs to; the stages are parts too. */
const parts = {
  cli: ["cli", "arguments", "report-text"],
  index: ["index"],
  generate: ["generate", "make", "report", "run-inputs", "timings"],
  config: [
    ...["config", "config-check", "config-file", "config-rules"],
    ...["nearest", "own", "targets"],
  ],
  diagnostics: ["diagnostics", "catalogue/", "lines", "printer"],
  document: ["document"],
  sdk: ["sdk", "sdk-types", "sdk-wire"],
  output: ["output"],
  libraries: ["libraries/"],
} as const;

/** What a part may import besides its own modules. `node:` stands for all that Node has. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  cli: ["index", "generate", "config", "diagnostics", "commander", "node:"],
  index: ["generate", "config", "diagnostics", "document", "write"],
  generate: [
    ...["load", "model", "emit", "write", "revise", "diff"],
    ...["config", "diagnostics", "sdk", "output", "node:"],
  ],
  revise: [
    ...["load", "model", "emit", "write", "generate"],
    ...["config", "diagnostics", "document", "sdk", "output", "node:"],
  ],
  config: ["diagnostics", "document", "jiti", "yaml", "node:"],
  load: [
    ...["document", "diagnostics", "config", "node:"],
    ...["yaml", "json-p3", "ipaddr.js"],
  ],
  model: [...["document", "sdk", "config", "diagnostics"], "libraries"],
  emit: ["sdk", "output", "node:"],
  write: [
    ...["output", "diagnostics", "libraries"],
    ...["prettier", "typescript", "node:"],
  ],
  libraries: ["openapi-typescript", "ts-morph", "typescript", "node:"],
  diff: ["sdk", "diagnostics"],
  diagnostics: ["document"],
  document: [],
  sdk: [],
  output: [],
};

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

interface Module {
  /** Below the root, with `/`. */
  readonly path: string;
  readonly source: ts.SourceFile;
  readonly imports: readonly Import[];
}

const readModules = (folder: string): readonly Module[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const source = ts.createSourceFile(
        file,
        readFileSync(file, "utf8"),
        ts.ScriptTarget.Latest,
        true,
      );
      const path = relative(root, file).replaceAll(sep, "/");
      return { path, source, imports: [...importsOf(source)] };
    });

function* importsOf(node: ts.Node): Generator<Import> {
  if (
    (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
    node.moduleSpecifier
  ) {
    const typeOnly = ts.isExportDeclaration(node)
      ? node.isTypeOnly
      : node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    const specifier = (node.moduleSpecifier as ts.StringLiteral).text;
    yield { specifier, typeOnly };
  } else if (
    ts.isCallExpression(node) &&
    node.expression.kind === ts.SyntaxKind.ImportKeyword
  ) {
    const [argument] = node.arguments;
    const known = argument && ts.isStringLiteral(argument);
    yield { specifier: known ? argument.text : "(computed)", typeOnly: false };
  } else if (ts.isImportTypeNode(node)) {
    yield { specifier: node.argument.getText().slice(1, -1), typeOnly: true };
  }
  for (const child of node.getChildren()) yield* importsOf(child);
}

/** The part that a module of the generator belongs to. */
const partOf = (path: string): string => {
  const [, first = "", ...rest] = path.split("/");
  const name = rest.length > 0 ? `${first}/` : basename(first, ".ts");
  const part = Object.entries(parts).find(([, names]) =>
    (names as readonly string[]).includes(name),
  );
  if (part) return part[0];
  return rest.length > 0 ? first : `${path}, which is in no part`;
};

/** A part, `node:`, or the name of a package. */
const targetOf = (path: string, specifier: string): string => {
  if (specifier.startsWith(".")) {
    const file = join(dirname(path), specifier.replace(/\.js$/, ".ts"));
    return partOf(file.replaceAll(sep, "/"));
  }
  if (specifier.startsWith("node:")) return "node:";
  const [scope = "", name = ""] = specifier.split("/");
  return specifier.startsWith("@") ? `${scope}/${name}` : scope;
};

const generator = readModules("generator");
const runtime = readModules("templates/runtime");

describe("the parts of the generator", () => {
  it("import what the table allows", () => {
    const wrong = generator.flatMap(({ path, imports }) => {
      const part = partOf(path);
      return imports
        .map(({ specifier }) => targetOf(path, specifier))
        .filter((target) => target !== part)
        .filter((target) => !allowed[part]?.includes(target))
        .map((target) => `${path} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it("leave the stages to generate, which loads them when it needs them", () => {
    const stages = ["load", "model", "emit", "revise"];
    const loaded = generator
      .filter(({ path }) => partOf(path) === "generate")
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ typeOnly }) => !typeOnly)
          .map(({ specifier }) => targetOf(path, specifier))
          .filter((target) => stages.includes(target)),
      );
    expect(loaded).toEqual(stages);
  });

  it("touch files only where that is their work", () => {
    const readers = generator
      .filter(({ path }) => partOf(path) === "emit")
      .filter(({ imports }) =>
        imports.some(({ specifier }) => specifier.startsWith("node:")),
      )
      .filter(({ source }) => !source.text.includes("templates"))
      .map(({ path }) => path);
    expect(readers).toEqual([]);
  });

  it("load heavy packages late", () => {
    const heavy = ["prettier", "jiti", "ts-morph", "typescript"];
    // it builds on two of them, and is itself loaded late
    const layout = "generator/write/layout/";
    const early = generator.flatMap(({ path, source }) =>
      source.statements
        .filter(() => !path.startsWith(layout))
        .filter(ts.isImportDeclaration)
        .filter(
          ({ importClause }) =>
            importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword,
        )
        .map(
          ({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text,
        )
        .filter(
          (specifier) =>
            heavy.includes(targetOf(path, specifier)) ||
            specifier.includes("/layout/"),
        )
        .map((specifier) => `${path} imports ${specifier}`),
    );
    expect(early).toEqual([]);
  });

  it("are small files", () => {
    const long = generator
      .map(({ path, source }) => [path, source.text.split("\n").length - 1])
      .filter(([, lines]) => Number(lines) > 300);
    expect(long).toEqual([]);
  });

  it("leave the console and the end of the process to the command line", () => {
    const users = generator
      .filter(({ source }) => usesProcess(source))
      .map(({ path }) => path);
    expect(users).toEqual(["generator/cli.ts"]);
  });
});

const usesProcess = (node: ts.Node): boolean => {
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    if (
      /^(?:console\.\w+|process\.(?:exit|exitCode|abort|on|stdout|stderr))$/.test(
        text,
      )
    ) {
      return true;
    }
  }
  return node.getChildren().some(usesProcess);
};

describe("the runtime of the packages", () => {
  it("imports only itself", () => {
    const wrong = runtime.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => {
          const file = resolve(root, dirname(path), specifier);
          const inside = file.startsWith(join(root, "templates/runtime") + sep);
          return !specifier.startsWith(".") || !inside;
        })
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("is there", () => {
    expect(runtime.length).toBeGreaterThan(0);
  });
});
