/** `npm run coverage`: the runtime's own tests reach all of it, each branch of it too. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/runtime/**/*.test.ts"],
    testTimeout: 120_000,
    env: { CI: "" },
    // As in `vitest.config.ts`.
    retry: process.env["CI"] ? 1 : 0,
    // `.ci/run` counts the tests from the JSON report.
    reporters: process.env["CI"]
      ? ["default", ["json", { outputFile: "coverage/runtime.json" }]]
      : ["default"],
    coverage: {
      enabled: true,
      provider: "v8",
      include: ["templates/runtime/*.ts"],
      // Types only.
      exclude: ["templates/runtime/{mock-types,operation,options}.ts"],
      reporter: ["text"],
      reportsDirectory: "coverage/runtime",
      thresholds: { 100: true, perFile: true },
    },
  },
});
