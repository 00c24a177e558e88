/**
 * What the command `names` says of one SDK.
 */
import type { Target } from "../config/targets.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { displayPath } from "../diagnostics/paths.js";
import { withFrames } from "../diagnostics/printer.js";
import { StageTimer } from "../diagnostics/timings.js";
import { buildSdk } from "../build-sdk.js";
import { writerOptions } from "../pipeline.js";
import { inputLabel, type SdkNames } from "../report.js";
import { PackageWriter } from "../write/package-writer.js";
import { releasedNames } from "../write/released.js";

/** Every public name of an SDK, as a run would give it: those of the lock file are kept. Writes nothing. */
export const listTarget = async (target: Target): Promise<SdkNames> => {
  const diagnostics = new Diagnostics();
  const timer = new StageTimer();
  const hasOutput = target.config.output !== "";
  const built = await buildSdk(
    { target, names: hasOutput ? namesOnDisk(target, diagnostics) : new Map() },
    { diagnostics, timer },
  );
  const { listNames } = await import("../names/list-names.js");
  return {
    ok: !diagnostics.hasErrors,
    input: inputLabel(target),
    ...(hasOutput && { output: displayPath(target.output) }),
    diagnostics: withFrames(diagnostics),
    ...(built && { names: listNames(built.sdk, built.document) }),
  };
};

const namesOnDisk = (
  target: Target,
  diagnostics: Diagnostics,
): ReadonlyMap<string, string> => {
  const writer = PackageWriter.open(
    { ...writerOptions(target, diagnostics), mode: "check", strict: false },
    diagnostics,
  );
  writer?.close();
  return writer
    ? releasedNames(writer.directory, writer.lock?.names)
    : new Map();
};
