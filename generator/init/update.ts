/**
 * `sdkwright init --update`: newer pins for the workflows of a repository, by the table.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../index.js";
import { updatePins } from "./pins.js";
import { readSurroundings } from "./surroundings.js";

export interface UpdateReport {
  readonly ok: true;
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
    if (!isDryRun) writeFileSync(join(cwd, path), text);
    updates.push({ path, changes });
  }
  return { ok: true, isDryRun, updates };
};
