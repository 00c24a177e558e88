/**
 * A run that is killed at any moment: each file is old or new, and the next run goes on, with another
 * document too. No change of the owner's is lost, and none is found where there is none.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder, readFolder, writeFiles } from "../write/support.js";
import { licensed as museum } from "./museum.js";
import { runCli } from "./run.js";

const document = (text: string): string =>
  museum.replaceAll("What it is called.", text);

/** Kills the process before a move into the package, or before a removal. */
const killer = (moment: number): string => `
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  let left = ${moment};
  for (const name of ["renameSync", "unlinkSync"]) {
    const before = fs[name];
    fs[name] = (...args) => {
      if (left-- <= 0) process.kill(process.pid, "SIGKILL");
      return before(...args);
    };
  }
  syncBuiltinESMExports();`;

it("goes on after SIGKILL at any move", async () => {
  const cwd = makeFolder({ "openapi.yaml": document("One.") });
  const generate = ["generate", "openapi.yaml", "-o", "sdk"];
  const run = () => runCli(generate, { cwd });
  await run();
  const retry = "sdk/src/core/retry.ts";
  const models = "sdk/src/models.ts";
  for (const path of [retry, models])
    writeFiles(cwd, {
      [path]: readFileSync(join(cwd, path), "utf8") + "// mine\n",
    });
  expect(await run()).toMatchObject({ code: 0, err: "" });
  for (const [index, moment] of [0, 1, 2, 3, 4, 5, 6].entries()) {
    writeFiles(cwd, { "openapi.yaml": document(`Killed ${index}.`) });
    await runCli(generate, { cwd, preload: killer(moment) });
    writeFiles(cwd, { "openapi.yaml": document(`Next ${index}.`) });
    expect(await run()).toMatchObject({ code: 0, err: "" });
    const files = readFolder(cwd);
    expect(files[retry]).toMatch(/\/\/ mine\n$/);
    expect(files[models]).toMatch(/\/\/ mine\n$/);
    expect(files[models]).toContain(`Next ${index}.`);
    expect(
      Object.keys(files).filter((path) => path.includes(".sdkwright/")),
    ).toHaveLength(2);
    const all = Object.values(files).join("\n");
    expect(all).not.toContain(`Killed ${index}.`);
    expect(
      await runCli(["check", ...generate.slice(1)], { cwd }),
    ).toMatchObject({ code: 0, err: "" });
  }
}, 300_000);
