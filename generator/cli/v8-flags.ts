/**
 * Makes V8 optimise later (TurboFan, its last and most expensive compiler) and inline less: a run
 * ends before that work pays off. It saves 18 % of the time (GitHub's document, Node 22).
 *
 * The heap grows by 60 % between collections, not by up to four times: 50 MB less of 540 for GitHub's
 * document, 75 of 435 for OpenAI's, for 4 % of the time.
 *
 * Other versions of Node may not know the flags, and would print that; Bun and Deno call themselves
 * Node too.
 */
import { setFlagsFromString } from "node:v8";

export const tuneV8 = (): void => {
  const { versions } = process;
  const major = Number.parseInt(versions.node, 10);
  const isNode = !("bun" in versions) && !("deno" in versions);
  if (!isNode || major < 22 || major > 24) return;
  setFlagsFromString(
    "--invocation-count-for-turbofan=8000 --max-inlined-bytecode-size-cumulative=300 --heap-growing-percent=60",
  );
};
