/** `npm run test:frameworks`: apart from the tests of `npm test`, because it fetches the frameworks. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: [
      {
        find: /^#runtime\/(.*)$/,
        replacement: `${import.meta.dirname}/../../../templates/runtime/$1.ts`,
      },
    ],
  },
  test: {
    include: ["test/frameworks/live/*.test.ts"],
    reporters: ["verbose"],
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
});
