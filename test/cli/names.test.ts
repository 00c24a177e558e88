import { describe, expect, it } from "vitest";
import { makeFolder, readFolder, writeFiles } from "../write/support.js";
import { museum } from "./museum.js";
import { runCli } from "./run.js";

const table = `package of museum.yaml, and the prefix of its environment variables
  museum-sdk  package: { name: "museum-sdk" }
  MUSEUM      environmentPrefix: "MUSEUM"

client
  Museum             clientName: "Museum"
  MuseumOptions
  MuseumCore
  MuseumCoreOptions
  MuseumCredentials
  MuseumError

resources
  client.works  Works  Works  resources: { "Works": "works" }

operations
  client.works.list  listWorks  GET /works (listWorks)     methods: { "listWorks": "list" }
  client.works.get   getWork    GET /works/{id} (getWork)  methods: { "getWork": "get" }

types of operations, called after the function
  ListWorksParams  listWorks
  ListWorksError   listWorks
  GetWorkError     getWork

models
  Work     Work     models: { "Work": "Work" }
  Problem  Problem  models: { "Problem": "Problem" }
`;

describe("sdkwright names", () => {
  it("lists them without an output directory, and writes nothing", async () => {
    const files = { "museum.yaml": museum };
    const cwd = makeFolder(files);
    expect(await runCli(["names", "museum.yaml"], { cwd })).toEqual({
      ...{ code: 0, out: table, err: "" },
    });
    expect(readFolder(cwd)).toEqual(files);
  });

  it("lists those of every SDK of the config, which it has changed", async () => {
    const config = `
- input: museum.yaml
  output: a
  methods: { "list*": "all" }
- { input: museum.yaml, output: b, clientName: Gallery }
`;
    const files = { "museum.yaml": museum, "sdkwright.config.yaml": config };
    const cwd = makeFolder(files);
    const { code, out, err } = await runCli(["names"], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("client.works.all");
    expect(out).toContain("GalleryError");
    expect(readFolder(cwd)).toEqual(files);
    const one = await runCli(["names", "-o", "b", "--json"], { cwd });
    const report = JSON.parse(one.out) as object;
    expect(report).toMatchObject({
      ok: true,
      diagnostics: [],
      sdks: [
        {
          ...{ ok: true, input: "museum.yaml", output: "b", diagnostics: [] },
          names: {
            client: { className: "Gallery", config: 'clientName: "Gallery"' },
            operations: [
              {
                name: "client.works.list",
                functionName: "listWorks",
                method: "GET",
                path: "/works",
                operationId: "listWorks",
                types: ["ListWorksParams", "ListWorksError"],
                config: 'methods: { "listWorks": "list" }',
              },
              { name: "client.works.get" },
            ],
          },
        },
      ],
    });
  });

  it("lists those of a document that the config here is not about", async () => {
    const cwd = makeFolder({
      "museum.yaml": museum,
      "sdkwright.config.yaml":
        "input: other.yaml\noutput: sdk\nclientName: Other\n",
    });
    expect(await runCli(["names", "museum.yaml"], { cwd })).toEqual({
      ...{ code: 0, out: table, err: "" },
    });
  });

  it("takes functions of a config that is code", async () => {
    const cwd = makeFolder({
      "museum.yaml": museum,
      "sdkwright.config.ts": `import { defineConfig } from "sdkwright";
export default defineConfig({
  input: "museum.yaml",
  output: "sdk",
  methods: ({ method, name, resource }) => method === "GET" ? \`\${resource}.\${name}Of\${resource}\` : undefined,
  models: ({ schema }) => schema === "Work" ? "Artwork" : undefined,
});
`,
    });
    const { code, out, err } = await runCli(["names"], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("  client.works.listOfworks  ");
    expect(out).toContain("  Artwork  Work     models: ");
  });

  it("gives the names that the lock file keeps", async () => {
    const cwd = makeFolder({ "museum.yaml": museum });
    const args = ["museum.yaml", "-o", "sdk"];
    await runCli(["generate", ...args], { cwd });
    const before = readFolder(cwd);
    const lock = before["sdkwright.lock"] ?? before["sdk/sdkwright.lock"] ?? "";
    const folder = makeFolder({
      "museum.yaml": museum,
      "sdk/package.json": '{ "version": "1.0.0" }',
      "sdk/sdkwright.lock": lock.replace(
        "\nname method GET /works = list\n",
        "\nname method GET /works = index\n",
      ),
    });
    const { out } = await runCli(["names", ...args], { cwd: folder });
    expect(out).toContain("client.works.index");
    // They bind from the first release.
    writeFiles(folder, { "sdk/package.json": '{ "version": "0.0.0" }' });
    const { out: provisional } = await runCli(["names", ...args], {
      cwd: folder,
    });
    expect(provisional).toContain("client.works.list");
    await runCli(["names", ...args], { cwd });
    expect(readFolder(cwd)).toEqual(before);
  });

  it("fails where the document or the config has errors", async () => {
    const cwd = makeFolder({ "museum.yaml": "openapi: 3.1.0\n" });
    const { code, out, err } = await runCli(["names", "museum.yaml"], { cwd });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("error paths-missing");
    const broken = makeFolder({
      "museum.yaml": museum,
      "sdkwright.config.yaml":
        'input: museum.yaml\noutput: sdk\nmodels: { "Work*": "*" }\n',
    });
    const result = await runCli(["names"], { cwd: broken });
    expect(result.code).toBe(1);
    expect(result.err).toContain(
      'error override-invalid: models in the config has "Work*", which gives Work the name "", which is none',
    );
    expect(await runCli(["names"], { cwd: makeFolder() })).toEqual({
      ...{ code: 2, out: "" },
      err: "error: no document: none was given, and there is no sdkwright.config.ts here or above; name one with `-o DIR` (`--input SPEC -o DIR` for `merge` and `reset`), or run `sdkwright init`\n",
    });
  });

  it("shows no control characters of a document", async () => {
    const id = String.raw`operationId: "list\e[31mWorks"`;
    const cwd = makeFolder({
      "museum.yaml": museum.replace("operationId: listWorks", id),
    });
    const { out } = await runCli(["names", "museum.yaml"], { cwd });
    expect(out).toContain("GET /works (list\\u{001b}[31mWorks)");
    expect(out).not.toContain("\u001b");
  });
});
