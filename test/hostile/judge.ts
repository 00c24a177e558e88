/**
 * One document of a stranger, before every judge. Each says what is wrong; nothing is what all of
 * them should say.
 *
 * - diagnostics: exit code, places, nothing printed that must not be
 * - containment: only the output folder changed; no connection, no process, no file read outside
 * - twin: the same document without its hostile characters gives the same tokens
 * - syntax: only the statements and expressions that the generator writes
 * - canary: compiled, imported and called, nothing of the document runs
 * - wire: names and values arrive as they are in the document
 * - determinism: the command line and the library, in two processes, give the same bytes
 * - resources: 512 MB, and an end: 5 seconds are the mark, which the run prints; a slow machine may
 *   take 20
 *
 * The first two and the last hold for the library as for the command line.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import { emit } from "../support/emit.js";
import type { Report } from "../../generator/index.js";
import { load } from "../../generator/load/load.js";
import { reservedNames } from "../../generator/emit/reserved-names.js";
import { buildModel } from "../../generator/model/build.js";
import type { Sdk } from "../../generator/sdk/sdk.js";
import { typeErrors } from "../support/type-errors.js";
import {
  changes,
  makePlace,
  readTree,
  runContained,
  runLibrary,
  snapshot,
  type Contained,
  type Place,
} from "./contained.js";
import type { Expected } from "./expected.js";
import { diagnosticProblems } from "./oracles/diagnostics.js";
import {
  manifestProblems,
  markdownProblems,
  pathProblems,
} from "./oracles/pages.js";
import { syntaxProblems, unseen } from "./oracles/syntax.js";
import { difference, tame, tokenKinds } from "./oracles/twin.js";
import { wireProblems } from "./oracles/wire.js";
import { listedTexts, readSource } from "./source.js";
import { printed } from "../support/printed.js";

const limits = { seconds: 20, megabytes: 512 };

export interface Judgement {
  /** Empty for a document that got nothing through. */
  readonly problems: readonly string[];
  /** Of the processor, and in memory, at most: as the command line and as the library. */
  readonly seconds: number;
  readonly megabytes: number;
}

/** @param source the document, which is not touched */
export async function judge(
  source: string,
  expected: Expected,
): Promise<Judgement> {
  const place = makePlace(source);
  try {
    return await judged(place, source, expected);
  } finally {
    rmSync(place.root, { recursive: true, force: true });
  }
}

async function judged(
  place: Place,
  source: string,
  expected: Expected,
): Promise<Judgement> {
  const { root, work, output, document } = place;
  const again = join(work, "again");
  const before = snapshot(root, [output, again]);
  const args = ["generate", document, "-o", "sdk"];
  const cli = await runContained(place, [...args, "--json"], {
    // Nothing of the surroundings shows in the output.
    TZ: "Pacific/Kiritimati",
    LANG: "tr_TR.UTF-8",
  });
  const api = await runLibrary(place, "again");
  const [report, same] = [reportOf(cli.out), reportOf(api.out)];
  const problems = [
    ...runProblems(cli, report, expected),
    ...runProblems(api, same, expected).map((one) => `the library: ${one}`),
    ...changes(before, snapshot(root, [output, again])).map(
      (path) => `changed outside the output folder: ${path}`,
    ),
  ];
  if (JSON.stringify(messages(same)) !== JSON.stringify(messages(report)))
    problems.push("the library says other things than the command line");
  const files = readTree(output);
  problems.push(
    ...changes(files, readTree(again)).map(
      (path) => `${path} is not the same twice`,
    ),
  );
  if (expected.outcome === "error") {
    const text = await runContained(place, args);
    problems.push(...diagnosticProblems(text, report?.sdks[0], expected));
    for (const path of files.keys()) problems.push(`wrote ${path}`);
  } else problems.push(...(await packageProblems(place, source, files)));
  return {
    problems: [...new Set(problems)],
    seconds: Math.max(cli.seconds, api.seconds),
    megabytes: Math.max(cli.megabytes, api.megabytes),
  };
}

/** What is wrong with one run, whoever asked for it. */
function runProblems(
  run: Contained,
  report: Report | undefined,
  expected: Expected,
): string[] {
  const { attempts, seconds, megabytes } = run;
  const problems = [
    ...diagnosticProblems(run, report?.sdks[0], expected),
    ...attempts.map((attempt) => `tried: ${attempt}`),
  ];
  if (seconds > limits.seconds) problems.push(`took ${seconds.toFixed(1)} s`);
  if (megabytes > limits.megabytes)
    problems.push(`took ${megabytes.toFixed(0)} MB`);
  return problems;
}

const reportOf = (out: string): Report | undefined => {
  try {
    return JSON.parse(out) as Report;
  } catch {
    return undefined;
  }
};

const messages = (report: Report | undefined): unknown =>
  report?.sdks.map(({ diagnostics }) =>
    diagnostics.map(({ code, message, position }) => ({
      code,
      message,
      line: position?.line,
      column: position?.column,
    })),
  );

/** Everything that is judged on the files. */
async function packageProblems(
  place: Place,
  source: string,
  files: ReadonlyMap<string, string>,
): Promise<string[]> {
  const problems = pathProblems([...files.keys()]);
  for (const [path, text] of files) {
    if (path.endsWith(".md"))
      problems.push(...(await markdownProblems(path, text)));
    if (path === "package.json") problems.push(...manifestProblems(text));
    const [hidden] = unseen.exec(text) ?? [];
    if (hidden !== undefined && /\.(?:json|lock)$/.test(path))
      problems.push(`${path} has a raw ${JSON.stringify(hidden)}`);
    if (isGenerated(path)) problems.push(...syntaxProblems(path, text));
    else if (path.startsWith("src/core/") && text !== runtimeText(path))
      problems.push(`${path} is not the runtime's`);
  }
  problems.push(
    ...typeErrors(
      Object.fromEntries(
        [...files].filter(([path]) => /^src\/.*\.ts$/.test(path)),
      ),
    ),
  );
  const root = readSource(source);
  problems.push(...missingTexts(listedTexts(root), files));

  const sdk = await sdkOf(source);
  if (typeof sdk === "string") return [...problems, sdk];
  problems.push(...(await wireProblems(place.root, files, sdk, source)));
  const twin = await sdkOf(source, tame(root));
  if (typeof twin === "string") return [...problems, `its twin: ${twin}`];
  const kinds = (of: Sdk): string[] =>
    tokenKinds(
      new Map(
        emit(of)
          .files.filter(({ path }) => isGenerated(path))
          .map((file) => [file.path, printed(file)]),
      ),
    );
  for (const one of difference(kinds(sdk), kinds(twin)))
    problems.push(`the tame twin differs: ${one.slice(0, 1000)}`);
  return problems;
}

/** Written by the emitters, for this document. */
const isGenerated = (path: string): boolean =>
  /^src\/(?!core\/(?!brand\.ts)).*\.ts$/.test(path);

const runtimeText = (path: string): string =>
  readFileSync(
    new URL(
      `../../templates/runtime/${path.slice("src/core/".length)}`,
      import.meta.url,
    ),
    "utf8",
  );

/** The stages up to the model, in memory; the first error where there is one. */
async function sdkOf(file: string, document?: unknown): Promise<Sdk | string> {
  const diagnostics = new Diagnostics();
  const place = document === undefined ? undefined : writeJson(document);
  try {
    const loaded = await load(place ?? file, {}, diagnostics);
    const sdk =
      loaded &&
      buildModel(loaded, { config: {}, reserved: reservedNames }, diagnostics);
    const error = diagnostics
      .all()
      .find(({ severity }) => severity === "error");
    if (error) return error.message;
    return sdk ?? "nothing was loaded";
  } finally {
    if (place !== undefined) rmSync(dirname(place), { recursive: true });
  }
}

function writeJson(document: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), "sdkwright-")), "openapi.json");
  writeFileSync(file, JSON.stringify(document));
  return file;
}

/** Are the values that schemas list in the types, exactly? */
function missingTexts(
  wanted: ReadonlySet<string>,
  files: ReadonlyMap<string, string>,
): string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  for (const [path, text] of files)
    if (isGenerated(path))
      visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return [...wanted]
    .filter((text) => !found.has(text))
    .map((text) => `no type has the value ${JSON.stringify(text)}`);
}
