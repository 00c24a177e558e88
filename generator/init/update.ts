/**
 * `sdkwright init --update`: newer pins for the workflows of a repository, by the table.
 */
import type { FramedDiagnostic } from "../diagnostics/printer.js";
import { UsageError } from "../index.js";
import { updatePins } from "./pins.js";
import { readSurroundings } from "./surroundings.js";
import { writeFiles } from "./write-files.js";

export interface UpdateReport {
  /** False when a workflow could not be written; those before it are. */
  readonly ok: boolean;
  readonly diagnostics: readonly FramedDiagnostic[];
  readonly isDryRun: boolean;
  /** The workflows with a newer pin, sorted by path. */
  readonly updates: readonly UpdatedWorkflow[];
}

export interface UpdatedWorkflow {
  readonly path: string;
  /** `actions/checkout v7.0.0 -> v7.0.1` */
  readonly changes: readonly string[];
}

const folder = ".github/workflows";

export const updateWorkflows = (
  cwd: string,
  isDryRun: boolean,
): UpdateReport => {
  const { list, read } = readSurroundings(cwd);
  const names = list(folder).filter((name) => /\.ya?ml$/.test(name));
  if (names.length === 0)
    throw new UsageError(
      `no workflows in ${folder}: run init without --update, at the root of the repository`,
    );
  const updates: UpdatedWorkflow[] = [];
  for (const name of names) {
    const path = `${folder}/${name}`;
    const { text, changes } = updatePins(read(path) ?? "");
    if (changes.length === 0) continue;
    const diagnostics = isDryRun
      ? []
      : writeFiles(cwd, [{ path, text, state: "added-to" }]);
    if (diagnostics.length > 0)
      return { ok: false, diagnostics, isDryRun, updates };
    updates.push({ path, changes });
  }
  return { ok: true, diagnostics: [], isDryRun, updates };
};
