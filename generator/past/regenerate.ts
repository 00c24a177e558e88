/**
 * What an earlier commit would have generated: the text that an owner's change of a file started from.
 */
import { keepOldNames } from "../aliases/keep-old-names.js";
import { filesOf, pastTarget } from "../config/past-target.js";
import type { Target } from "../config/targets.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { SdkBuilder } from "../diff/sdk-builder.js";
import type { OutputFile } from "../sdk/output.js";
import type { Sdk } from "../sdk/sdk.js";
import { findChanges, type FoundChanges } from "../change/compare-surfaces.js";
import { readSurface } from "../surface/read-surface.js";
import { surfaceOf } from "../surface/surface-of.js";
import { surfaceName } from "../surface/surface-name.js";
import type { RegenerateAtCommit, PastOutput } from "../write/edits/bases.js";
import { takeSnapshot } from "../write/edits/snapshot.js";
import { libPath, ownerExports } from "../write/lib.js";
import { versionIn } from "../write/released.js";

interface Past {
  readonly git: Parameters<RegenerateAtCommit>[0];
  readonly commit: string;
  /** What its lock file has. */
  readonly known: Parameters<RegenerateAtCommit>[2];
  readonly builder: SdkBuilder;
}

/** The first three stages once more, for the document and config of a commit. */
export const regenerateAtCommit = async (
  target: Target,
  { git, commit, known, builder }: Past,
  diagnostics: Diagnostics,
): Promise<PastOutput | undefined> => {
  const files = filesOf(target);
  const snapshot = files && takeSnapshot({ git, commit, files }, diagnostics);
  if (!snapshot) return undefined;
  const textOf = (path: string): string | undefined =>
    git.read(commit, git.prefix + path)?.toString("utf8");
  try {
    const past = await pastTarget(target, snapshot.at);
    const { names, aliases } = known;
    const found = new Diagnostics();
    const built = past && (await builder.build(past, names, found));
    if (!built || found.hasErrors) return undefined;
    const { emitFiles } = await import("../emit/emit.js");
    const owner = await ownerExports(textOf(libPath));
    const surface = textOf(surfaceName);
    const sdk = await keepOldNames(built.sdk, past, {
      names,
      noted: aliases,
      version: versionIn(textOf("package.json")),
      found:
        surface === undefined ? undefined : changesSince(surface, built.sdk),
    });
    const { runOutputs } = await import("../outputs/outputs.js");
    const { reportBrokenFile } = await import("../outputs/broken-file.js");
    const said = new Diagnostics();
    const outputs = runOutputs(
      sdk,
      { config: past.config, document: built.document, names },
      said,
    );
    if (said.hasErrors) return undefined;
    const { contributions, writers } = outputs;
    const emitted: OutputFile[] = [];
    try {
      emitted.push(...emitFiles(sdk, { owner, contributions }));
    } catch (error) {
      reportBrokenFile(error, writers, said);
      return undefined;
    }
    return {
      files: [
        ...emitted,
        // It says what was released, not what the document gives.
        ...(surface === undefined
          ? []
          : [{ path: surfaceName, kind: "verbatim" as const, text: surface }]),
      ],
      names: new Map([...built.sdk.names, ...outputs.names]),
    };
  } finally {
    snapshot.remove();
  }
};

/** @param text of the file with the surface of the last release; one that cannot be read says nothing */
const changesSince = (text: string, sdk: Sdk): FoundChanges | undefined => {
  const file = readSurface(text);
  return file.kind === "surface"
    ? findChanges(file.surface, surfaceOf(sdk))
    : undefined;
};
