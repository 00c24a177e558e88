/**
 * How many runs go on at a time.
 */
import { availableParallelism, freemem } from "node:os";

export interface Machine {
  readonly cores: number;
  /** Bytes that are free. */
  readonly memory: number;
}

/**
 * A run keeps almost two cores busy: its own, and one with what V8 and the formatter do beside it. On
 * two cores, runs side by side take as long as one after the other, and more memory.
 */
const coresOfRun = 2;

/** Loading every stage in a thread takes as long as a package for this much of a document, in bytes. */
const startOf = 300_000;

/** A package takes some time however small its document is. */
const leastOf = 40_000;

/** @param sizes of the documents, in bytes */
export const countLanes = (
  sizes: readonly number[],
  { cores, memory }: Machine,
): number => {
  const all = sizes.reduce((sum, size) => sum + size + leastOf, 0);
  const largest = Math.max(0, ...sizes);
  // The longest run takes its time anyway; each further lane needs a start's worth of the others.
  const worthwhile = 1 + Math.floor((all - largest - leastOf) / startOf);
  const fitting = Math.min(
    Math.floor(cores / coresOfRun),
    Math.floor(memory / memoryOf(largest)),
  );
  return Math.max(1, Math.min(worthwhile, sizes.length, fitting));
};

/** What a run needs: 200 MB for a small document, 440 for one of 3 MB. */
const memoryOf = (size: number): number => 200_000_000 + 80 * size;

/** True where each lane has a core left for a thread that formats. */
export const hasSpareCores = (lanes: number, { cores }: Machine): boolean =>
  cores >= lanes * (coresOfRun + 1);

export const machine = (): Machine => ({
  cores: availableParallelism(),
  // Of the container, where the runtime knows it.
  memory: "availableMemory" in process ? process.availableMemory() : freemem(),
});
