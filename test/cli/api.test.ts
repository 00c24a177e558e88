import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  check,
  defineConfig,
  generate,
  UsageError,
} from "../../generator/index.js";
import { makeFolder, readFolder, writeFiles } from "../write/support.js";
import { licensed as museum } from "./museum.js";

describe("sdkwright as a library", () => {
  it("generates and checks what the arguments say", async () => {
    const cwd = makeFolder({ "openapi.yaml": museum });
    const options = { cwd, input: "openapi.yaml", output: "sdk" };
    const report = await generate(options);
    expect(report).toMatchObject({
      ok: true,
      diagnostics: [],
      sdks: [
        {
          ok: true,
          diagnostics: [],
          upToDate: false,
          operations: { total: 2, generated: 2 },
          removed: [],
          unchanged: 0,
          drift: [],
        },
      ],
    });
    expect(report.sdks[0]?.written.toSorted()).toEqual(
      Object.keys(readFolder(join(cwd, "sdk"))).toSorted(),
    );
    expect(await check(options)).toMatchObject({
      ok: true,
      sdks: [{ upToDate: true, drift: [] }],
    });
    writeFiles(cwd, { "sdk/CHANGELOG.md": "mine" });
    expect(await check(options)).toMatchObject({ ok: true });
    writeFiles(cwd, { "sdk/build.mjs": "" });
    expect(await check(options)).toMatchObject({
      ok: false,
      sdks: [{ drift: [{ path: "build.mjs", kind: "outdated" }] }],
    });
  });

  it("gives several SDKs at the same time what each alone would get", async () => {
    const cwd = makeFolder({ "openapi.yaml": museum });
    const config = defineConfig({
      input: "openapi.yaml",
      output: "alone",
      clientName: "Museum",
    });
    await generate({ cwd, config });
    const runs = ["a", "b", "c"].map((output) =>
      generate({ cwd, config, output }),
    );
    for (const report of await Promise.all(runs)) expect(report.ok).toBe(true);
    const alone = readFolder(join(cwd, "alone"));
    for (const output of ["a", "b", "c"]) {
      expect(readFolder(join(cwd, output))).toEqual(alone);
    }
  });

  it("reports what is wrong with a document and writes nothing", async () => {
    const cwd = makeFolder({ "openapi.yaml": "openapi: 3.1.0\n" });
    const report = await generate({
      cwd,
      input: "openapi.yaml",
      output: "sdk",
    });
    expect(report.ok).toBe(false);
    expect(report.sdks[0]?.diagnostics).toContainEqual(
      expect.objectContaining({
        severity: "error",
        code: "paths-missing",
      }),
    );
    expect(Object.keys(readFolder(cwd))).toEqual(["openapi.yaml"]);
  });

  it("reports what is wrong with a config", async () => {
    const report = await generate({
      cwd: makeFolder({ "sdkwright.config.json": "{}" }),
    });
    expect(report).toMatchObject({
      ok: false,
      sdks: [],
      diagnostics: [
        { code: "config-missing-option" },
        { code: "config-missing-option" },
      ],
    });
  });

  it("takes a parsed document, with references to files", async () => {
    const schema = { $ref: "common.json#/Pet" };
    const content = { "application/json": { schema } };
    const document = (id: string) => ({
      openapi: "3.1.0",
      info: { title: "Pets", version: "1" },
      servers: [{ url: "https://pets.example" }],
      paths: {
        "/pet": {
          get: {
            operationId: id,
            responses: { 200: { description: "It.", content } },
          },
        },
      },
    });
    const cwd = makeFolder({
      "common.json": '{ "Pet": { "type": "object" } }',
    });
    const first = { cwd, input: document("getPet"), output: "sdk" };
    expect(await generate(first)).toMatchObject({
      ok: true,
      sdks: [
        {
          input: expect.stringMatching(/document\.json$/),
          operations: { total: 1 },
        },
      ],
    });
    expect(readFolder(join(cwd, "sdk"))["src/models.ts"]).toContain("type Pet");
    expect(await check(first)).toMatchObject({
      ok: true,
      sdks: [{ drift: [] }],
    });
    // Nothing on the disk says that it has changed.
    const { ok, sdks } = await check({
      ...first,
      input: { ...document("getPet"), info: { title: "Cats", version: "1" } },
    });
    expect(ok).toBe(false);
    expect(sdks[0]?.drift.length).toBeGreaterThan(0);
  });

  it("says where a parsed document is wrong, in its JSON", async () => {
    const report = await generate({
      cwd: makeFolder(),
      input: {
        openapi: "3.1.0",
        info: { title: "A", version: "1" },
        paths: { "/a": { get: { responses: { 99: {} } } } },
      },
      output: "sdk",
    });
    expect(report.sdks[0]?.diagnostics).toContainEqual(
      expect.objectContaining({
        code: "status-unknown",
        position: { file: "document.json", line: 11, column: 11 },
      }),
    );
  });

  it("merges the documents of a list, and changes them with a function", async () => {
    const cwd = makeFolder({ "a.yaml": museum, "b.yaml": museum });
    const both = { input: ["a.yaml", "b.yaml"], output: "sdk" };
    const config = defineConfig({
      ...both,
      transform: (document) => {
        document.info.title = "Both";
      },
    });
    expect(await generate({ cwd, config })).toMatchObject({
      ok: true,
      sdks: [{ upToDate: false, operations: { total: 2 } }],
    });
    expect(readFolder(join(cwd, "sdk"))["src/client.ts"]).toContain(
      "class Both",
    );
    // What the function does may have changed.
    expect(await check({ cwd, config })).toMatchObject({
      ok: true,
      sdks: [{ upToDate: false }],
    });
    expect((await check({ cwd, config: both })).ok).toBe(false);
  });

  it.each([
    ["methods", { methods: () => "all" }, "src/resources/works.ts", "all("],
    ["models", { models: () => "Thing" }, "src/models.ts", "Thing"],
    [
      "resources",
      { resources: () => "art" },
      "src/resources/art.ts",
      "class Art",
    ],
  ])(
    "runs again where a function gives the names of %s",
    async (_, names, file, text) => {
      const cwd = makeFolder({ "museum.yaml": museum });
      const without = { input: "museum.yaml", output: "sdk" };
      const config = defineConfig({ ...without, ...names });
      expect(await generate({ cwd, config })).toMatchObject({
        ok: true,
        sdks: [{ upToDate: false }],
      });
      const folder = readFolder(join(cwd, "sdk"));
      expect(folder[file] ?? Object.keys(folder).join()).toContain(text);
      // What the function does may have changed.
      expect(await check({ cwd, config })).toMatchObject({
        ok: true,
        sdks: [{ upToDate: false }],
      });
    },
  );

  it("finds nothing to do for a list of files that did not change", async () => {
    const cwd = makeFolder({ "a.yaml": museum, "b.yaml": museum });
    const both = { input: ["a.yaml", "b.yaml"], output: "sdk" };
    await generate({ cwd, config: both });
    expect(await check({ cwd, config: both })).toMatchObject({
      ok: true,
      sdks: [{ upToDate: true }],
    });
    const one = { input: "a.yaml", output: "sdk" };
    expect(await check({ cwd, config: one })).toMatchObject({
      sdks: [{ upToDate: false }],
    });
    writeFiles(cwd, {
      "b.yaml": museum.replace("operationId: ", "operationId: x"),
    });
    expect((await check({ cwd, config: both })).ok).toBe(false);
  });

  it("throws at options that fit nothing", async () => {
    await expect(generate({ cwd: makeFolder() })).rejects.toBeInstanceOf(
      UsageError,
    );
  });

  it("stops at warnings when it is strict, also when nothing changed", async () => {
    const noSuccess = museum.replace(
      '        "200":\n          description: The work.\n          content:\n            application/json:\n              schema:\n                $ref: "#/components/schemas/Work"\n        "404"',
      '        "404"',
    );
    expect(noSuccess).not.toBe(museum);
    const cwd = makeFolder({ "openapi.yaml": noSuccess });
    const options = { cwd, input: "openapi.yaml", output: "sdk" };
    const strict = await generate({ ...options, strict: true });
    expect(strict).toMatchObject({ ok: false, sdks: [{ warnings: 1 }] });
    expect(Object.keys(readFolder(cwd))).toEqual(["openapi.yaml"]);
    expect(await generate(options)).toMatchObject({ ok: true });
    expect(await check(options)).toMatchObject({
      ok: true,
      sdks: [{ upToDate: true, warnings: 1 }],
    });
    expect(await check({ ...options, strict: true })).toMatchObject({
      ok: false,
      sdks: [{ upToDate: false, warnings: 1 }],
    });
  });
});
