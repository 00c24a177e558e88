/**
 * The rules against the compiler, over random changes of real documents: our own, and those of the
 * corpus where they are there.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { sdkOf } from "../support/pipeline.js";
import { releasedThen } from "../support/released.js";
import { compilingCases, compilingKinds } from "./support/exceptions.js";
import { provedSteps, type Step } from "./support/proved.js";
import { changed, randomChange } from "./support/random-changes.js";

const root = join(import.meta.dirname, "../..");
const corpus = join(root, "../shared/specs");

const documentsBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => [".yaml", ".json"].includes(extname(file)))
    .filter((file) => statSync(file).size < 60_000)
    .sort();

const own = documentsBelow(join(root, "test/emit/features"));
const others = existsSync(corpus) ? documentsBelow(join(corpus, "small")) : [];

/** Overridden to look for more. */
const changes = Number(process.env["PROVE_CHANGES"] ?? 200);
const seed = Number(process.env["PROVE_SEED"] ?? 1);

const randomSteps = async (
  files: readonly string[],
  wanted: number,
): Promise<(Step & { readonly name: string })[]> => {
  const steps: (Step & { readonly name: string })[] = [];
  const documents = new Map(
    files.map((file) => [
      file,
      parse(readFileSync(file, "utf8")) as Record<string, unknown>,
    ]),
  );
  const choices = fc.sample(
    fc.record({ file: fc.constantFrom(...files), change: randomChange }),
    { numRuns: 6 * wanted, seed },
  );
  for (const { file, change } of choices) {
    const document = documents.get(file) ?? {};
    const next = changed(document, change);
    if (!next || steps.length >= wanted) continue;
    const name = `${file.slice(file.lastIndexOf("/") + 1)} ${change.kind} ${change.at}`;
    try {
      const old = await sdkOf(document);
      const [now] = await releasedThen(document, [{ source: next }]);
      if (now && old.operations.length + old.resources.length > 0)
        steps.push({ old, new: now, name });
    } catch {
      // A document that no longer loads has no package to compare.
    }
  }
  return steps;
};

const check = async (
  files: readonly string[],
  wanted: number,
): Promise<void> => {
  const steps = await randomSteps(files, wanted);
  expect(steps.length).toBe(wanted);
  const proofs = provedSteps(steps);
  const wrong = proofs.flatMap(({ broken, unpredicted, compiling }, index) => {
    const name = steps[index]?.name ?? "";
    return [
      ...broken.map((one) => `${name}: ${one}`),
      ...unpredicted
        .slice(0, 3)
        .map(
          ({ use, messages }) =>
            `${name}: unpredicted ${use.where}: ${messages[0] ?? ""}`,
        ),
      ...compiling
        .filter(
          (one) =>
            !one.isUndecided &&
            !(one.kind in compilingKinds) &&
            !compilingCases.some((known) => name.startsWith(known.change)),
        )
        .map(({ kind, where }) => `${name}: compiles: ${kind} ${where}`),
    ];
  });
  expect(wrong).toEqual([]);
};

describe("random changes", () => {
  it("of our own documents", { timeout: 600_000 }, () =>
    check(own, Math.ceil(changes / 4)),
  );

  it.skipIf(others.length === 0)("of the corpus", { timeout: 600_000 }, () =>
    check(others, changes),
  );
});
