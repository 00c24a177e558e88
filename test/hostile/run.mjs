/**
 * Puts each document of a folder before every judge of `judge.ts`.
 *
 * npm run hostile -- --dir DIR [--only NAME]
 *
 * DIR holds the documents and `expected.tsv`: file, `ok` or `error`, and in words what must hold.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { dir: { type: "string" }, only: { type: "string" } },
});
if (values.dir === undefined) {
  console.error("usage: npm run hostile -- --dir DIR [--only NAME]");
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  [
    fileURLToPath(
      new URL("../../node_modules/vitest/vitest.mjs", import.meta.url),
    ),
    ...["run", "test/hostile/documents.test.ts"],
    ...["--reporter=verbose", "--maxConcurrency=2", "--maxWorkers=1"],
    ...(values.only === undefined ? [] : ["-t", values.only]),
  ],
  {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stdio: "inherit",
    env: { ...process.env, HOSTILE_DIR: values.dir },
  },
);
process.exitCode = status ?? 1;
