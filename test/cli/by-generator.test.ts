/** Changes that no document asked for: a new version of sdkwright brings them, and the report says so. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder, writeFiles } from "../write/support.js";
import { runCli } from "./run.js";

const documentOf = (summary: string): string => `openapi: 3.1.0
info: { title: Demo, version: 1.0.0, license: { name: MIT } }
servers: [{ url: "https://api.acme.example" }]
paths:
  /pets:
    get:
      operationId: listPets
      summary: ${summary}
      tags: [Pets]
      responses: { "204": { description: Done. } }
`;

it("are by sdkwright, where the document is the same", async () => {
  const cwd = makeFolder({
    "openapi.yaml": documentOf("All"),
    "sdkwright.config.json": JSON.stringify({
      ...{ input: "openapi.yaml", output: "sdk" },
      package: { version: "1.0.0", repository: "https://github.com/acme/sdk" },
    }),
  });
  const path = "sdk/sdkwright.surface.json";
  const text = () => readFileSync(join(cwd, path), "utf8");
  const changed = async () => {
    const { out } = await runCli(["diff"], { cwd });
    return out.trim().split("\n").at(-1);
  };
  await runCli(["generate"], { cwd });
  const written = text();
  const [, generator = ""] = /"generator": "([^"]+)"/.exec(written) ?? [];
  expect(generator).not.toBe("");

  const other = written.replace('"status": 204', '"status": 202');
  writeFiles(cwd, { [path]: other });
  expect(await changed()).toBe(
    "0 breaking, 0 features, 1 fix: 1.0.0 -> 1.0.1 (patch)",
  );
  writeFiles(cwd, { [path]: other.replace(generator, "0.0.9") });
  expect(await changed()).toBe(
    `0 breaking, 0 features, 1 fix, by sdkwright ${generator}: 1.0.0 -> 1.0.1 (patch)`,
  );
  writeFiles(cwd, { "openapi.yaml": documentOf("Every one") });
  expect(await changed()).toBe(
    "0 breaking, 0 features, 1 fix: 1.0.0 -> 1.0.1 (patch)",
  );
});
