/**
 * A package after its first release: what changes for callers is said, can fail a check, and is measured
 * anew by the next release.
 */
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder, writeFiles } from "../write/support.js";
import { runCli } from "./run.js";

const documentOf = (kinds: string): string => `openapi: 3.1.0
info: { title: Demo, version: 1.0.0, license: { name: MIT } }
servers: [{ url: "https://api.acme.example" }]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [Pets]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: Done.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
components:
  schemas:
    Pet:
      type: object
      required: [kind]
      properties:
        kind: { type: string, enum: [${kinds}] }
`;

const config = (more: object = {}): string =>
  JSON.stringify({
    ...{ input: "openapi.yaml", output: "sdk" },
    package: { version: "1.0.0", repository: "https://github.com/acme/sdk" },
    ...more,
  });

const released = async (more: object = {}) => {
  const cwd = makeFolder({
    "openapi.yaml": documentOf("cat, dog"),
    "sdkwright.config.json": config(more),
  });
  const surface = (): string =>
    readFileSync(join(cwd, "sdk/sdkwright.surface.json"), "utf8");
  expect(await runCli(["generate"], { cwd })).toMatchObject({ code: 0 });
  return { cwd, surface };
};

const breaks = `BREAKING (1)
  Pet.kind  may now be "fish"; a switch over all values no longer covers it  [enum-value-added]
            openapi.yaml:20:9 · in results of pets.get
            Handle \`"fish"\`, or add a default branch.
            help: \`enums: "open"\` in the config makes additions like this features; setting it breaks callers once

1 breaking, 0 features, 0 fixes: 1.0.0 -> 2.0.0 (major)
`;

it("a break is said by every run, and fails the check that is asked to", async () => {
  const { cwd, surface } = await released();
  const first = surface();
  expect(first).toContain('\n  "version": "1.0.0",\n');
  writeFiles(cwd, { "openapi.yaml": documentOf("cat, dog, fish") });
  const generated = await runCli(["generate"], { cwd });
  expect(generated).toMatchObject({ code: 0, err: "" });
  expect(generated.out.startsWith(breaks)).toBe(true);
  expect(surface()).toBe(first);

  expect(await runCli(["check"], { cwd })).toMatchObject({ code: 0 });
  expect(await runCli(["check", "--fail-on", "breaking"], { cwd })).toEqual({
    code: 1,
    out: "",
    err: `${breaks}sdk: callers would break: take the change back, or approve it in the config: \`sdkwright diff --format markdown\` ends with the entry\n`,
  });
});

it("a break that is approved passes, until the approval ends", async () => {
  const { cwd } = await released();
  const approve = [
    {
      ...{ kind: "enum-value-added", where: "Pet.kind" },
      ...{ reason: "Shops sell fish.", until: "2027-01-31" },
    },
  ];
  writeFiles(cwd, {
    "openapi.yaml": documentOf("cat, dog, fish"),
    "sdkwright.config.json": config({ change: { approve } }),
  });
  await runCli(["generate"], { cwd });
  const check = (day: string) =>
    runCli(["check", "--fail-on", "breaking", "--now", day], { cwd });
  expect(await check("2027-01-31")).toMatchObject({ code: 0 });
  const late = await check("2027-02-01");
  expect(late.code).toBe(1);
  expect(late.err).toContain("error approval-expired: ");
});

it("a release is what later changes are measured by, and no version is written", async () => {
  const { cwd, surface } = await released({
    release: { changelog: "unreleased" },
  });
  writeFiles(cwd, { "openapi.yaml": documentOf("cat, dog, fish") });
  expect(await runCli(["release"], { cwd })).toMatchObject({
    code: 1,
    out: "",
  });

  await runCli(["generate"], { cwd });
  const { code, out } = await runCli(["release"], { cwd });
  expect(code).toBe(0);
  expect(out).toBe(`${breaks}sdk/sdkwright.surface.json written
sdk/CHANGELOG.md written
sdk/docs/migration.md written
sdk: the next version is 2.0.0; your release tool sets it, or \`npm version 2.0.0\` in sdk
`);
  expect(surface()).toContain('\n  "version": "2.0.0",\n');
  const read = (path: string) => readFileSync(join(cwd, path), "utf8");
  expect(JSON.parse(read("sdk/package.json"))).toMatchObject({
    version: "1.0.0",
  });
  expect(read("sdk/CHANGELOG.md")).toContain(
    '- **Breaking:** `Pet.kind` may now be `"fish"`',
  );
  expect(read("sdk/docs/migration.md")).toContain("## From 1.x to 2.0\n");
  expect(
    await runCli(["check", "--fail-on", "breaking"], { cwd }),
  ).toMatchObject({ code: 0, err: "" });
});

it.each([
  ["unreleased", "sdk/CHANGELOG.md"],
  ["changeset", ".changeset"],
])(
  "what comes before the release tool sets the version joins the release: %s",
  async (changelog, place) => {
    const { cwd } = await released({ release: { changelog } });
    writeFiles(cwd, { "openapi.yaml": documentOf("cat, dog, fish") });
    await runCli(["generate"], { cwd });
    await runCli(["release"], { cwd });
    const named = documentOf("cat, dog, fish").replace(
      /$/,
      "        name: { type: string }\n",
    );
    writeFiles(cwd, { "openapi.yaml": named });
    const next = "0 breaking, 1 feature, 0 fixes: 1.0.0 -> 2.0.0 (major)\n";
    expect((await runCli(["generate"], { cwd })).out).toContain(next);
    const { out } = await runCli(["release"], { cwd });
    expect(out).toContain(next);
    expect(out).toContain("sdk: the next version is 2.0.0;");
    const text = textsIn(join(cwd, place));
    expect(text).toContain("`Pet.kind` may now be");
    expect(text).toContain("`Pet.name` is new");
    await runCli(["release"], { cwd });
    expect(textsIn(join(cwd, place))).toBe(text);
  },
);

/** A file, or all of a folder. */
const textsIn = (path: string): string =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .map((name) => textsIn(join(path, name)))
        .join("\n")
    : readFileSync(path, "utf8");

it("where no release is known, a run begins with what it wrote, and says so", async () => {
  const { cwd } = await released();
  rmSync(join(cwd, "sdk/sdkwright.surface.json"));
  const said =
    "sdk/sdkwright.surface.json: written for 1.0.0: from now on runs say what changes for callers since then\n";
  expect((await runCli(["generate"], { cwd })).out).toContain(said);
  expect((await runCli(["generate"], { cwd })).out).not.toContain(said);
});

it("a surface that cannot be read stays, and is said", async () => {
  const { cwd, surface } = await released();
  const broken = surface().replace("{", "{ <<<<<<< ");
  writeFiles(cwd, {
    "sdk/sdkwright.surface.json": broken,
    "openapi.yaml": documentOf("cat"),
  });
  const { code, err } = await runCli(["generate"], { cwd });
  expect(code).toBe(0);
  expect(err).toContain(
    "warning baseline-broken: cannot read sdk/sdkwright.surface.json: it is no JSON",
  );
  expect(surface()).toBe(broken);
});

it("a version that somebody has set is the one that is released", async () => {
  const { cwd, surface } = await released();
  writeFiles(cwd, {
    "openapi.yaml": documentOf("cat, dog, fish"),
    "sdk/package.json": readFileSync(
      join(cwd, "sdk/package.json"),
      "utf8",
    ).replace('"1.0.0"', '"3.0.0"'),
  });
  await runCli(["generate"], { cwd });
  const { out } = await runCli(["release"], { cwd });
  expect(out).toContain("sdk: the version is 3.0.0, as package.json has it\n");
  expect(surface()).toContain('\n  "version": "3.0.0",\n');
});

it("a release before the first version leaves the first version to begin the measure", async () => {
  const cwd = makeFolder({
    "openapi.yaml": documentOf("cat, dog"),
    "sdkwright.config.json": config({ package: { license: "MIT" } }),
  });
  const manifest = join(cwd, "sdk/package.json");
  const surface = join(cwd, "sdk/sdkwright.surface.json");
  expect(await runCli(["generate"], { cwd })).toMatchObject({ code: 0 });
  const before = readFileSync(surface, "utf8");
  expect(await runCli(["release"], { cwd })).toMatchObject({ code: 0 });
  expect(readFileSync(surface, "utf8")).toBe(before);
  const version = readFileSync(manifest, "utf8").replace("0.0.0", "1.0.0");
  writeFiles(cwd, { "sdk/package.json": version });
  expect(await runCli(["generate"], { cwd })).toMatchObject({
    code: 0,
    err: "",
  });
  expect(readFileSync(surface, "utf8")).toContain('\n  "version": "1.0.0",\n');
  writeFiles(cwd, { "openapi.yaml": documentOf("cat, dog, fish") });
  const { out } = await runCli(["generate"], { cwd });
  expect(out.startsWith(breaks)).toBe(true);
});
