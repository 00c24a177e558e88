/**
 * A second run over an unchanged document changes no name and makes no alias: over the documents of
 * this repository, and over a corpus where it is there.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { linesOf, releasedThen } from "../support/released.js";

const corpus = join(import.meta.dirname, "../../../shared/specs");
const small = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(?:ya?ml|json)$/.test(path))
      .map((path) => join(corpus, path))
      .filter((path) => readFileSync(path).length < 300_000)
      .sort()
      .slice(0, 12)
  : [];
const own = readdirSync("spec").map((name) => `spec/${name}/openapi.yaml`);

describe("a document that has not changed", () => {
  it.each([...own, ...small])("%s", { timeout: 30_000 }, async (path) => {
    const source = parse(readFileSync(path, "utf8")) as Record<string, unknown>;
    const [first, second] = await releasedThen(source, [
      { source },
      { source },
    ]);
    expect(first && linesOf(first)).toEqual([]);
    expect(second?.names).toEqual(first?.names);
    expect(second?.aliases).toEqual([]);
  });
});
