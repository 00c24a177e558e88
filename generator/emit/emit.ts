/**
 * Sdk -> files of one package. Pure but for reading `templates/`; it cannot fail on a document,
 * because what reaches it is complete.
 */
import type { Output } from "../output.js";
import type { Sdk } from "../sdk.js";
import { emitters } from "./emitters.js";

export const emit = (sdk: Sdk): Output => ({
  files: emitters
    .flatMap((emitter) => emitter.emit(sdk))
    .sort((a, b) => (a.path < b.path ? -1 : 1)),
  names: sdk.names,
});
