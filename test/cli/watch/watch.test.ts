import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { makeFolder } from "../../write/support.js";
import { licensed as museum } from "../museum.js";

const cli = fileURLToPath(
  new URL("../../../dist/cli/main.js", import.meta.url),
);

/** Starts `watch`, saves the texts one after the other as each run is told, and ends it. */
const watch = async (texts: readonly string[], end: "q" | "SIGINT") => {
  const cwd = makeFolder({ "openapi.yaml": museum });
  const args = [cli, "watch", "openapi.yaml", "-o", "sdk"];
  const child = spawn(process.execPath, args, { cwd });
  let out = "";
  const left = [...texts];
  const said = new Promise<number | null>((resolve) => {
    child.stdout.on("data", (data: Buffer) => {
      out += data.toString();
      // A run may be told in several pieces; the first ends with what is watched, the others begin with the time.
      const told =
        out.match(/Watching .*\n|^\d\d:\d\d:\d\d .*\n/gm)?.length ?? 0;
      if (told <= texts.length - left.length) return;
      const text = left.shift();
      if (text !== undefined) writeFileSync(join(cwd, "openapi.yaml"), text);
      else if (end === "q") child.stdin.write("q");
      else child.kill(end);
    });
    child.on("close", resolve);
  });
  const code = await said;
  return {
    code,
    out: out.replace(/\d\d:\d\d:\d\d/g, "TIME").replace(/\d+\.\d s/g, "N s"),
  };
};

it("prints a line for each run, with the time, and ends with `q`", async () => {
  const more = museum.replace(
    "paths:\n",
    "paths:\n  /rates: { get: { operationId: listRates, tags: [Rates], responses: { '204': { description: Done } } } }\n",
  );
  const broken = museum.replace("paths:\n", "paths: [\n");
  const { code, out } = await watch([more, broken, museum], "q");
  expect(code).toBe(0);
  expect(out).toMatch(
    /^sdk: 2 of 2 operations, \d+ files written, 0 unchanged; names are provisional until 0\.1\.0\. Watching openapi\.yaml\nTIME openapi\.yaml: \d+ files in N s\n {9}\+ rates\.list\nTIME openapi\.yaml:\d+:\d+ error yaml-syntax: [^\n]*\n(?: {9}openapi\.yaml[^\n]*\n)* {9}sdk\/ is as of TIME\nTIME openapi\.yaml: \d+ files, \d+ removed in N s\n {9}- rates\.list\n$/,
  );
});

it("ends with 0 on Ctrl-C", async () => {
  expect((await watch([], "SIGINT")).code).toBe(0);
});
