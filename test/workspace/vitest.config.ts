/** `npm run test:workspace`: apart from the tests of `npm test`, because it fetches task runners. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/workspace/*.test.ts"],
    reporters: ["verbose"],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Each step goes on where the one before it ended.
    bail: 1,
  },
});
