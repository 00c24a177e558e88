/**
 * `sdkwright compare`: from a published package, in a folder or on npm, to the report and the exit
 * code.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../write/support.js";
import { runCli } from "./run.js";

const document = `openapi: 3.1.0
info: { title: Zoo, version: 1.0.0, license: { name: MIT, identifier: MIT } }
servers: [{ url: https://zoo.example }]
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      tags: [pets]
      parameters:
        - { name: petId, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: A pet.
          content:
            application/json: { schema: { $ref: "#/components/schemas/Pet" } }
components:
  schemas:
    Pet: { type: object, required: [kind], properties: { kind: { type: string } } }
`;

const published = {
  "zoo/package.json":
    '{"name":"zoo-sdk","version":"1.4.2","types":"./types/index.d.mts"}',
  "zoo/types/index.d.mts": `import type { Agent } from "agents";
import { Pets } from "./resources/pets.mjs";
export interface ClientOptions { agent?: Agent }
export default class Zoo { constructor(options?: ClientOptions); pets: Pets }
`,
  "zoo/types/resources/pets.d.mts": `export interface RequestOptions { timeout?: number; maxRetries?: number }
export declare class Pets {
  get(petID: string, options?: RequestOptions): Promise<{ kind: string }>;
  feed(petID: string, body: { food: string }, options?: RequestOptions): Promise<void>;
}
`,
};

const report = `pets: 1 of 2 methods compile
  feed: not found

sdk: 1 of 2 methods of zoo-sdk 1.4.2 compile (50 %)
not compiling: 1 not found
`;

const config = JSON.stringify({
  ...{ input: "openapi.yaml", output: "sdk", clientName: "Zoo" },
  package: { name: "zoo-sdk" },
});

const note = `note published-imports: zoo imports types that are not there (agents): what comes from them counts as any
  help: Install the package with what it depends on, and name its folder.
`;

const generated = async (): Promise<string> => {
  const cwd = makeFolder({
    ...published,
    "openapi.yaml": document,
    "sdkwright.config.json": config,
  });
  expect(await runCli(["generate"], { cwd })).toMatchObject({ code: 0 });
  return cwd;
};

describe("sdkwright compare", () => {
  it("tells of a folder which calls compile", async () => {
    const cwd = await generated();
    expect(await runCli(["compare", "zoo"], { cwd })).toEqual({
      ...{ code: 0, out: report, err: note },
    });
    const enough = ["compare", "zoo", "--at-least", "50"];
    expect(await runCli(enough, { cwd })).toMatchObject({ code: 0 });
    const more = ["compare", "zoo", "--at-least", "51"];
    expect(await runCli(more, { cwd })).toMatchObject({ code: 1, out: report });
  });

  it("prints its report as one object", async () => {
    const cwd = await generated();
    const { out } = await runCli(["compare", "zoo", "--json"], { cwd });
    expect(JSON.parse(out)).toEqual({
      formatVersion: 1,
      ok: true,
      published: { source: "zoo", name: "zoo-sdk", version: "1.4.2" },
      output: "sdk",
      counts: {
        ...{ methods: 2, compiling: 1, notFound: 1, arguments: 0 },
        ...{ options: 0, result: 0, iteration: 0, types: 0 },
      },
      resources: [
        {
          name: "pets",
          methods: [
            { name: "get", misses: [] },
            { name: "feed", misses: [{ reason: "not found" }] },
          ],
        },
      ],
      diagnostics: [expect.objectContaining({ code: "published-imports" })],
    });
  });

  it("takes a version on npm, with the folders of its types", async () => {
    const cwd = await generated();
    const bin = join(cwd, "bin");
    mkdirSync(bin);
    execFileSync("npm", ["pack", "--pack-destination", cwd], {
      ...{ cwd: join(cwd, "zoo"), stdio: "ignore" },
    });
    writeFileSync(
      join(bin, "npm"),
      `#!/bin/sh\nfor arg; do case $arg in --pack-destination=*) cp "${cwd}"/zoo-sdk-*.tgz "\${arg#*=}";; esac; done\n`,
      { mode: 0o755 },
    );
    const env = { PATH: `${bin}:${process.env["PATH"] ?? ""}` };
    const args = ["compare", "zoo-sdk@1.4.2"];
    expect(await runCli(args, { cwd, env })).toEqual({
      ...{ code: 0, out: report },
      err: note.replace("zoo", "zoo-sdk@1.4.2"),
    });
  });

  it("compares nothing with a package that is not what is generated", async () => {
    const cwd = await generated();
    writeFileSync(
      join(cwd, "openapi.yaml"),
      document.replaceAll("petId", "id"),
    );
    const { code, out, err } = await runCli(["compare", "zoo"], { cwd });
    expect(code).toBe(1);
    expect(out).not.toContain("compile");
    expect(`${out}${err}`).toContain("run `sdkwright generate`");
  });

  it("says what it cannot read", async () => {
    const cwd = await generated();
    mkdirSync(join(cwd, "empty"));
    const empty = await runCli(["compare", "empty"], { cwd });
    expect(empty).toMatchObject({ code: 1, out: "" });
    expect(empty.err).toContain("empty has no declarations of types");
    const args = ["compare", "git+ssh://host/zoo"];
    expect(await runCli(args, { cwd })).toEqual({
      ...{ code: 2, out: "" },
      err: "error: there is no package git+ssh://host/zoo: name a folder, or a version on npm (`@acme/sdk@1.4.0`)\n",
    });
  });
});
