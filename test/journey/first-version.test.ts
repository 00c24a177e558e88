/**
 * From nothing to a published first version by what `init` itself prints: each command is run as it
 * stands there, and nothing else.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { succeed } from "../packages/support/run.js";
import { firstDocument } from "./support/documents.js";
import { commandWith } from "../support/readme.js";
import { makeScratch, type Scratch } from "./support/scratch.js";

let scratch: Scratch;

beforeAll(async () => {
  scratch = await makeScratch();
});
afterAll(() => {
  scratch.close();
});

it("publishes by the commands that init prints", async () => {
  const repository = await scratch.makeRepository("first");
  repository.write("openapi.yaml", firstDocument);
  const first = commandWith("sdkwright init");
  const out = await repository.succeed(
    "bash",
    ...["-c", `npm_config_yes=true ${first} --yes`],
  );
  const [, next = ""] = out.split("Next:\n");
  const commands = next.match(/(?<=^ {5})\S.*/gm) ?? [];
  expect(commands.at(-1)).toMatch(/^npm publish\b/);
  for (const command of commands)
    await repository.succeed("bash", "-c", command);
  expect(scratch.registry.published).toEqual(["roomly-sdk@0.1.0"]);

  const folder = join(scratch.folder, "user");
  mkdirSync(folder);
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ type: "module" }),
  );
  await succeed("npm", ["install", "roomly-sdk"], folder, repository.env);
  const program =
    'import { Roomly } from "roomly-sdk"; console.log(typeof new Roomly().rooms.list);';
  expect(
    await succeed(
      process.execPath,
      ["--input-type=module", "-e", program],
      folder,
    ),
  ).toBe("function\n");
});
