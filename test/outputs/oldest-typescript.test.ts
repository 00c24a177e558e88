/** Owners who copy the sources of a package, or debug them, may have the oldest TypeScript of its types. */
import { execFileSync } from "node:child_process";
import { cpSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder, remove } from "../packages/support/run.js";
import { keys, packageOf } from "./support.js";

const modules = join(import.meta.dirname, "../../node_modules");

it("the sources of a package with all outputs compile under TypeScript 5.2", async () => {
  const { folder } = await packageOf(keys, {
    ...{ queries: ["react", "swr"], mocks: true, otel: true, schema: true },
  });
  const copy = temporaryFolder();
  try {
    cpSync(join(folder, "src"), join(copy, "src"), { recursive: true });
    writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
    symlinkSync(modules, join(copy, "node_modules"));
    const compilerOptions = {
      ...{ target: "ES2022", module: "NodeNext", strict: true, noEmit: true },
      lib: ["ES2023", "DOM", "DOM.Iterable", "ESNext.Disposable"],
      ...{ noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true },
      // Declarations of libraries may need a newer one.
      ...{ skipLibCheck: true, types: [] },
    };
    writeFileSync(
      join(copy, "tsconfig.json"),
      JSON.stringify({ compilerOptions, include: ["src"] }),
    );
    const compiler = join(modules, "typescript-5.2/bin/tsc");
    const found = () =>
      execFileSync(process.execPath, [compiler, "-p", copy], {
        encoding: "utf8",
      });
    expect(found()).toBe("");
  } catch (error) {
    const { stdout = "" } = error as { stdout?: string };
    expect(stdout).toBe("");
    throw error;
  } finally {
    remove(copy);
  }
});
