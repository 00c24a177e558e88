/**
 * Starts the command of a scenario again and again, and kills it after a random time; every other time
 * the run that follows is killed as well. Judges what is left. Prints JSON.
 *
 * node kills.mjs FOLDER OPTIONS: an empty folder, and JSON with `scenario`, `runs`, `seed`.
 */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Judge } from "./judge.mjs";
import { scenarios } from "./scenarios.mjs";
import { copyTree, differences, readTree } from "./tree.mjs";

const [, , folder, options] = process.argv;
const { scenario: name, runs, seed } = JSON.parse(options);
const scenario = scenarios[name];
const before = join(folder, "before");
const cwd = join(folder, "work");
const cli = fileURLToPath(
  new URL("../../../dist/cli/main.js", import.meta.url),
);

/** Mulberry32: the same numbers for the same seed. */
let state = seed >>> 0;
const random = () => {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

/** Milliseconds until the process has ended, and whether it had to be killed. */
const run = (killAfter) =>
  new Promise((end, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, [cli, ...scenario.args], {
      ...{ cwd, stdio: "ignore" },
      env: { ...process.env, GITHUB_ACTIONS: "" },
    });
    const timer =
      killAfter !== undefined &&
      setTimeout(() => child.kill("SIGKILL"), killAfter);
    child.on("error", fail);
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      end({ time: performance.now() - start, code, isKilled: signal !== null });
    });
  });

mkdirSync(cwd, { recursive: true });
await scenario.prepare(cwd);
copyTree(cwd, before);
// The first one fills the compile cache of newer Nodes.
await run();
copyTree(before, cwd);
const { time, code } = await run();
const judge = new Judge({ scenario, before, cwd });
if (code !== 0) judge.problems.push(`ends with ${code} without a fault`);

let killed = 0;
let inWriting = 0;
for (let round = 0; round < runs; round++) {
  copyTree(before, cwd);
  const delays = [];
  for (let kill = 0; kill <= round % 2; kill++) {
    // Half of them in the last part, where files are written.
    const from = round % 4 < 2 ? 0 : 0.6;
    delays.push(time * (from + random() * (1.1 - from)));
    if ((await run(delays.at(-1))).isKilled) killed++;
  }
  const tree = readTree(cwd);
  if (differences(tree, readTree(before)).length > 0) inWriting++;
  const after = delays.map((delay) => `${Math.round(delay)} ms`).join(" and ");
  await judge.judge(
    {},
    {
      mode: "dead",
      hasFailed: true,
      title: `${name}, seed ${seed}, round ${round}, killed after ${after}`,
    },
  );
}
console.log(
  JSON.stringify({
    runs,
    seed,
    killed,
    inWriting,
    states: judge.states,
    problems: judge.problems,
  }),
);
