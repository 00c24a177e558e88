/** `npm run coverage`: how much of the runtime its own unit tests reach. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/runtime/**/*.test.ts"],
    testTimeout: 30_000,
    coverage: {
      enabled: true,
      provider: "v8",
      include: ["templates/runtime/*.ts"],
      // Types only.
      exclude: ["templates/runtime/{operation,options}.ts"],
      reporter: ["text"],
      reportsDirectory: "coverage/runtime",
      thresholds: { branches: 95, lines: 95, perFile: true },
    },
  },
});
