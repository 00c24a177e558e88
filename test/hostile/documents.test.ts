/**
 * Documents that are meant to break a generator: ours in `documents/`, or those of the folder in
 * HOSTILE_DIR, which `npm run hostile -- --dir DIR` sets.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { readExpected } from "./expected.js";
import { judge } from "./judge.js";

const folder = process.env["HOSTILE_DIR"]
  ? resolve(process.env["HOSTILE_DIR"])
  : fileURLToPath(new URL("documents", import.meta.url));

const figures: object[] = [];
afterAll(() => {
  const { HOSTILE_FIGURES: file } = process.env;
  if (file !== undefined) writeFileSync(file, JSON.stringify(figures));
});

// Two at a time: while one waits for its child processes, the other is judged.
describe.concurrent("a document of a stranger", () => {
  it.each(readExpected(folder))(
    "$outcome $file",
    { timeout: 120_000 },
    async (expected) => {
      const { problems, ...used } = await judge(
        join(folder, expected.file),
        expected,
      );
      figures.push({ file: expected.file, ...used });
      expect(problems).toEqual([]);
    },
  );
});
