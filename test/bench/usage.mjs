/**
 * Loaded into every measured process: at its end it notes what it used, so that nothing but Node is
 * needed to measure CPU and memory.
 */
import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

// A process counts what its threads use.
if (isMainThread)
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const file = process.env.BENCH_USAGE;
    if (file === undefined) return;
    const cpu = (userCPUTime + systemCPUTime) / 1e6;
    appendFileSync(file, `${cpu} ${maxRSS / 1024}\n`);
  });
