/**
 * Sdk -> files of one package: its sources, what makes the folder a package, and what the outputs give.
 * Pure but for reading `templates/`; it cannot fail on a document, because what reaches it is complete.
 */
import type { OutputFile, OwnerExports } from "../sdk/output.js";
import type { Sdk } from "../sdk/sdk.js";
import { noContributions, type Contributions } from "./contributions.js";
import { readmeFile } from "./docs/readme.js";
import { packageFiles } from "./package/package.js";
import { sourceFiles } from "./source/sources.js";
import type { Statement } from "./structures.js";

export interface EmitOptions {
  /** Present where the owner has a module of their own to export. */
  readonly owner?: OwnerExports | undefined;
  /** Of the outputs: docs, tests, and those beside the SDK. */
  readonly contributions?: Contributions;
}

/** One file after the other, so that `write` can begin with the first. */
export function* emitFiles(
  sdk: Sdk,
  { owner, contributions = noContributions }: EmitOptions = {},
): Generator<OutputFile<Statement>> {
  yield* sourceFiles(sdk, { owner, contributions });
  yield* packageFiles(sdk, contributions);
  yield readmeFile(sdk, contributions);
  yield* contributions.files;
}
