/**
 * Prism, a mock server that knows nothing of us: it holds every request against the document and
 * answers with the document's examples.
 */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { root } from "../../packages/support/apis.js";
import { inherited } from "../../packages/support/run.js";

export interface Prism {
  readonly url: string;
  readonly stop: () => void;
}

const program = join(root, "node_modules/@stoplight/prism-cli/dist/index.js");

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill();
});

/** @param document the document to hold requests against */
export const startPrism = (document: string): Promise<Prism> =>
  new Promise((resolve, reject) => {
    // Port 0: any that is free.
    const place = ["--host", "127.0.0.1", "--port", "0"];
    const child = spawn(
      process.execPath,
      [
        program,
        "mock",
        ...place,
        "--multiprocess",
        "false",
        "--errors",
        document,
      ],
      { env: inherited(), stdio: ["ignore", "pipe", "pipe"] },
    );
    running.add(child);
    let out = "";
    const listen = (text: string) => {
      out += text;
      const [, url] = /listening on (http:\S+)/.exec(out) ?? [];
      if (url !== undefined) resolve({ url, stop: () => void child.kill() });
    };
    child.stdout.setEncoding("utf8").on("data", listen);
    child.stderr.setEncoding("utf8").on("data", listen);
    child.on("error", reject);
    child.on("close", (code) => {
      running.delete(child);
      reject(new Error(`Prism ended with ${code}:\n${out}`));
    });
  });
