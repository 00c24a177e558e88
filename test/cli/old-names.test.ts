/**
 * What is said of old names: how long they stay, and that they are gone.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, writeFiles } from "../write/support.js";
import { runCli } from "./run.js";

const documentOf = (id: string): string => `openapi: 3.1.0
info: { title: Demo, version: 1.0.0, license: { name: MIT } }
servers: [{ url: "https://api.acme.example" }]
paths:
  /pets/{id}:
    get:
      operationId: ${id}
      tags: [Pets]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "204": { description: Done. } }
`;

const config = (more: object = {}): string =>
  JSON.stringify({
    ...{ input: "openapi.yaml", output: "sdk" },
    package: { version: "1.0.0", repository: "https://github.com/acme/sdk" },
    ...more,
  });

describe("how long an old name stays, between two documents", () => {
  const said = async (
    config: object | undefined,
    ...flags: readonly string[]
  ): Promise<readonly string[]> => {
    const cwd = makeFolder({
      "old.yaml": documentOf("getPet"),
      "new.yaml": documentOf("readPet"),
      ...(config && {
        "sdkwright.config.json": JSON.stringify({
          ...{ input: "new.yaml", output: "sdk", ...config },
        }),
      }),
    });
    const { out } = await runCli(["diff", "old.yaml", "new.yaml", ...flags], {
      cwd,
    });
    return out.split("\n").slice(0, 3);
  };

  it.each([
    [undefined, "goes with the next major version"],
    [{}, "goes with the next major version"],
    [{ aliases: { keep: 2 } }, "stays for 2 major versions"],
    [{ aliases: "forever" }, "stays"],
  ])("with %j it %s", async (options, text) => {
    const [heading, operation] = await said(options);
    expect(heading).toBe("FEATURES (1)");
    expect(operation).toContain(
      `is called readPet now; the old name ${text}  [operation-renamed]`,
    );
  });

  it("with none it is gone", async () => {
    for (const one of [
      await said({ aliases: false }),
      await said(undefined, "--no-aliases"),
    ]) {
      expect(one[0]).toBe("BREAKING (1)");
      expect(one[1]).toContain("is called readPet now  [operation-renamed]");
    }
  });
});

it("deprecated names end with a release that is asked to drop them", async () => {
  const cwd = makeFolder({
    "openapi.yaml": documentOf("getPet"),
    "sdkwright.config.json": config(),
  });
  const read = (path: string) => readFileSync(join(cwd, path), "utf8");
  const run = (...args: readonly string[]) => runCli(args, { cwd });
  expect(await run("generate")).toMatchObject({ code: 0 });
  writeFiles(cwd, { "openapi.yaml": documentOf("readPet") });
  const { out: renamed } = await run("generate", "--changes");
  expect(renamed).toContain("1.0.0 -> 1.1.0 (minor)");
  expect(renamed).toContain(
    "is called readPet now; the old name goes with 2.0.0",
  );
  expect(await run("release")).toMatchObject({ code: 0, err: "" });
  expect(read("sdk/sdkwright.surface.json")).toContain(
    '"function getPet": "readPet since 1.1.0"',
  );
  const manifest = read("sdk/package.json").replace(
    '"version": "1.0.0"',
    '"version": "1.1.0"',
  );
  writeFiles(cwd, { "sdk/package.json": manifest });
  expect(await run("generate")).toMatchObject({ code: 0, err: "" });
  expect(await run("release")).toMatchObject({
    code: 0,
    out: expect.stringContaining("nothing changes for callers") as string,
  });

  const { code, out, err } = await run("release", "--drop-aliases");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toBe(`BREAKING (1)
  getPet  is gone; it was deprecated  [operation-removed, announced]
          openapi.yaml:6:5
          Use \`readPet\`.

1 breaking, 0 features, 0 fixes: 1.1.0 -> 2.0.0 (major)
sdk/sdkwright.surface.json written
sdk/docs/migration.md written
sdk: the next version is 2.0.0; your release tool sets it, or \`npm version 2.0.0\` in sdk
`);
  expect(read("sdk/sdkwright.lock")).not.toContain("\nalias ");
  expect(read("sdk/sdkwright.surface.json")).not.toContain("aliases");
  expect(read("sdk/docs/migration.md")).toContain("Use `readPet`.");
  expect(await run("check", "--fail-on", "breaking")).toMatchObject({
    code: 0,
    err: "",
  });
});
