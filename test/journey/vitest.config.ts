/** `npm run test:journey`: apart from the tests of `npm test`, because it takes minutes and fetches release tools. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/journey/*.test.ts"],
    reporters: ["verbose"],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Each step goes on where the one before it ended.
    bail: 1,
  },
});
