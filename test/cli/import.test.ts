/**
 * `import` as a person starts it.
 */
import { describe, expect, it } from "vitest";
import { shop } from "../import/support.js";
import { makeFolder, readFolder } from "../write/support.js";
import { runCli } from "./run.js";

const config = `resources:
  pets:
    methods:
      list: get /pets
    nothing: 1
targets:
  go: {}
`;

const folder = (): string =>
  makeFolder({ "stainless.yml": config, "openapi.yml": shop });

describe("import", () => {
  it("ends with what became of each key, and what to do next", async () => {
    const cwd = folder();
    expect(await runCli(["import", "stainless.yml"], { cwd })).toEqual({
      code: 0,
      out: `kept
  stainless.yml:1  resources: \`methods\`: 1 method in 1 resource; 4 operations in none of them left out
not needed
  stainless.yml:7  targets.go: another language
lost
  stainless.yml:5  resources.pets.nothing: not a key that is known
sdkwright.config.ts written
next: npx sdkwright generate
`,
      err: "",
    });
    expect(Object.keys(readFolder(cwd))).toEqual([
      "openapi.yml",
      "sdkwright.config.ts",
      "stainless.yml",
    ]);
    const again = await runCli(["import", "stainless.yml"], { cwd });
    expect(again).toEqual({
      code: 1,
      out: "",
      err: `error import-exists: sdkwright.config.ts is here already
  help: Pass --force to write over it, or another name with \`-o FILE\`.
nothing written
`,
    });
    const forced = await runCli(["import", "stainless.yml", "--force"], {
      cwd,
    });
    expect(forced.code).toBe(0);
  });

  it("writes nothing with --strict where something is lost", async () => {
    const cwd = folder();
    const { code, out, err } = await runCli(
      ["import", "stainless.yml", "--strict"],
      { cwd },
    );
    expect(code).toBe(1);
    expect(out).toContain("lost\n  stainless.yml:5");
    expect(err).toBe(
      "nothing written: 1 key is lost; write by hand what you need, and run without --strict\n",
    );
    expect(Object.keys(readFolder(cwd))).toEqual([
      "openapi.yml",
      "stainless.yml",
    ]);
  });

  it("prints one object for programs", async () => {
    const { code, out } = await runCli(
      ["import", "stainless.yml", "--spec", "openapi.yml", "--json"],
      { cwd: folder() },
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      written: ["sdkwright.config.ts"],
      entries: [
        { fate: "kept", key: "resources", file: "stainless.yml", line: 1 },
        { fate: "not needed", key: "targets.go" },
        { fate: "lost", key: "resources.pets.nothing", line: 5 },
      ],
    });
  });

  it("asks for the file", async () => {
    const { code, err } = await runCli(["import"], { cwd: folder() });
    expect({ code, err }).toEqual({
      code: 2,
      err: "error: missing required argument 'file'\n  help: `sdkwright import --help` lists what there is\n",
    });
  });
});
