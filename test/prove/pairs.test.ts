/**
 * The rules against the compiler, over the pairs of documents where they are there: everything that
 * stops compiling was reported as breaking, and what was reported as breaking stops compiling.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Proof } from "../../generator/prove/prove.js";
import { sdkOf } from "../support/pipeline.js";
import { releasedThen } from "../support/released.js";
import { provedSteps, type Step } from "./support/proved.js";

const folder = join(import.meta.dirname, "../../../shared/change-pairs");
const pairs = existsSync(folder) ? readdirSync(folder).sort() : [];

/** Breaking changes of pairs that show only when the code runs, and why. */
const runtimeOnly: Readonly<Record<string, string>> = {
  "094-base-url-origin-changed":
    "base-url-changed: where requests go is no part of a type",
};

describe.skipIf(pairs.length === 0)("the caller of everything", () => {
  let proofs: ReadonlyMap<string, Readonly<Record<"same" | "next", Proof>>>;

  beforeAll(async () => {
    const steps: Step[] = [];
    for (const pair of pairs) {
      const [old = "", now = ""] = ["old.yaml", "new.yaml"].map((file) =>
        readFileSync(join(folder, pair, file), "utf8"),
      );
      const before = await sdkOf(old);
      const [after] = await releasedThen(old, [{ source: now }]);
      if (!after) throw new Error("nothing was generated");
      steps.push({ old: before, new: before }, { old: before, new: after });
    }
    const found = provedSteps(steps);
    proofs = new Map(
      pairs.map((pair, index) => {
        const [same, next] = found.slice(2 * index);
        if (!same || !next) throw new Error("a proof is missing");
        return [pair, { same, next }];
      }),
    );
  }, 300_000);

  it("compiles against the package that it was written for", () => {
    for (const [pair, { same }] of proofs) {
      expect(same.broken, pair).toEqual([]);
      expect(same.unpredicted, pair).toEqual([]);
      expect(same.failed, pair).toBe(0);
      expect(same.uses, pair).toBeGreaterThan(5);
    }
  });

  it("fails to compile only where a breaking change was reported", () => {
    const wrong = [...proofs].flatMap(([pair, { next }]) => [
      ...next.broken.map((one) => `${pair}: ${one}`),
      ...next.unpredicted.map(
        ({ use, messages }) => `${pair} ${use.where}: ${messages.join("; ")}`,
      ),
    ]);
    expect(wrong).toEqual([]);
  });

  it("fails to compile wherever a breaking change was reported", () => {
    const compiling = [...proofs]
      .filter(([, { next }]) => next.compiling.length > 0)
      .map(([pair, { next }]) => [
        pair,
        next.compiling.map(({ kind, where }) => `${kind} ${where}`),
      ]);
    expect(
      compiling.filter(([pair]) => runtimeOnly[String(pair)] === undefined),
    ).toEqual([]);
    expect(compiling.map(([pair]) => pair)).toEqual(Object.keys(runtimeOnly));
  });
});
