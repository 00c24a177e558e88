/**
 * One run of a command: seconds on the clock, seconds of CPU and MiB at the peak, of the process and
 * of those it starts.
 */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const preload = new URL("usage.mjs", import.meta.url).href;

/**
 * @param {string} node
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export function measure(node, args, cwd) {
  const file = join(tmpdir(), `sdkwright-bench-${process.pid}`);
  rmSync(file, { force: true });
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(node, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: {
      ...process.env,
      NODE_OPTIONS: `--import=${preload}`,
      BENCH_USAGE: file,
      NO_COLOR: "1",
    },
  });
  const wall = (performance.now() - start) / 1000;
  const lines = existsSync(file)
    ? readFileSync(file, "utf8").trim().split("\n")
    : [];
  rmSync(file, { force: true });
  const used = lines.map((line) => line.split(" ").map(Number));
  return {
    ok: status === 0,
    wall,
    cpu: used.reduce((sum, [cpu]) => sum + cpu, 0),
    memory: Math.max(0, ...used.map(([, memory]) => memory)),
    message: `${stdout}\n${stderr}`.trim().split("\n").at(-1) ?? "",
  };
}

/** The middle one of each figure. */
export function medianOf(runs) {
  const good = runs.filter(({ ok }) => ok);
  if (good.length === 0) return { failed: runs[0]?.message ?? "not run" };
  const middle = (key) => {
    const sorted = good.map((run) => run[key]).sort((a, b) => a - b);
    return sorted[Math.floor((sorted.length - 1) / 2)];
  };
  return { wall: middle("wall"), cpu: middle("cpu"), memory: middle("memory") };
}

/** What a tool left behind. */
export function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return {
    files: files.length,
    megabytes: files.reduce((sum, size) => sum + size, 0) / 1e6,
  };
}
