/** `npm run test:peers`: apart from the tests of `npm test`, because it fetches libraries. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/peers/*.test.ts"],
    reporters: ["verbose"],
    globalSetup: ["test/peers/support/global-setup.ts"],
    // Compilers of one core each, beside programs.
    maxConcurrency: 2,
    testTimeout: 600_000,
    hookTimeout: 240_000,
  },
});
