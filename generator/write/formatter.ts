/**
 * Formats files while others are still being emitted: where there is much to format, in a thread of
 * its own, which starts to load what it needs as soon as it is opened.
 */
import { Worker } from "node:worker_threads";
import type { OutputFile } from "../output.js";
import { formatFile } from "./format.js";
import type { Delivery, Order } from "./format-thread.js";

export interface Formatter {
  /** @throws when the text does not parse: what we made is wrong, and must not be written */
  format(file: OutputFile): Promise<string>;
  close(): void;
}

/**
 * @param hasMuch whether there is more to format than could be done before a thread has started. Run
 * from its own sources, as in tests, the generator has no code that a thread could load
 */
export const openFormatter = (hasMuch: boolean): Formatter =>
  hasMuch && import.meta.url.endsWith(".js")
    ? new FormatterThread()
    : formatHere;

const formatHere: Formatter = { format: formatFile, close: () => undefined };

interface Customer {
  readonly resolve: (text: string) => void;
  readonly reject: (error: unknown) => void;
}

class FormatterThread implements Formatter {
  // It keeps little from file to file, and would let much of it lie around before it looks.
  readonly #worker = new Worker(
    new URL("./format-thread.js", import.meta.url),
    { resourceLimits: { maxYoungGenerationSizeMb: 16 } },
  );
  readonly #waiting = new Map<number, Customer>();
  #lastId = 0;
  #end: { readonly error: unknown } | undefined;

  constructor() {
    this.#worker.on("message", (delivery: Delivery) => {
      const customer = this.#waiting.get(delivery.id);
      this.#waiting.delete(delivery.id);
      if (delivery.kind === "formatted") customer?.resolve(delivery.text);
      else customer?.reject(delivery.error);
    });
    this.#worker.on("error", (error) => {
      this.#end = { error };
      for (const { reject } of this.#waiting.values()) reject(error);
    });
  }

  format(file: OutputFile): Promise<string> {
    if (file.kind === "verbatim") return Promise.resolve(file.text);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      if (this.#end) throw this.#end.error;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, file } satisfies Order);
    });
  }

  close(): void {
    void this.#worker.terminate();
  }
}
