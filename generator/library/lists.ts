/**
 * What lists, and writes nothing: the public names of packages, and the files that they are made of.
 */
import { existsSync } from "node:fs";
import { loadTarget } from "../build-sdk.js";
import { refuseInherited } from "../config/refuse-inherited.js";
import { findTargets } from "../config/targets.js";
import type { Target, TargetSelection } from "../config/targets.js";
import { withoutPrototype } from "../config/without-prototype.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { displayPath } from "../diagnostics/paths.js";
import { withFrames } from "../diagnostics/printer.js";
import type { SdkNames } from "../report.js";
import type { InputsReport, NamesReport } from "./library-types.js";
import { listTarget } from "./list-target.js";

/**
 * Lists the public names of the packages that `generate` would write, also without `output`; writes nothing.
 * @throws UsageError when the options do not say of which document
 */
export const names = async (
  options: TargetSelection = {},
): Promise<NamesReport> => {
  const { targets, diagnostics } = await selectTargets(options);
  const sdks: SdkNames[] = [];
  for (const target of targets) sdks.push(await listTarget(target));
  return {
    ok: !diagnostics.hasErrors && sdks.every(({ ok }) => ok),
    diagnostics: withFrames(diagnostics),
    sdks,
  };
};

/**
 * Lists the files that `generate` would read, but for the packages themselves; writes nothing.
 * @throws UsageError when the options do not say of which document
 */
export const inputs = async (
  options: TargetSelection = {},
): Promise<InputsReport> => {
  const { targets, diagnostics } = await selectTargets(options);
  const visited = new Set(diagnostics.sources.visited);
  const problems = [...withFrames(diagnostics)];
  for (const target of targets) {
    const found = new Diagnostics();
    await loadTarget(target, found);
    for (const path of found.sources.visited) visited.add(path);
    problems.push(
      ...withFrames(found).filter(({ severity }) => severity === "error"),
    );
  }
  return {
    ok: problems.every(({ severity }) => severity !== "error"),
    diagnostics: problems,
    inputs: [...visited]
      .filter((path) => existsSync(path))
      .map(displayPath)
      .sort(),
  };
};

/** The SDKs that the options are about, also those without `output`. */
const selectTargets = async (
  options: TargetSelection,
): Promise<{
  readonly targets: readonly Target[];
  readonly diagnostics: Diagnostics;
}> => {
  refuseInherited();
  const diagnostics = new Diagnostics();
  const targets = await findTargets(withoutPrototype(options), diagnostics, {
    needsOutput: false,
  });
  return { targets, diagnostics };
};
