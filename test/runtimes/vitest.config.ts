/** `npm run test:runtimes`: apart from the tests of `npm test`, because it fetches the runtimes. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/runtimes/*.test.ts"],
    reporters: ["verbose"],
    testTimeout: 120_000,
    hookTimeout: 600_000,
  },
});
