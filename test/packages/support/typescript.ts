/** TypeScript's compiler and its language service, over real files. */
import { readFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import ts from "typescript";
import { root } from "./apis.js";

export interface Project {
  readonly options: ts.CompilerOptions;
  readonly files: readonly string[];
}

/** @param file a `tsconfig.json` */
export const openProject = (file: string): Project => {
  const { config, error } = ts.readConfigFile(file, ts.sys.readFile) as {
    config: unknown;
    error?: ts.Diagnostic;
  };
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    dirname(file),
  );
  const problems = [...(error ? [error] : []), ...errors];
  if (problems.length > 0) throw new Error(problems.map(print).join("\n"));
  return { options, files: fileNames };
};

/** `path:line: message`, in order. */
export const errorsOf = ({ options, files }: Project): readonly string[] => {
  const program = ts.createProgram([...files], options, hostFor(options));
  return [
    ...ts.getPreEmitDiagnostics(program),
    // Those of `isolatedDeclarations`.
    ...program.getDeclarationDiagnostics(),
  ].map(print);
};

/** Reading the library takes longer than anything else: once for all programs. */
const libraries = new Map<string, ts.SourceFile | undefined>();

const hostFor = (options: ts.CompilerOptions): ts.CompilerHost => {
  const host = ts.createCompilerHost(options);
  const folder = host.getDefaultLibLocation?.() ?? "";
  return {
    ...host,
    getSourceFile(path, ...rest) {
      if (dirname(path) !== folder) return host.getSourceFile(path, ...rest);
      if (!libraries.has(path))
        libraries.set(path, host.getSourceFile(path, ...rest));
      return libraries.get(path);
    },
  };
};

const print = ({ file, start = 0, messageText }: ts.Diagnostic): string => {
  const text = ts.flattenDiagnosticMessageText(messageText, " ");
  if (!file) return text;
  const { line } = file.getLineAndCharacterOfPosition(start);
  return `${relative(root, file.fileName)}:${line + 1}: ${text}`;
};

export interface Hover {
  readonly signature: string;
  readonly doc: string;
  readonly tags: readonly string[];
}

/** What an editor shows over the last name of `text`, where it stands for the first time. */
export const hover = (project: Project, file: string, text: string): Hover => {
  const start = readFileSync(file, "utf8").indexOf(text);
  const info = serviceOf(project).getQuickInfoAtPosition(
    file,
    start + text.length - 1,
  );
  if (start < 0 || !info) throw new Error(`nothing to show over ${text}`);
  return {
    signature: ts
      .displayPartsToString(info.displayParts)
      .replace(/\s+/g, " ")
      .replace(/\( | (?=\))/g, (match) => match.trim()),
    doc: ts.displayPartsToString(info.documentation),
    tags: (info.tags ?? []).map(
      ({ name, text }) => `${name} ${ts.displayPartsToString(text)}`,
    ),
  };
};

const services = new WeakMap<Project, ts.LanguageService>();

const serviceOf = (project: Project): ts.LanguageService => {
  const known = services.get(project);
  if (known) return known;
  const service = ts.createLanguageService({
    getCompilationSettings: () => project.options,
    getScriptFileNames: () => [...project.files],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const text = ts.sys.readFile(path);
      return text === undefined
        ? undefined
        : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  services.set(project, service);
  return service;
};

/** The file that an import in `from` is about. */
export const resolvesTo = (
  name: string,
  from: string,
  options: ts.CompilerOptions,
): string | undefined =>
  ts.resolveModuleName(
    name,
    from,
    options,
    ts.sys,
    undefined,
    undefined,
    ts.getImpliedNodeFormatForFile(from, undefined, ts.sys, options) ??
      ts.ModuleKind.ESNext,
  ).resolvedModule?.resolvedFileName;
