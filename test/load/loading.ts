/**
 * Loads documents given as text, from a folder of their own, and says what was reported in one line
 * per diagnostic.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import type { Document } from "../../generator/openapi/document.js";
import { load, type LoadOptions } from "../../generator/load/load.js";

export interface Loaded {
  readonly document: Document | undefined;
  /** `9:15 error ref-not-found: …`, with the file where it is not the first. */
  readonly problems: readonly string[];
  readonly diagnostics: Diagnostics;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes the files for as long as `use` needs them. */
export const withFiles = async <T>(
  files: Files,
  use: (folder: string) => Promise<T>,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-load-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The first file is the document. */
export const loadFiles = (
  files: Files,
  options: LoadOptions = {},
): Promise<Loaded> =>
  withFiles(files, async (folder) => {
    const [input = ""] = Object.keys(files);
    const diagnostics = new Diagnostics();
    const document = await load(
      input,
      { cwd: folder, ...options },
      diagnostics,
    );
    return {
      document,
      problems: printProblems(diagnostics, input),
      diagnostics,
    };
  });

export const loadYaml = (text: string): Promise<Loaded> =>
  loadFiles({ "openapi.yaml": text });

export const loadJson = (value: unknown): Promise<Loaded> =>
  loadFiles({
    "openapi.json": typeof value === "string" ? value : JSON.stringify(value),
  });

/** The lines before every fragment of a document; fragments begin in line 3. */
export const head = (version = "3.1.0"): string =>
  `openapi: ${version}\ninfo: { title: T, version: "1" }\n`;

/** A line for each diagnostic, with the file where it is not `input`. */
export const printProblems = (
  diagnostics: Diagnostics,
  input: string,
): readonly string[] =>
  diagnostics.all().map(({ code, severity, message, position, related }) => {
    const place = position
      ? `${position.file === input ? "" : `${position.file}:`}${position.line}:${position.column} `
      : "";
    const others = (related ?? [])
      .map(({ line, column }) => ` (${line}:${column})`)
      .join("");
    return `${place}${severity} ${code}: ${message}${others}`;
  });
