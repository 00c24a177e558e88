/**
 * Runs the tests of the package: those that are generated, and yours in `test/lib/`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const own = join(import.meta.dirname, "lib");
const files = [
  join(import.meta.dirname, "contract.test.mjs"),
  ...(existsSync(own) ? readdirSync(own) : [])
    .filter((name) => name.endsWith(".test.mjs"))
    .sort()
    .map((name) => join(own, name)),
];
const { status } = spawnSync(process.execPath, ["--test", ...files], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
