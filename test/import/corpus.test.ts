/**
 * Real configs: each imports, its document generates with what was written, and what is lost is what has
 * no counterpart. Skipped where the samples are not at hand.
 */
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { generate } from "../../generator/index.js";
import { importConfig } from "../../generator/import/import.js";
import { makeFolder } from "../write/support.js";

const samples = fileURLToPath(
  new URL("../../../shared/stainless", import.meta.url),
);

const names = existsSync(samples)
  ? readdirSync(samples).filter((name) =>
      existsSync(join(samples, name, "stainless.yml")),
    )
  : [];

const copyOf = (name: string): string => {
  const cwd = makeFolder();
  cpSync(join(samples, name), cwd, { recursive: true });
  return cwd;
};

/** What has no counterpart: servers for models, registries besides npm. */
const without = /\.(?:mcp_server|jsr|readme_title|message)$/;

/** Codes of problems that the config or the overlay has, and the document has not. */
const ours = /^(?:config|overlay|filter|pagination|name|method|model)s?-/;

const run = names.length > 0 ? describe : describe.skip;

run("real configs", () => {
  it.each(names)(
    "%s imports, and generates",
    async (name) => {
      const cwd = copyOf(name);
      const imported = await importConfig({ cwd, file: "stainless.yml" });
      expect(imported.diagnostics).toEqual([]);
      expect(imported.ok).toBe(true);
      const lost = imported.entries
        .filter(({ fate }) => fate === "lost")
        .map(({ key }) => key);
      expect(lost.filter((key) => !without.test(key))).toEqual([]);
      const { ok, diagnostics, sdks } = await generate({ cwd, dryRun: true });
      const problems = [
        ...diagnostics,
        ...sdks.flatMap((sdk) => sdk.diagnostics),
      ];
      const told = problems
        .filter(({ code, severity }) => severity === "error" || ours.test(code))
        .map(({ code, message }) => `${code}: ${message}`);
      expect(told).toEqual([]);
      expect(ok).toBe(true);
    },
    300_000,
  );

  it.each(
    names.filter((name) => existsSync(join(samples, name, "surface.tsv"))),
  )(
    "%s keeps the names of all published methods",
    async (name) => {
      const cwd = copyOf(name);
      await importConfig({ cwd, file: "stainless.yml" });
      const config = readFileSync(join(cwd, "sdkwright.config.ts"), "utf8");
      const rows = readFileSync(join(cwd, "surface.tsv"), "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((row) => row.split("\t"));
      const methods = new Set(
        rows.flatMap(([method = "", endpoint]) => (endpoint ? [method] : [])),
      );
      expect(methods.size).toBeGreaterThan(0);
      const missing = [...methods].filter(
        (method) => !config.includes(`"${method}"`),
      );
      expect(missing).toEqual([]);
    },
    300_000,
  );

  it("lose nothing in at least six of nine", async () => {
    const passed = [];
    for (const name of names) {
      const options = { cwd: copyOf(name), file: "stainless.yml" };
      const { ok } = await importConfig({ ...options, strict: true });
      if (ok) passed.push(name);
    }
    expect(names.length).toBe(9);
    expect(passed.length).toBeGreaterThanOrEqual(6);
  }, 300_000);
});
