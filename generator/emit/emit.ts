/**
 * Sdk -> files of one package. Pure but for reading `templates/`; it cannot fail on a document,
 * because what reaches it is complete.
 */
import { notedAliases } from "../sdk/aliases.js";
import type { Output, OutputFile } from "../sdk/output.js";
import type { Sdk } from "../sdk/sdk.js";
import { emitters, type EmitOptions } from "./emitters.js";
import type { Statement } from "./structures.js";

/** One file after the other, so that `write` can begin with the first. */
export function* emitFiles(
  sdk: Sdk,
  options: EmitOptions = {},
): Generator<OutputFile<Statement>> {
  for (const emitter of emitters) yield* emitter.emit(sdk, options);
}

/** All files, in the order of their paths. */
export const emit = (
  sdk: Sdk,
  options: EmitOptions = {},
): Output & { readonly files: OutputFile<Statement>[] } => ({
  files: [...emitFiles(sdk, options)].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  ),
  names: sdk.names,
  aliases: notedAliases(sdk.aliases),
});
