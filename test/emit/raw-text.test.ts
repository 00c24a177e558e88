/**
 * Text becomes code or Markdown only in the modules of `encode/`: elsewhere nobody may say of a
 * text, or of what is put together from one, that it is safe. The few who do are listed, each with
 * what makes it true; another one fails here until somebody has looked at it.
 */
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { claimsIn } from "./claims.js";

const root = fileURLToPath(new URL("../../generator", import.meta.url));
const folder = join(root, "emit");

const reviewed: Readonly<Record<string, string>> = {
  "package/contract.ts: text: test": "a template",
  "package/contract.ts: text: () => contractLines(sdk)": "JSON",
  'docs/page.ts: text: () => `${blocks().filter(Boolean).join("\\n\\n")}\\n`':
    "Markdown, and lines without words between",
  "docs/operation-section.ts: text.retries as Markdown": "our words",
  "samples/json-layout.ts: print(value, 0, 0, 0) as Code":
    "JSON, see its tests",
  'samples/layout.ts: `${open}\\n${lines.map((line) => `${margin}  ${line}\\n`).join("")}${margin}${close}` as Code':
    "brackets and spaces around code",
  "package/package.ts: text: template(name)": "a template",
  "package/package.ts: text": "the license, which no program reads",
  "package/package.ts: text: hasSourceMaps ? text : withoutSourceMaps(text)":
    "a template",
  'package/package.ts: text: "# Changelog\\n"': "our words",
  "docs/readme.ts: text: page": "a template filled with Markdown",
  'samples/snippets/go.ts: `package main import ( ${packages.map((name) => `\\t"${name}"\\n`).join("")}) func main() { ${statements.map((statement) => `\\t${statement}\\n`).join("")}}` as Code':
    "packages of Go, and code",
  'samples/snippets/python.ts: (items.length === 0 ? open + close : `${open}\\n${items.map((item) => `${margin} ${item},\\n`).join("")}${margin}${close}`) as Code':
    "brackets and spaces around code",
  "outputs/contract/contract.ts: out.text(path, text, { isFormatted: true })":
    "made in emit/",
  "outputs/docs/docs.ts: out.text(path, text, { isFormatted: true })":
    "made in emit/",
  'outputs/agents/agents.ts: out.text("llms.txt", llmsText(sdk, words), { isFormatted })':
    "our words, and names that passed the rules for them",
  "outputs/agents/agents.ts: out.text(`skills/${skillName(sdk)}/SKILL.md`, skillText(sdk, words), { isFormatted, })":
    "our words, and names that passed the rules for them",
  "outputs/queries/query-docs.ts: title as Markdown": "our words",
  'outputs/samples/overlay.ts: out.text("openapi.samples.yaml", overlayOf(sdk), { isFormatted: true })':
    "YAML whose texts are JSON, see its tests",
  "outputs/schema/schema-types.ts: `${text.trim()}\\n` as Code":
    "what openapi-typescript gives, parsed and checked",
  "plugin/plugin-output.ts: text: text()": "of an output",
};

/** Turns the Markdown of a document into ours; `prose.test.ts` is about nothing else. */
const isEncoder = (file: string): boolean =>
  /\/emit\/(?:encode\/\w+|docs\/prose)\.ts$/.test(file.replaceAll(sep, "/"));

const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ["node"],
  skipLibCheck: true,
  noEmit: true,
};

/** Ways to get a text past the types; each compiles. */
const tricks: Readonly<Record<string, string>> = {
  template: "export const t = (name: Text): Code => `x.${name}` as Code;",
  sum: 'export const t = (name: Text): Code => ("x." + name) as Code;',
  list: 'export const t = (name: Text): Code => ["x", name].join(".") as Code;',
  variable:
    "export function t(name: Text): Code { const x: string = `x.${name}`; return x as Code; }",
  helper:
    "const say = (text: string): Code => text as Code; export const t = (name: Text) => say(name);",
  never: "export const t = (name: Text): Code => code`x.${name as never}`;",
  unknown: "export const t = (name: Text): Code => name as unknown as Code;",
  brackets: "export const t = (name: Text): Code => <Code>(name as string);",
  any: 'export const t = (name: Text): Code => JSON.parse(`"${name}"`) as any;',
  mapped:
    "const shown = (one: Text): string => `x.${one}`; export const t = (names: Text[]): Code => names.map(shown).join() as Code;",
  predicate:
    "const isCode = (text: string): text is Code => true; export const t = (name: Text): Code => isCode(name) ? name : code``;",
  page: "export const t = (name: Text): Markdown => `# ${name}` as Markdown;",
  regions:
    'export const t = (name: Text): OutputFile => ({ path: "a.md", text: `# ${name}`, kind: "regions", isFormatted: true });',
  file: 'export const t = (name: Text): OutputFile => ({ path: "a.ts", text: `x.${name}`, kind: "source" });',
  short:
    'export function t(name: Text): OutputFile { const text = `x.${name}`; return { path: "a.ts", text, kind: "source" }; }',
  comment:
    "export const t = (name: Text): DocBody => `\\n${name}` as string as DocBody;",
  typed:
    "type Safe = Code; export const t = (name: Text): Code => name as string as Safe;",
};

const fine = `
export const a = (name: Text): Code => \`x[\${lit(name)}]\` as Code;
export const b = (name: Name): Code => code\`x.\${ident(name)}\`;
export const c = (parts: readonly Code[]): Code => parts.map((one) => code\`(\${one})\`).join("") as Code;
export const d = (yes: boolean): Markdown => (yes ? "yes" : "") as Markdown;
`;

const head = `
import type { OutputFile } from "../sdk/output.js";
import type { Name, Text } from "../sdk/sdk.js";
import { code, ident, lit, type Code, type DocBody } from "./encode/encode.js";
import type { Markdown } from "./encode/markdown.js";
`;

describe("the emitters", () => {
  const files = ["emit", "outputs", "plugin"].flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(root, part, file)),
  );
  const examples = new Map(
    Object.entries({ ...tricks, fine }).map(([name, text]) => [
      join(folder, `example-${name}.ts`),
      head + text,
    ]),
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (path, ...rest) => {
    const text = examples.get(path.replaceAll("/", sep));
    return text === undefined
      ? getSourceFile.call(host, path, ...rest)
      : ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  };
  host.fileExists = (path) =>
    examples.has(path.replaceAll("/", sep)) || fileExists.call(host, path);
  const program = ts.createProgram(
    [...files, ...examples.keys()],
    options,
    host,
  );
  const claimsOf = (path: string): readonly string[] => {
    const file = program.getSourceFile(path);
    const shown = relative(folder, path)
      .replaceAll(sep, "/")
      .replace(/^\.\.\//, "");
    return file
      ? claimsIn(file, program.getTypeChecker()).map(
          (claim) => `${shown}: ${claim}`,
        )
      : ["not read"];
  };

  it("leave it to the encoders to turn text into code", () => {
    const claims = files
      .filter((file) => !isEncoder(file))
      .flatMap(claimsOf)
      .map((claim) => claim.replace(/\s+/g, " "))
      .sort();
    const known = Object.keys(reviewed).map((one) => one.replace(/\s+/g, " "));
    expect(claims).toEqual(known.sort());
  });

  it.each(Object.keys(tricks))("cannot pass a text as code by a %s", (name) => {
    const path = join(folder, `example-${name}.ts`);
    const file = program.getSourceFile(path);
    expect(program.getSemanticDiagnostics(file)).toEqual([]);
    expect(claimsOf(path)).not.toEqual([]);
  });

  it("may put code together", () => {
    const path = join(folder, "example-fine.ts");
    expect(program.getSemanticDiagnostics(program.getSourceFile(path))).toEqual(
      [],
    );
    expect(claimsOf(path)).toEqual([]);
  });

  it("cannot have a text in a template for code", () => {
    const path = join(folder, "example-template.ts");
    const wrong = "export const t = (name: Text): Code => code`x.${name}`;";
    examples.set(path, head + wrong);
    const again = ts.createProgram([path], options, host);
    expect(
      again
        .getSemanticDiagnostics(again.getSourceFile(path))
        .map(({ code }) => code),
    ).toEqual([2345]);
    examples.set(path, head + (tricks["template"] ?? ""));
  });
});
