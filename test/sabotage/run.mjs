/**
 * Takes one guard away at a time, in a copy, and expects the tests to notice.
 *
 * npm run sabotage -- [--only TEXT]
 *
 * First all the tests that are named have to pass as things are: a test that always fails would
 * notice everything.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { sabotages } from "./sabotages.mjs";

const { values } = parseArgs({ options: { only: { type: "string" } } });
const root = fileURLToPath(new URL("../..", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "sdkwright-sabotage-"));
/** Folders at the top that no test reads. */
const left = ["node_modules", ".git", "coverage", ".runtimes"];
cpSync(root, copy, {
  recursive: true,
  filter: (path) => !left.includes(relative(root, path)),
});
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
process.on("exit", () => {
  rmSync(copy, { recursive: true, force: true });
});

const chosen = sabotages.filter(({ name }) => name.includes(values.only ?? ""));
const before = test([...new Set(chosen.flatMap(({ tests }) => tests))]);
if (before.failed > 0 || before.code !== 0) {
  console.error("the tests fail without any sabotage:");
  console.error(before.output.slice(-3000));
  process.exit(1);
}
console.log(`${before.passed} tests pass as things are`);

let missed = 0;
for (const { name, file, find, replace, also, tests } of chosen) {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  const edits = [{ find, replace }, ...(also ? [also] : [])];
  const gone = edits.filter((edit) => text.split(edit.find).length !== 2);
  if (gone.length > 0) {
    missed++;
    console.log(`STALE   ${name}: ${file} has no single ${gone[0].find}`);
    continue;
  }
  writeFileSync(
    path,
    edits.reduce(
      (now, edit) => now.replace(edit.find, () => edit.replace),
      text,
    ),
  );
  const { failed, code } = test(tests, ["--bail=1"]);
  writeFileSync(path, text);
  // A file that no longer loads fails every test of it without having looked.
  const isCaught = code !== 0 && failed > 0;
  if (!isCaught) missed++;
  console.log(`${isCaught ? "caught " : "MISSED "} ${name}`);
}
console.log(`${chosen.length} sabotages, ${chosen.length - missed} caught`);
process.exitCode = missed > 0 ? 1 : 0;

function test(files, options = []) {
  const report = join(copy, "coverage", "sabotage.json");
  rmSync(report, { force: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      ...["run", ...files, "--maxWorkers=1", ...options],
      ...["--reporter=default", "--reporter=json", `--outputFile=${report}`],
    ],
    {
      cwd: copy,
      encoding: "utf8",
      timeout: 600_000,
      env: { ...process.env, CI: "" },
    },
  );
  const output = stdout + stderr;
  try {
    const counts = JSON.parse(readFileSync(report, "utf8"));
    return {
      code: status,
      passed: counts.numPassedTests,
      failed: counts.numFailedTests,
      output,
    };
  } catch {
    return { code: status, passed: 0, failed: 0, output };
  }
}
