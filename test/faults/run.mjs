/**
 * `npm run faults -- --runs 200`: kills that many runs at random moments, and lets every call to the
 * file system fail that `npm test` tries some of.
 *
 * --runs N      how many runs are killed
 * --seed N      of an earlier run
 */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "200" },
    seed: { type: "string" },
  },
});
const root = fileURLToPath(new URL("../..", import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [
    resolve(root, "node_modules/vitest/vitest.mjs"),
    ...["run", "test/faults", "--reporter=verbose", "--maxWorkers=1"],
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      FAULT_RUNS: values.runs,
      ...(values.seed && { FAULT_SEED: values.seed }),
    },
  },
);
process.exitCode = status ?? 1;
