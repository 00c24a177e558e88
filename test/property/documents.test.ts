/**
 * Any valid document becomes a package: every operation, code that compiles, the same bytes each
 * time, and the same names whatever the order of its members.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { syntaxProblems } from "../hostile/oracles/syntax.js";
import { generator } from "../support/nasty-strings.js";
import { batchErrors } from "./compile.js";
import { countOperations, modern, old, shuffled } from "./grammar.js";
import { diagnosticFaults, pass } from "./pipeline.js";
import { runs, timeout } from "./runs.js";

const batchSize = 50;

describe("any valid document", () => {
  it("becomes a package", { timeout }, async () => {
    let batch: ReadonlyMap<string, string>[] = [];
    let documents: unknown[] = [];
    const errors: string[] = [];
    const compile = (): void => {
      for (const error of batchErrors(batch)) {
        const index = Number(/^\/(\d+)\//.exec(error)?.[1]);
        errors.push(`${error}\n${JSON.stringify(documents[index])}`);
      }
      batch = [];
      documents = [];
    };
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          { weight: 3, arbitrary: modern },
          { weight: 1, arbitrary: old },
        ),
        fc.integer(),
        async (document, seed) => {
          const passage = await pass(document);
          const { diagnostics, sdk, files } = passage;
          expect(diagnosticFaults(passage)).toEqual([]);
          if (!sdk || !files) {
            const refused = diagnostics.filter(
              ({ severity }) => severity === "error",
            );
            expect(refused.map(({ message }) => message)).toEqual([]);
            return;
          }
          expect(sdk.operationCount).toBe(countOperations(document));
          expect(
            [...files].flatMap(([path, text]) => syntaxProblems(path, text)),
          ).toEqual([]);
          const again = await pass(document);
          expect([...(again.files ?? [])]).toEqual([...files]);

          const next = generator(seed);
          const other = await pass(shuffled(document, () => next(2 ** 30)));
          expect([...(other.sdk?.names ?? [])].sort()).toEqual(
            [...sdk.names].sort(),
          );
          batch.push(files);
          documents.push(document);
          if (batch.length === batchSize) compile();
        },
      ),
      { numRuns: runs },
    );
    compile();
    expect(errors).toEqual([]);
  });
});
