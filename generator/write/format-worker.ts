/**
 * The worker thread of `formatter.ts`: formats the files that it is sent, one after the other.
 */
import * as module from "node:module";
import { parentPort } from "node:worker_threads";
import type { OutputFile } from "../sdk/output.js";
import { formatFile, prepareFormat } from "./format.js";

export interface FormatRequest {
  readonly id: number;
  readonly file: OutputFile;
}

export type FormatResponse = { readonly id: number } & (
  | { readonly kind: "formatted"; readonly text: string }
  | { readonly kind: "failed"; readonly error: unknown }
);

// Each thread has to enable it.
if ("enableCompileCache" in module) (module.enableCompileCache as () => void)();

const respond = async ({
  id,
  file,
}: FormatRequest): Promise<FormatResponse> => {
  try {
    return { id, kind: "formatted", text: await formatFile(file) };
  } catch (error) {
    return { id, kind: "failed", error };
  }
};

parentPort?.on("message", (request: FormatRequest) => {
  void respond(request).then((response) => parentPort?.postMessage(response));
});
await prepareFormat();
