/**
 * The worker thread of `thread.ts`: runs targets until none is left.
 */
import * as module from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { withoutPrototypes } from "../config/without-prototype.js";
import { runTarget } from "../pipeline.js";
import { JobQueue } from "./queue.js";
import type { Job, ThreadData, ThreadMessage } from "./thread.js";

// Each thread has to enable it.
if ("enableCompileCache" in module) (module.enableCompileCache as () => void)();

const tell = (message: ThreadMessage): void => parentPort?.postMessage(message);

const run = async (index: number, { target, options }: Job): Promise<void> => {
  tell({ index, kind: "start" });
  // What is sent to a thread arrives with prototypes.
  const report = await runTarget(withoutPrototypes(target), options);
  tell({ index, kind: "report", report });
};

const { jobs, queue: shared } = workerData as ThreadData;
const queue = new JobQueue(shared);
for (let index = queue.take(); index !== undefined; index = queue.take()) {
  const job = jobs.get(index);
  try {
    if (job) await run(index, job);
  } catch (error) {
    queue.close();
    tell({ index, kind: "bug", error });
  }
}
