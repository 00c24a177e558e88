import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // The runtime from its source, where `.compiled/` has it compiled.
    alias: [
      {
        find: /^sdkwright\/plugin$/,
        replacement: `${import.meta.dirname}/generator/plugin/index.ts`,
      },
      {
        find: /^#runtime\/(.*)$/,
        replacement: `${import.meta.dirname}/templates/runtime/$1.ts`,
      },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [
      ...["test/runtimes", "test/journey", "test/workspace", "test/peers"],
      "test/frameworks/live",
      "test/bench/.cache",
    ],
    // Many tests wait for processes of their own: on two cores, two files at once take less time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // The same everywhere: `check` knows no cache in CI. Tests of what differs there set it themselves.
    env: { CI: "" },
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // On a busy machine a process of a test may be late: what fails for that does not fail twice.
    retry: process.env["CI"] ? 1 : 0,
    // `.ci/run` counts the tests from the JSON report.
    reporters: process.env["CI"]
      ? ["default", ["json", { outputFile: "coverage/tests.json" }]]
      : ["default"],
  },
});
