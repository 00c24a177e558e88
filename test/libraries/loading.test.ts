/**
 * What others of the same process have loaded before sdkwright changes nothing for it, and nothing is
 * changed for those who load the same packages after it.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../write/support.js";

const root = resolve(import.meta.dirname, "../..");

const document = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Acme", version: "1" },
  paths: {
    "/pets": {
      get: {
        operationId: "list",
        responses: {
          200: {
            description: "ok",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: {
                    "100%": {
                      type: "object",
                      properties: { "a/b%": { type: "string" } },
                    },
                    kind: { enum: ["a", "b"] },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
});

/** Runs the code around a call of sdkwright in a process of its own; returns what it prints. */
const run = (before: string, after: string): string => {
  const folder = makeFolder({ "openapi.json": document });
  const script = join(folder, "run.mjs");
  const load = (path: string) =>
    JSON.stringify(new URL(path, `file://${root}/`).href);
  writeFileSync(
    script,
    `import { createRequire } from "node:module";
const require = createRequire(${load("package.json")});
const pointers = createRequire(require.resolve("openapi-typescript")).resolve("@redocly/openapi-core/lib/ref-utils.js");
${before}
const { generate } = await import(${load("dist/index.js")});
const { ok } = await generate({ input: "openapi.json", output: "sdk" });
console.log(ok);
${after}
`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, [script], {
    cwd: folder,
    encoding: "utf8",
  });
  return (stdout + stderr).trim();
};

const ast = `const { astToString, tsEnum } = require("openapi-typescript");
console.log(astToString(tsEnum("Kind", ["a"])).trim());`;
const enumCode = 'enum Kind {\n    a = "a"\n}';

const reference = `console.log(JSON.stringify(require(pointers).parseRef("b.yaml#/x/a~1b")));`;
const parsed = '{"uri":"b.yaml","pointer":["x","a/b"]}';

const parser = `console.log(require("typescript").createSourceFile("a.ts", "let a", 99).statements.length);`;

describe.each([
  ["openapi-typescript", ast, enumCode],
  ["its pointers", reference, parsed],
  ["TypeScript", parser, "1"],
])("%s", (_, code, prints) => {
  it("may be loaded before", () => {
    expect(run(code, "")).toBe(`${prints}\ntrue`);
  });

  it("may be loaded after", () => {
    expect(run("", code)).toBe(`true\n${prints}`);
  });
});
