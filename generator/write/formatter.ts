/**
 * Formats files while others are still being emitted: where there is much to format, in a worker
 * thread, which starts to load what it needs at once.
 */
import { Worker } from "node:worker_threads";
import type { OutputFile, TypeScriptFile } from "../sdk/output.js";
import { formatFile, formatSimilar } from "./format.js";
import type { FormatRequest, FormatResponse } from "./format-worker.js";

export class Formatter {
  #worker: FormatWorker | undefined;
  /** Formatted once, even if other files share their statements. */
  readonly #texts = new WeakMap<TypeScriptFile, Promise<string>>();

  /**
   * Formats in a worker thread from now on. Run from its own sources, as in tests, the generator has
   * no code that a thread could load.
   */
  startWorker(): void {
    if (import.meta.url.endsWith(".js")) this.#worker ??= new FormatWorker();
  }

  /**
   * @throws when the text does not parse, or is none: what was made is wrong, and must not be written.
   *   The message begins with `the generated PATH`.
   */
  async format(file: OutputFile): Promise<string> {
    try {
      return await this.#textOf(file);
    } catch (error) {
      throw withPath(error, file.path);
    }
  }

  #textOf(file: OutputFile): Promise<string> {
    const format = (one: OutputFile): Promise<string> =>
      this.#worker ? this.#worker.format(one) : formatFile(one);
    switch (file.kind) {
      case "similar":
        return formatSimilar(file, (one) => this.#textOf(one));
      case "typescript": {
        const text = this.#texts.get(file) ?? format(file);
        this.#texts.set(file, text);
        return text;
      }
      default:
        return format(file);
    }
  }

  close(): void {
    this.#worker?.terminate();
  }
}

const withPath = (error: unknown, path: string): unknown => {
  const start = `the generated ${path} `;
  return !(error instanceof Error) || error.message.startsWith(start)
    ? error
    : new Error(`${start}cannot be laid out: ${error.message}`, {
        cause: error,
      });
};

interface PendingFormat {
  readonly resolve: (text: string) => void;
  readonly reject: (error: unknown) => void;
}

class FormatWorker {
  // Little lives on from file to file; a small young generation collects the rest early.
  readonly #worker = new Worker(
    new URL("../write/format-worker.js", import.meta.url),
    { resourceLimits: { maxYoungGenerationSizeMb: 16 } },
  );
  readonly #pending = new Map<number, PendingFormat>();
  #lastId = 0;
  #failure: { readonly error: unknown } | undefined;

  constructor() {
    this.#worker.on("message", (response: FormatResponse) => {
      const pending = this.#pending.get(response.id);
      this.#pending.delete(response.id);
      if (response.kind === "formatted") pending?.resolve(response.text);
      else pending?.reject(response.error);
    });
    this.#worker.on("error", (error) => {
      this.#failure = { error };
      for (const { reject } of this.#pending.values()) reject(error);
    });
  }

  format(file: OutputFile): Promise<string> {
    if (file.kind === "verbatim") return Promise.resolve(file.text);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      if (this.#failure) throw this.#failure.error;
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ id, file } satisfies FormatRequest);
    });
  }

  terminate(): void {
    void this.#worker.terminate();
  }
}
