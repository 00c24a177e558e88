/**
 * ts-morph writes the statements of a package from structures: what is written as plain code is the
 * exception, such as the overloads of a function.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import { emit } from "../support/emit.js";
import { sdkOf, type Source } from "../support/pipeline.js";

const root = join(import.meta.dirname, "../..");

const documents = [
  "spec/ahasend/openapi.yaml",
  "spec/feldera/openapi.yaml",
  "spec/openrouter/openapi.yaml",
  "../shared/specs/big/github.json",
];

describe("statements are structures of ts-morph", () => {
  for (const path of documents)
    it.skipIf(!existsSync(join(root, path)))(path, async () => {
      const { files } = emit(await sdkOf(read(join(root, path))));
      const statements = files.flatMap((file) =>
        file.kind === "typescript" ? file.statements : [],
      );
      const plain = statements.filter((one) => typeof one === "string");
      const structures = statements.length - plain.length;
      const all = structures + countStatements(plain.join("\n"));
      expect(structures / all).toBeGreaterThanOrEqual(0.95);
    });
});

const read = (path: string): Source => {
  const text = readFileSync(path, "utf8");
  return path.endsWith(".json") ? (JSON.parse(text) as Source) : text;
};

const countStatements = (code: string): number =>
  ts.createSourceFile("plain.ts", code, ts.ScriptTarget.Latest).statements
    .length;
