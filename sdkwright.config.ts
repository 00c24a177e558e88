import { defineConfig } from "sdkwright";

/** Samples in every language. */
const docs = { samples: ["javascript", "python", "go"] } as const;

export default defineConfig([
  {
    input: "spec/ahasend/openapi.yaml",
    output: "generated/ahasend",
    package: {
      name: "@ahasend/sdk",
      repository: "https://github.com/example/ahasend-typescript",
      license: "MIT",
    },
    clientName: "AhaSend",
    docs,
    clientParameters: ["account_id"],
  },
  {
    input: "spec/feldera/openapi.yaml",
    output: "generated/feldera",
    package: {
      name: "@feldera/sdk",
      repository: "https://github.com/example/feldera-typescript",
      license: "MIT",
    },
    clientName: "Feldera",
    docs,
    resources: { Platform: "apiKeys" },
  },
  {
    input: "spec/openrouter/openapi.yaml",
    output: "generated/openrouter",
    package: {
      name: "@openrouter/keys-sdk",
      repository: "https://github.com/example/openrouter-typescript",
      license: "MIT",
    },
    clientName: "OpenRouter",
    docs,
  },
]);
