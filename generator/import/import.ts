/**
 * `sdkwright import`: the config of another generator becomes one of ours, with a list of what became of
 * each of its keys.
 */
import { existsSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { findConfig } from "../config/file.js";
import { UsageError } from "../config/usage-error.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { type FramedDiagnostic, withFrames } from "../diagnostics/printer.js";
import { type FileToWrite, writeFiles } from "../init/write-files.js";
import { Draft } from "./draft.js";
import { shown } from "./find-document.js";
import type { LedgerEntry } from "./ledger.js";
import type { ImportOptions } from "./import-options.js";
import { migratingText } from "./migrating.js";
import { overlayText } from "./overlay-text.js";
import { configText } from "./print-config.js";
import { type Finished, readInput } from "./read-input.js";

export interface ImportReport {
  readonly ok: boolean;
  readonly diagnostics: readonly FramedDiagnostic[];
  /** What became of each key. */
  readonly entries: readonly LedgerEntry[];
  /** The files that are written, relative to the working directory. */
  readonly written: readonly string[];
}

/** @throws UsageError when the options do not fit */
export const importConfig = async (
  options: ImportOptions,
): Promise<ImportReport> => {
  const cwd = resolve(options.cwd ?? ".");
  const output = options.output ?? "sdkwright.config.ts";
  if (!/^\.m?[jt]s$/.test(extname(output)))
    throw new UsageError(
      `-o ${output}: name a file such as sdkwright.config.ts`,
    );
  const diagnostics = new Diagnostics();
  const hasErrors = (): boolean => diagnostics.hasErrors;
  const failed = (entries: readonly LedgerEntry[] = []): ImportReport => ({
    ok: false,
    diagnostics: withFrames(diagnostics),
    entries,
    written: [],
  });
  const configFile = resolve(cwd, output);
  if (!options.force) reportExisting(configFile, cwd, diagnostics);
  if (hasErrors()) return failed();
  const draft = new Draft();
  const finished = await readInput(
    { ...options, cwd, configFile },
    draft,
    diagnostics,
  );
  if (!finished || hasErrors()) return failed(finished?.entries);
  const { entries } = finished;
  if (options.strict && entries.some(({ fate }) => fate === "lost"))
    return failed(entries);
  const files = await filesOf(draft, finished, shown(configFile, cwd));
  if (!options.force)
    for (const { path } of files)
      if (existsSync(join(cwd, path)))
        diagnostics.report("import-exists", { file: path });
  if (hasErrors()) return failed(entries);
  const refused = writeFiles(
    cwd,
    files.map(({ path, text }): FileToWrite => {
      const isThere = existsSync(join(cwd, path));
      return { path, text, state: isThere ? "added-to" : "written" };
    }),
  );
  return refused.length > 0
    ? { ok: false, diagnostics: refused, entries, written: [] }
    : {
        ok: true,
        // Those of the document are for `generate`.
        diagnostics: [],
        entries,
        written: files.map(({ path }) => path),
      };
};

/** A config under another name would be found beside the new one. */
const reportExisting = (
  configFile: string,
  cwd: string,
  diagnostics: Diagnostics,
): void => {
  const folder = dirname(configFile);
  const isUsual = basename(configFile).startsWith("sdkwright.config.");
  const found = isUsual ? findConfig(folder, diagnostics) : undefined;
  const there = [
    ...(found !== undefined && dirname(found) === folder ? [found] : []),
    ...(existsSync(configFile) ? [configFile] : []),
  ];
  for (const file of new Set(there))
    diagnostics.report("import-exists", { file: shown(file, cwd) });
};

interface NewFile {
  /** Relative to the working directory. */
  readonly path: string;
  readonly text: string;
}

const filesOf = async (
  draft: Draft,
  { file, isPublished, packageName, clientName, gone }: Finished,
  config: string,
): Promise<readonly NewFile[]> => {
  const beside = (name: string): string =>
    join(dirname(config), name).replaceAll("\\", "/");
  const overlay = "stainless.overlay.yaml";
  if (draft.actions.length > 0) draft.set(["overlays"], [overlay]);
  return [
    { path: config, text: await configText(draft) },
    ...(draft.actions.length > 0
      ? [
          {
            path: beside(overlay),
            text: overlayText(draft.actions, `What ${basename(file)} changed`),
          },
        ]
      : []),
    ...(isPublished
      ? [
          {
            path: beside("MIGRATING.md"),
            text: await migratingText({ draft, packageName, clientName, gone }),
          },
        ]
      : []),
  ];
};
