/**
 * Sdk -> files of one package: its sources, what makes the folder a package, and what the outputs give.
 * Pure but for reading `templates/`; it cannot fail on a document, because what reaches it is complete.
 */
import type { OutputFile } from "../sdk/output.js";
import type { Sdk } from "../sdk/sdk.js";
import { noContributions } from "./contributions.js";
import { readmeFile } from "./docs/readme.js";
import { packageFiles } from "./package/package.js";
import { sourceFiles, type EmitOptions } from "./source/sources.js";
import type { Statement } from "./structures.js";

/** One file after the other, so that `write` can begin with the first. */
export function* emitFiles(
  sdk: Sdk,
  options: EmitOptions = {},
): Generator<OutputFile<Statement>> {
  const { contributions = noContributions } = options;
  yield* sourceFiles(sdk, options);
  yield* packageFiles(sdk, contributions);
  yield readmeFile(sdk, contributions);
  yield* contributions.files;
}
