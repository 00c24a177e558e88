/**
 * What outputs add to an application that has bundled, minified and compressed them, beside what their
 * design measured: two operations of OpenRouter's document.
 */
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../packages/support/apis.js";
import { remove, temporaryFolder } from "../packages/support/run.js";
import { packageOf } from "./support.js";

interface Measured {
  readonly what: string;
  /** An application; `client` is there. */
  readonly use: string;
  /** One that does the same without the output; nothing where there is no such thing. */
  readonly without?: string;
  /** Bytes that the output adds, as its design says. */
  readonly designed: number;
  /** Where it adds more than that, what it may add at most until it does not. */
  readonly atMost?: number;
}

const client = `import { createClient } from "./index.ts";
const client = createClient({ apiKey: "x" });`;

const table: readonly Measured[] = [
  {
    what: "options of a query",
    use: `import { getAPIKeyQuery } from "./react-query.ts";
${client} globalThis.used = () => getAPIKeyQuery(client, "x");`,
    without: `import { getAPIKey } from "./index.ts";
${client} globalThis.used = () => getAPIKey(client, "x");`,
    designed: 112,
  },
  {
    what: "options of an infinite query",
    use: `import { listAPIKeysPages } from "./react-query.ts";
${client} globalThis.used = () => listAPIKeysPages(client);`,
    without: `import { listAPIKeys } from "./index.ts";
${client} globalThis.used = () => listAPIKeys(client);`,
    designed: 219,
  },
  {
    what: "mocks of two operations",
    use: `import { mockFetch } from "./mocks.ts"; globalThis.used = mockFetch;`,
    designed: 1044,
    // 730 of them are the examples of both and of their errors, 150 the errors, 150 merging, 130 answers
    // that do not come or come late. Pages are 830 more where they are used, streams 330 where there are any.
    atMost: 2850,
  },
];

const sources = temporaryFolder();
afterAll(() => {
  remove(sources);
});
beforeAll(async () => {
  const document = join(root, "spec/openrouter/openapi.yaml");
  const { folder } = await packageOf(readFileSync(document, "utf8"), {
    include: { operations: ["getKey", "list"] },
    ...{ queries: "react", mocks: true },
  });
  cpSync(join(folder, "src"), sources, { recursive: true });
});

const compressed = async (contents: string): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: sources, loader: "ts" },
    ...{ bundle: true, minify: true, format: "esm", target: "es2022" },
    ...{ write: false, tsconfigRaw: {} },
  });
  const [file] = outputFiles;
  return file ? gzipSync(file.contents, { level: 9 }).length : 0;
};

describe("adds what its design says", () => {
  it.each(table)(
    "$what: $designed bytes",
    async ({ use, without, designed, atMost }) => {
      const before = without === undefined ? 0 : await compressed(without);
      const added = (await compressed(use)) - before;
      expect(added).toBeGreaterThan(designed * 0.8);
      expect(added).toBeLessThan(atMost ?? designed * 1.2);
    },
  );
});
