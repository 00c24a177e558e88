/**
 * Takes one guard away at a time, in a copy, and expects the tests to notice.
 *
 * npm run sabotage -- [--only TEXT]
 *
 * First all the tests that are named have to pass as things are: a test that always fails would
 * notice everything. Exit code 1 when a sabotage survives, or has nothing left to change.
 */
import { spawn } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { sabotaged, sabotages } from "./sabotages.mjs";

const { values } = parseArgs({ options: { only: { type: "string" } } });
const root = fileURLToPath(new URL("../..", import.meta.url));
const copy = realpathSync(mkdtempSync(join(tmpdir(), "sdkwright-sabotage-")));
/** Folders at the top that no test reads, and one that all copies share. */
const left = ["node_modules", ".git", "coverage", ".runtimes"];
cpSync(root, copy, {
  recursive: true,
  filter: (path) => !left.includes(relative(root, path)),
});
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");

let running;
const clean = () => {
  running?.kill("SIGKILL");
  rmSync(copy, { recursive: true, force: true, maxRetries: 3 });
};
process.on("exit", clean);
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => process.exit(1));

const chosen = sabotages.filter(({ name }) => name.includes(values.only ?? ""));
const before = await run([...new Set(chosen.flatMap(({ tests }) => tests))]);
if (before.code !== 0 || before.passed === 0 || before.failed.length > 0) {
  console.error("the tests fail without any sabotage:");
  console.error(before.output.slice(-5000));
  process.exit(1);
}
console.log(`${before.passed} tests pass as things are`);

let missed = 0;
const start = performance.now();
for (const sabotage of chosen) {
  const path = join(copy, sabotage.file);
  const text = readFileSync(path, "utf8");
  const changed = sabotaged(sabotage, text);
  if (typeof changed === "object") {
    missed++;
    console.log(
      `STALE    ${sabotage.name}: ${sabotage.file} ${changed.problem}`,
    );
    continue;
  }
  writeFileSync(path, changed);
  // A file that no longer loads fails all of its tests without having looked: that does not count.
  const { failed } = await run(sabotage.tests, ["--bail=1"]);
  writeFileSync(path, text);
  if (failed.length === 0) missed++;
  console.log(
    failed.length > 0
      ? `caught   ${sabotage.name}: by "${failed[0]}"`
      : `SURVIVED ${sabotage.name}`,
  );
}
const seconds = Math.round((performance.now() - start) / 1000);
console.log(
  `${chosen.length} sabotages, ${chosen.length - missed} caught, in ${seconds} s`,
);
process.exitCode = missed > 0 || chosen.length === 0 ? 1 : 0;

/** @returns how many of the tests in some files pass, and the names of those that fail */
async function run(files, options = []) {
  const report = join(copy, "coverage", "sabotage.json");
  rmSync(report, { force: true });
  const chunks = [];
  running = spawn(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      ...["run", ...files, "--maxWorkers=1", ...options],
      ...["--reporter=dot", "--reporter=json", `--outputFile=${report}`],
    ],
    {
      cwd: copy,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 300_000,
      killSignal: "SIGKILL",
      env: { ...process.env, CI: "", NO_COLOR: "1" },
    },
  );
  running.stdout.on("data", (chunk) => chunks.push(chunk));
  running.stderr.on("data", (chunk) => chunks.push(chunk));
  const code = await new Promise((done) => running.on("close", done));
  running = undefined;
  const output = Buffer.concat(chunks).toString("utf8");
  let results = [];
  try {
    results = JSON.parse(readFileSync(report, "utf8")).testResults.flatMap(
      ({ assertionResults }) => assertionResults,
    );
  } catch {
    // Killed, or not even started: nothing has passed.
  }
  const of = (status) => results.filter((result) => result.status === status);
  return {
    code,
    output,
    passed: of("passed").length,
    failed: of("failed").map(({ fullName }) => fullName),
  };
}
