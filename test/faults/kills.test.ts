/**
 * `generate`, killed at random moments, with a change of the document to a package that its owner has
 * changed: no file is mixed, no change of the owner's is lost, and the run that follows finishes, also
 * where another kill came between.
 *
 * 12 moments in `npm test`; `npm run faults -- --runs 200` tries as many, from another seed each time.
 */
import { expect, it } from "vitest";
import {
  isThorough,
  runChild,
  runs,
  seed,
  timeout,
  type Found,
} from "./child.js";

interface KillsFound extends Found {
  readonly killed: number;
  /** How many of them had begun to write. */
  readonly inWriting: number;
}

it(
  `goes on after SIGKILL at ${runs} moments, seed ${seed}`,
  async () => {
    const found = await runChild<KillsFound>("kills", {
      ...{ scenario: "generate", runs, seed },
    });
    expect(found.problems).toEqual([]);
    expect(found.killed).toBeGreaterThanOrEqual(runs / 2);
    // With as many, some have to have come while files were written.
    if (isThorough) expect(found.inWriting).toBeGreaterThan(0);
  },
  timeout,
);
