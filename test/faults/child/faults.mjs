/**
 * Runs a scenario once for each call that its run makes to the file system, with a fault at that call,
 * and judges what is left. Prints JSON.
 *
 * node faults.mjs FOLDER OPTIONS: an empty folder, and JSON with `scenario`, `mode`, `codes`,
 * `changingOnly`, and `every`, to try one call of so many.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { unwatch, watch } from "./system.mjs";
import { Judge } from "./judge.mjs";
import { scenarios } from "./scenarios.mjs";
import { copyTree } from "./tree.mjs";

const [, , folder, options] = process.argv;
const {
  scenario: name,
  mode,
  codes,
  changingOnly,
  every = 1,
  only,
} = JSON.parse(options);
const scenario = scenarios[name];
const before = join(folder, "before");
const cwd = join(folder, "work");
mkdirSync(cwd, { recursive: true });
await scenario.prepare(cwd);
copyTree(cwd, before);

const root = join(cwd, scenario.root ?? "sdk");
watch(root, { at: -1, changingOnly });
await scenario.run(cwd);
const { calls } = unwatch();
const judge = new Judge({ scenario, before, cwd });

let tried = 0;
let refused = 0;
const slow = Number(only ?? -1);
for (let at = 0; at < calls.length; at++) {
  if (slow >= 0 ? at !== slow : at % every !== 0) continue;
  const code = codes[at % codes.length];
  const call = calls[at];
  copyTree(before, cwd);
  watch(root, { at, code, mode, changingOnly });
  let outcome;
  try {
    outcome = { report: await scenario.run(cwd) };
  } catch (error) {
    outcome = { error };
  }
  const { hasFailed } = unwatch();
  tried++;
  if (outcome.report?.ok === false) refused++;
  await judge.judge(outcome, {
    ...{ mode, code, hasFailed },
    title: `${name} ${mode} ${at} ${code} ${call.name} ${call.path.slice(cwd.length)}`,
  });
}
console.log(
  JSON.stringify({
    calls: calls.length,
    tried,
    refused,
    states: judge.states,
    problems: judge.problems,
  }),
);
