/**
 * The properties of `test/property/`, as often as asked for, in one process.
 *
 * npm run property -- [--runs N] [--all] [--corpus DIR] [--seed N]
 *
 * `--all` puts every payload into every position; `--corpus` mutates the documents of a folder too.
 */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "10000" },
    seed: { type: "string" },
    corpus: { type: "string" },
    only: { type: "string" },
    all: { type: "boolean", default: false },
  },
});
const root = fileURLToPath(new URL("../..", import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [
    resolve(root, "node_modules/vitest/vitest.mjs"),
    ...["run", `test/property/${values.only ?? ""}`],
    ...["--reporter=verbose", "--maxWorkers=1", "--no-isolate"],
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      PROPERTY_RUNS: values.runs,
      ...(values.seed && { PROPERTY_SEED: values.seed }),
      ...(values.corpus && { PROPERTY_CORPUS: resolve(values.corpus) }),
      ...(values.all && { PROPERTY_ALL: "yes" }),
    },
  },
);
process.exitCode = status ?? 1;
