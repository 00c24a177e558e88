/**
 * The other end of `formatter.ts`: a thread that formats what it is sent, one file after the other.
 */
import * as module from "node:module";
import { parentPort } from "node:worker_threads";
import type { OutputFile } from "../output.js";
import { formatFile, prepareFormat } from "./format.js";

export interface Order {
  readonly id: number;
  readonly file: OutputFile;
}

export type Delivery = { readonly id: number } & (
  | { readonly kind: "formatted"; readonly text: string }
  | { readonly kind: "failed"; readonly error: unknown }
);

// Each thread has to ask for it.
if ("enableCompileCache" in module) (module.enableCompileCache as () => void)();

const deliver = async ({ id, file }: Order): Promise<Delivery> => {
  try {
    return { id, kind: "formatted", text: await formatFile(file) };
  } catch (error) {
    return { id, kind: "failed", error };
  }
};

parentPort?.on("message", (order: Order) => {
  void deliver(order).then((delivery) => parentPort?.postMessage(delivery));
});
await prepareFormat();
