/** The tests that come with a package pass whatever the document says, and fail where it is broken. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { emit } from "../../support/emit.js";
import { sdkOf, type Source } from "../../support/pipeline.js";
import { printed } from "../../support/printed.js";

/** @returns `ok GET /a` for each operation whose tests pass, `not ok GET /a` for the others */
async function outcome(source: Source): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-contract-"));
  try {
    for (const file of emit(await sdkOf(source)).files)
      if (/^(src|test)\//.test(file.path)) {
        mkdirSync(dirname(join(folder, file.path)), { recursive: true });
        writeFileSync(join(folder, file.path), printed(file));
      }
    await build({
      entryPoints: [join(folder, "src/index.ts")],
      outfile: join(folder, "dist/esm/index.js"),
      bundle: true,
      format: "esm",
      target: "node20",
      logLevel: "error",
    });
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { stdout } = spawnSync(
      process.execPath,
      ["--test", "--test-reporter=tap", "test/contract.test.mjs"],
      { cwd: folder, encoding: "utf8", env },
    );
    return [...stdout.matchAll(/^((?:not )?ok) \d+ - (.*)$/gm)]
      .map(([, verdict, name]) => `${verdict} ${name}`)
      .sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const answers = (type: string, schema: object) => ({
  200: { description: "", content: { [type]: { schema } } },
});
const path = (name: string, schema: object) => ({
  parameters: [{ name, in: "path", required: true, schema }],
});
const paths = {
  "/health": { get: { responses: { 200: { description: "" } } } },
  "/text": { get: { responses: answers("text/plain", { type: "boolean" }) } },
  "/string": {
    get: { responses: answers("application/json", { type: "string" }) },
  },
  "/head": {
    head: { responses: answers("application/json", { type: "object" }) },
  },
  "/orders": {
    post: {
      requestBody: {
        required: true,
        content: {
          "application/xml": { schema: { $ref: "#/components/schemas/Order" } },
        },
      },
      responses: answers("application/xml", { type: "integer" }),
    },
  },
  "/cookies#formExploded": {
    get: { responses: { 204: { description: "" } } },
  },
  "/search?by={by}": {
    get: {
      ...path("by", { type: "string" }),
      responses: { 204: { description: "" } },
    },
  },
  "/a b/ü": { get: { responses: { 204: { description: "" } } } },
  "/objects/{filter}": {
    get: {
      ...path("filter", {
        type: "object",
        properties: { R: { type: "integer" }, G: { type: "integer" } },
      }),
      responses: { 204: { description: "" } },
    },
  },
  "/maps/{map}": {
    get: {
      ...path("map", { type: "object", additionalProperties: true }),
      responses: { 204: { description: "" } },
    },
  },
};

it("passes", { timeout: 60_000 }, async () => {
  const found = await outcome({
    servers: [{ url: "https://api.example.com" }],
    components: {
      schemas: {
        Order: { type: "object", properties: { id: { type: "integer" } } },
      },
    },
    paths,
  });
  expect(found).toEqual([
    "ok GET /a%20b/%C3%BC",
    "ok GET /cookies",
    "ok GET /health",
    "ok GET /maps/{map}",
    "ok GET /objects/{filter}",
    "ok GET /search",
    "ok GET /string",
    "ok GET /text",
    "ok HEAD /head",
    "ok POST /orders",
  ]);
});
