/** What a child process printed, and how it ended. */
import type { ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Rejects when the program could not be started. */
export const outcomeOf = (
  child: ChildProcessByStdio<null, Readable, Readable>,
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, out, err });
    });
  });
