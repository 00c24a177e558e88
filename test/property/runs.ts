/**
 * How much a property is tried: 300 cases on every run, always the same ones; as many as asked for,
 * from another start each time, with `npm run property -- --runs N`.
 */
import fc from "fast-check";

const { PROPERTY_RUNS, PROPERTY_SEED } = process.env;

export const runs = Number(PROPERTY_RUNS ?? 300);

/** Every position with every payload, rather than some. */
export const all = process.env["PROPERTY_ALL"] === "yes";

/** A folder of real documents to mutate, beside our own. */
export const corpus = process.env["PROPERTY_CORPUS"];

/** For `--runs 10000` this is hours on a busy machine, and still no reason to fail. */
export const timeout = 60_000 + runs * 2_000;

fc.configureGlobal({
  numRuns: runs,
  seed: Number(PROPERTY_SEED ?? (PROPERTY_RUNS ? Date.now() % 2 ** 31 : 1)),
  // A failure is looked at with the seed and path that it prints.
  endOnFailure: false,
});
