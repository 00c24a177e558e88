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

/** What a part may import besides its own modules; `node:` stands for every module of Node's. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "pipeline-options": [
    ...["write", "diff", "config", "diagnostics", "openapi", "sdk"],
  ],
  past: [
    ...["aliases", "change", "diff", "emit", "outputs", "surface", "write"],
    ...["config", "diagnostics", "sdk"],
  ],
  index: [
    ...["library", "change", "diff", "report", "names", "write"],
    ...["config", "diagnostics", "openapi"],
  ],
  library: [
    ...["release", "diff", "change", "compare", "import", "parallel"],
    ...["pipeline", "build-sdk", "report", "names", "write"],
    ...["config", "diagnostics", "node:"],
  ],
  parallel: [
    ...["pipeline", "report", "write", "config", "diagnostics", "node:"],
  ],
  cli: [
    ...["index", "pipeline", "report", "init", "import", "change", "diff"],
    ...["config", "diagnostics", "own-files", "commander", "node:"],
  ],
  import: [
    ...["build-sdk", "model", "emit", "init", "openapi", "sdk"],
    ...["config", "diagnostics"],
    ...["yaml", "json-p3", "prettier", "typescript", "node:"],
  ],
  init: [
    ...["index", "build-sdk", "names", "openapi", "config", "diagnostics"],
    ...["yaml", "@clack/prompts", "node:"],
  ],
  report: ["names", "write", "diff", "config", "diagnostics", "sdk", "node:"],
  pipeline: [
    ...["build-sdk", "model", "emit", "write", "names", "report", "aliases"],
    ...["pipeline-options", "surface", "change", "diff", "baseline", "past"],
    ...["prove", "outputs", "checker"],
    ...["config", "diagnostics", "openapi", "sdk", "node:"],
  ],
  "build-sdk": [
    ...["load", "model", "emit", "pipeline-options"],
    ...["config", "diagnostics", "openapi", "sdk"],
  ],
  load: [
    ...["openapi", "config", "diagnostics", "own-files", "node:"],
    ...["yaml", "json-p3", "ipaddr.js", "ajv"],
  ],
  model: [
    ...["openapi", "sdk", "config", "diagnostics"],
    ...["openapi-typescript", "typescript", "node:module"],
  ],
  emit: [
    ...["sharing", "sdk", "own-files", "#runtime"],
    ...["ts-morph", "prettier", "node:"],
  ],
  // The interface of outputs beside the SDK, and these: built on what plugins of others have.
  plugin: ["emit", "sdk", "config"],
  outputs: [
    ...["plugin", "emit", "sdk", "config", "openapi", "diagnostics"],
    ...["openapi-typescript", "typescript", "node:module"],
  ],
  write: [
    ...["sdk", "diagnostics", "own-files", "node:"],
    ...["ts-morph", "prettier", "typescript", "node-diff3"],
  ],
  aliases: ["model", "emit", "change", "surface", "config", "sdk"],
  baseline: [
    ...["write", "surface", "change", "diff", "openapi", "sdk"],
    ...["config", "diagnostics"],
  ],
  release: [
    ...["change", "diff", "surface", "init"],
    ...["config", "diagnostics", "node:"],
  ],
  names: ["openapi", "sdk"],
  sharing: ["node:"],
  surface: ["sharing", "sdk", "diagnostics"],
  change: ["surface", "openapi", "sdk", "diagnostics", "node:"],
  checker: ["change", "surface", "write", "diagnostics", "ts-morph"],
  declarations: [
    ...["surface", "write", "sdk", "diagnostics", "ts-morph", "node:"],
  ],
  prove: ["change", "surface", "emit", "write", "sdk", "ts-morph"],
  diff: [
    ...["declarations", "change", "checker", "surface", "prove", "write"],
    ...["openapi", "sdk"],
    ...["config", "diagnostics", "node:"],
  ],
  compare: ["diff", "config", "diagnostics", "ts-morph", "node:"],
  config: ["change", "openapi", "diagnostics", "jiti", "yaml", "node:"],
  diagnostics: ["openapi", "node:"],
  openapi: [],
  "own-files": [],
  sdk: [],
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

/** The part that a module of the generator belongs to: its directory, or `index` and `pipeline`. */
const partOf = (path: string): string => {
  const [, first = ""] = path.split("/");
  return basename(first, ".ts");
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
const tests = readModules("test");

describe("the parts of the generator", () => {
  it("import what the table allows", () => {
    const wrong = generator.flatMap(({ path, imports }) => {
      const part = partOf(path);
      return imports
        .filter(({ specifier }) => !allowed[part]?.includes(specifier))
        .map(({ specifier }) => targetOf(path, specifier))
        .filter((target) => target !== part)
        .filter((target) => !allowed[part]?.includes(target))
        .map((target) => `${path} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it("take only the files that are written from the representation into write", () => {
    const wrong = generator
      .filter(({ path }) => partOf(path) === "write")
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ specifier }) => /\/sdk\/(?!output\.js$)/.test(specifier))
          .map(({ specifier }) => `${path} imports ${specifier}`),
      );
    expect(wrong).toEqual([]);
  });

  it("do not import each other in a circle", () => {
    expect(circles(generator)).toEqual([]);
  });

  it("leave the stages to the pipeline, which imports them when it reaches them", () => {
    const stages = ["load", "model", "emit"];
    const imported = generator
      .filter(({ path }) => /^(?:pipeline|build-sdk)$/.test(partOf(path)))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ typeOnly }) => !typeOnly)
          .map(({ specifier }) => targetOf(path, specifier))
          .filter((target) => stages.includes(target)),
      );
    expect(new Set(imported)).toEqual(new Set(stages));
  });

  it("read files in emit only where templates are copied", () => {
    const readers = generator
      .filter(({ path }) => partOf(path) === "emit")
      .filter(({ imports }) =>
        imports.some(
          ({ specifier }) =>
            specifier.startsWith("node:") && specifier !== "node:module",
        ),
      )
      .map(({ path }) => path);
    expect(readers).toEqual([
      "generator/emit/docs/readme.ts",
      "generator/emit/package/runtime.ts",
      "generator/emit/package/template.ts",
    ]);
  });

  it("use packages through what they export", () => {
    const wrong = generator.flatMap(({ path, source, imports }) => [
      ...imports
        .filter(({ specifier }) => /^node:vm$|\/dist\//.test(specifier))
        .map(({ specifier }) => `${path} imports ${specifier}`),
      ...namesIn(source)
        .filter((name) => /^(?:require\.cache|Module\._\w+)$/.test(name))
        .map((name) => `${path} uses ${name}`),
    ]);
    expect(wrong).toEqual([]);
  });

  it("load heavy packages late", () => {
    const heavy = [
      ...["prettier", "jiti", "ts-morph", "typescript", "@clack/prompts"],
    ];
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

  it("declare each exported type once", () => {
    const paths = new Map<string, string[]>();
    for (const module of generator) {
      for (const { name, isType } of exportsOf(module)) {
        if (!isType) continue;
        paths.set(name, [...(paths.get(name) ?? []), module.path]);
      }
    }
    expect([...paths].filter(([, { length }]) => length > 1)).toEqual([]);
  });

  it("export no value that nobody imports", () => {
    const imported = importedNames([...generator, ...tests]);
    const unused = generator
      // What programs import.
      .filter(({ path }) => !/^generator\/(?:plugin\/)?index\.ts$/.test(path))
      .flatMap((module) =>
        exportsOf(module)
          .filter(({ name, isType }) => !isType && !imported.has(name))
          .map(({ name }) => `${module.path} ${name}`),
      );
    expect(unused).toEqual([]);
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
    expect(users).toEqual(["generator/cli/main.ts"]);
  });
});

/** Each circle of imports, types included, as the modules on the way: `a.ts -> b.ts -> a.ts`. */
const circles = (modules: readonly Module[]): readonly string[] => {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(" -> "));
    if (start >= 0 || done.has(path)) return;
    for (const { specifier } of byPath.get(path)?.imports ?? []) {
      const file = join(dirname(path), specifier.replace(/\.js$/, ".ts"));
      const target = file.replaceAll(sep, "/");
      if (byPath.has(target)) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return found;
};

/** Every `a.b` of a module. */
const namesIn = (node: ts.Node): readonly string[] => [
  ...(ts.isPropertyAccessExpression(node) ? [node.getText()] : []),
  ...node.getChildren().flatMap(namesIn),
];

interface Exported {
  readonly name: string;
  readonly isType: boolean;
}

/** The declarations that a module exports; re-exports are none. */
const exportsOf = ({ source }: Module): readonly Exported[] =>
  source.statements.flatMap((statement): readonly Exported[] => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts
        .getModifiers(statement)
        ?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations
        .flatMap(({ name }) => boundNames(name))
        .map((name) => ({ name, isType: false }));
    }
    const isType =
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement);
    const { name } = statement as ts.DeclarationStatement;
    return name ? [{ name: name.getText(), isType }] : [];
  });

const boundNames = (name: ts.BindingName): readonly string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) =>
        ts.isBindingElement(element) ? boundNames(element.name) : [],
      );

/** The names that modules take from others, by import or by re-export. */
const importedNames = (modules: readonly Module[]): ReadonlySet<string> => {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportSpecifier(node) || ts.isExportSpecifier(node)) {
      names.add((node.propertyName ?? node.name).text);
    } else if (
      ts.isBindingElement(node) ||
      ts.isPropertyAccessExpression(node)
    ) {
      // Of a module that is imported when it is reached.
      names.add(node.name.getText());
    } else if (ts.isImportTypeNode(node) && node.qualifier) {
      names.add(node.qualifier.getText());
    }
    ts.forEachChild(node, visit);
  };
  for (const { source } of modules) visit(source);
  return names;
};

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
  /** What packages have as an optional peer, in entry points of its own. */
  const peers: Readonly<Record<string, readonly string[]>> = {
    "templates/runtime/otel.ts": ["@opentelemetry/api"],
  };

  it("imports only itself, but for peers", () => {
    const wrong = runtime.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => !peers[path]?.includes(specifier))
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
