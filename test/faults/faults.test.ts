/**
 * A fault at each call to the file system of runs with real work: the tree is as it was or as it is to
 * be, the message says what to do, nothing of the owner's is lost, and the next run finishes, with the
 * same document and with others.
 *
 * `npm test` tries some of the calls, `npm run faults` all of them.
 */
import { describe, expect, it } from "vitest";
import { isThorough, runChild, timeout, type Found } from "./child.js";

interface FaultsFound extends Found {
  /** How many calls the run makes without a fault. */
  readonly calls: number;
  readonly tried: number;
  /** How many runs ended with an error that they told; the others did without the call. */
  readonly refused: number;
}

/** The name of a scenario, one call of how many is tried in `npm test`, how many states that leaves. */
type Row = readonly [scenario: string, every: number, states: number];

const codes = ["ENOSPC", "EACCES", "EIO", "EBUSY", "EPERM"];

const faults = (mode: string, changingOnly: boolean, rows: readonly Row[]) => {
  it.each(rows)(
    "of %s, one call in %i",
    async (scenario, some, states) => {
      const every = isThorough ? 1 : some;
      const found = await runChild<FaultsFound>("faults", {
        ...{ scenario, mode, codes, changingOnly, every },
      });
      expect(found.problems).toEqual([]);
      expect(found.tried).toBe(Math.ceil(found.calls / every));
      // It was no run without work.
      expect(found.states).toBeGreaterThanOrEqual(states);
    },
    timeout,
  );
};

describe("a call that fails once leaves all old or all new", () => {
  faults("once", false, [["generate", 9, 1]]);
});

describe("a process that is killed at a call leaves each file old or new", () => {
  faults("dead", true, [
    ["generate", 8, 5],
    ["first", 60, 2],
    ["reset", 17, 2],
    ["merge", 9, 1],
    ["init", 60, 2],
    ["update", 5, 1],
  ]);
});

describe.runIf(isThorough)("and more, for `npm run faults`", () => {
  describe("of a repository whose history is asked", () => {
    faults("once", false, [["git", 1, 1]]);
    faults("dead", true, [["git", 1, 2]]);
  });

  describe("a call that fails once", () => {
    faults("once", false, [
      ["first", 1, 1],
      ["reset", 1, 1],
      ["merge", 1, 1],
    ]);
    faults("once", true, [
      ["init", 1, 2],
      ["update", 1, 1],
    ]);
  });

  describe("a disk that stays broken leaves each file old or new", () => {
    faults("onwards", true, [["generate", 1, 2]]);
  });
});
