/**
 * Puts each document of a folder before every judge of `judge.ts`.
 *
 * npm run hostile -- --dir DIR [--only NAME]
 *
 * DIR holds the documents and `expected.tsv`: file, `ok` or `error`, and in words what must hold.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { dir: { type: "string" }, only: { type: "string" } },
});
if (values.dir === undefined) {
  console.error("usage: npm run hostile -- --dir DIR [--only NAME]");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "sdkwright-figures-"));
const figures = join(folder, "figures.json");
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
    env: { ...process.env, HOSTILE_DIR: values.dir, HOSTILE_FIGURES: figures },
  },
);
if (existsSync(figures)) {
  // The judges have refused what is above the limits; this says how far the others are from them.
  const used = JSON.parse(readFileSync(figures, "utf8"));
  const top = (of, unit) =>
    used
      .sort((a, b) => b[of] - a[of])
      .slice(0, 3)
      .map((one) => `${one[of].toFixed(1)} ${unit} (${one.file})`)
      .join(", ");
  console.log(`${used.length} documents`);
  console.log(`slowest of 5 s:     ${top("seconds", "s")}`);
  console.log(`largest of 512 MB:  ${top("megabytes", "MB")}`);
}
rmSync(folder, { recursive: true });
process.exitCode = status ?? 1;
