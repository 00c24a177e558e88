/**
 * The third stage with what stands around it: the outputs beside the SDK, the modules that an owner
 * replaces, and the surface.
 */
import { surfaceFile } from "../baseline/baseline.js";
import type { Target } from "../config/targets.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { originOfRelease } from "../diff/origin.js";
import { emitFiles } from "../emit/emit.js";
import { runOutputs } from "../outputs/outputs.js";
import type { BuildResult, RunOptions } from "../pipeline-options.js";
import { notedAliases } from "../sdk/aliases.js";
import type { Output } from "../sdk/output.js";
import { libPath, ownerExports } from "../write/lib.js";
import type { PackageWriter } from "../write/package-writer.js";
import type { SinceRelease } from "./since-release.js";

interface Run {
  readonly target: Target;
  readonly writer: PackageWriter;
  readonly document: BuildResult["document"];
  /** Names of earlier runs that this one keeps. */
  readonly names: ReadonlyMap<string, string>;
  readonly options: Pick<RunOptions, "mode">;
}

export interface EmittedPackage {
  /** Its files are made one by one, when they are asked for. */
  readonly output: Output;
  /** Path -> the plugin that writes it. */
  readonly writers: ReturnType<typeof runOutputs>["writers"];
  /** Names that the owner's own modules export in our stead: known when all files are made. */
  readonly takenNames: readonly string[];
}

/** Problems of plugins are reported. */
export const emitPackage = async (
  { sdk, baseline, surface }: SinceRelease,
  { target, writer, document, names, options }: Run,
  diagnostics: Diagnostics,
): Promise<EmittedPackage> => {
  const outputs = runOutputs(
    sdk,
    { config: target.config, document, names },
    diagnostics,
  );
  const takenNames: string[] = [];
  const files = emitFiles(sdk, {
    owner: await ownerExports(writer.directory.read(libPath)),
    contributions: outputs.contributions,
    onTaken: (taken) => takenNames.push(...taken),
  });
  // Made last: the other files are formatted meanwhile.
  const lastFile = () =>
    surfaceFile(baseline, {
      surface,
      isComparison: options.mode === "check",
      originOf: (version) => originOfRelease(version, target, document),
    });
  const output = {
    files: withLast(files, lastFile),
    names: new Map([...sdk.names, ...outputs.names]),
    aliases: notedAliases(sdk.aliases),
  };
  return { output, writers: outputs.writers, takenNames };
};

function* withLast<File>(
  files: Iterable<File>,
  makeLast: () => File | undefined,
): Generator<File> {
  yield* files;
  const last = makeLast();
  if (last) yield last;
}
