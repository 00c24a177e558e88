/**
 * What is the owner's in a package: its changelog, and modules written by hand, which are built and
 * published with the rest.
 */
import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../packages/support/apis.js";
import { run, succeed } from "../packages/support/run.js";
import { makeFolder, writeFiles } from "../write/support.js";
import { licensed as museum } from "./museum.js";
import { runCli } from "./run.js";

const config = (more: object) =>
  JSON.stringify({ input: "openapi.yaml", output: "sdk", ...more });

it("a changelog that goes on is no drift, and the next run leaves it alone", async () => {
  const cwd = makeFolder({
    "openapi.yaml": museum,
    "sdkwright.config.json": config({ package: { version: "1.0.0" } }),
  });
  await runCli(["generate"], { cwd });
  const first = "# Changelog\n";
  const path = join(cwd, "sdk/CHANGELOG.md");
  expect(readFileSync(path, "utf8")).toBe(first);
  const next = `${first}\n## 1.1.0\n\n- Rooms.\n`;
  writeFiles(cwd, {
    "sdk/CHANGELOG.md": next,
    "sdkwright.config.json": config({ package: { version: "1.1.0" } }),
  });
  expect(await runCli(["generate"], { cwd })).toMatchObject({
    code: 0,
  });
  expect(await runCli(["check"], { cwd })).toMatchObject({ code: 0 });
  expect(readFileSync(path, "utf8")).toBe(next);
});

it("a module in src/lib is built, imported by its own name, and missed", async () => {
  const cwd = makeFolder({
    "openapi.yaml": museum,
    "sdkwright.config.json": config({
      package: { exports: { "./extras": "src/lib/extras.ts" } },
    }),
  });
  expect(await runCli(["generate"], { cwd })).toMatchObject({ code: 0 });
  const sdk = join(cwd, "sdk");
  writeFiles(sdk, {
    "src/lib/extras.ts":
      'import { Museum } from "../index.js";\n\nexport const ready = (): Museum => new Museum({ apiKey: "t" });\n',
    // A package may import itself by its name, as its users do.
    "a.mjs":
      'import { Museum } from "museum-sdk";\nimport { ready } from "museum-sdk/extras";\nconsole.log(ready() instanceof Museum);\n',
    "b.cjs":
      'const { Museum } = require("museum-sdk");\nconst { ready } = require("museum-sdk/extras");\nconsole.log(ready() instanceof Museum);\n',
  });
  mkdirSync(join(sdk, "node_modules"));
  const compiler = "node_modules/typescript";
  symlinkSync(join(root, compiler), join(sdk, compiler));
  await succeed(process.execPath, ["build.mjs"], sdk);
  for (const script of ["a.mjs", "b.cjs"])
    expect(await succeed(process.execPath, [script], sdk)).toBe("true\n");
  expect(await runCli(["check"], { cwd })).toMatchObject({ code: 0, err: "" });

  rmSync(join(sdk, "src/lib/extras.ts"));
  expect(await run(process.execPath, ["build.mjs"], sdk)).toMatchObject({
    code: 1,
    err: expect.stringContaining(
      "package.json exports ./dist/esm/lib/extras.d.ts, which src/ does not give",
    ),
  });
});
