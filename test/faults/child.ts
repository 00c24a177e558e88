/**
 * The loops over faults, each in a process of its own: nothing of Node is mocked in that of the tests.
 */
import { fileURLToPath } from "node:url";
import { runNode } from "../cli/run.js";
import { makeFolder } from "../write/support.js";

const { FAULT_RUNS, FAULT_SEED } = process.env;

/** Every call, rather than some; as many kills as asked for. */
export const isThorough = FAULT_RUNS !== undefined;
export const runs = Number(FAULT_RUNS ?? 12);
export const seed = Number(
  FAULT_SEED ?? (isThorough ? Date.now() % 2 ** 31 : 1),
);

/** Hours on a busy machine are no reason to fail. */
export const timeout = isThorough ? 36_000_000 : 600_000;

export interface Found {
  readonly problems: readonly string[];
  /** How many different states of the folder were left behind. */
  readonly states: number;
}

export const runChild = async <T extends Found>(
  name: "faults" | "kills",
  options: object,
): Promise<T> => {
  const file = fileURLToPath(new URL(`child/${name}.mjs`, import.meta.url));
  const { code, out, err } = await runNode(
    [file, makeFolder(), JSON.stringify(options)],
    // The cache has a say in everything but `check` in CI.
    { cwd: import.meta.dirname, env: { CI: "" } },
  );
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as T;
};
