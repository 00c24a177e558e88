/**
 * `sdkwright diff` with a published package as a side that has no `sdkwright.surface.json`, or that of
 * another version.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesOfTarball } from "../../../generator/diff/tarball.js";
import { printSurface } from "../../../generator/surface/print-surface.js";
import { surfaceOf } from "../../../generator/surface/surface-of.js";
import { runCli } from "../../cli/run.js";
import { sdkOf } from "../../support/pipeline.js";
import { publishedFiles } from "../../support/published.js";
import { withoutExpand, zoo as old } from "../../support/zoo.js";
import { makeFolder } from "../../write/support.js";

const now = withoutExpand.replace("[cat, dog]", "[cat, dog, fish]");

const published = async (version = "1.4.2"): Promise<Record<string, string>> =>
  Object.fromEntries(
    [...publishedFiles(await sdkOf(old), version)].map(([path, text]) => [
      `zoo/${path}`,
      text,
    ]),
  );

/** The surface that the old package should have had, and what changes with it. */
const withSurface = async (
  version: string,
): Promise<Record<string, string>> => ({
  "zoo/sdkwright.surface.json": printSurface(
    ...([surfaceOf(await sdkOf(old)), version] as const),
  ),
});

const changesWithSurface = async (): Promise<string> => {
  const cwd = makeFolder({
    ...(await published()),
    ...(await withSurface("1.4.2")),
    "new.yaml": now,
  });
  const { out } = await runCli(["diff", "zoo", "new.yaml"], { cwd });
  expect(out).toContain("2 breaking, 0 features, 0 fixes: 1.4.2 -> 2.0.0");
  return out;
};

const note = (label: string, why: string): string =>
  `note declarations-read: old: ${label} is read from its declarations (.d.ts): ${why}\n` +
  "  help: Names, arguments and types are compared. What no declaration says is not: where and how values are sent, statuses, servers, limits, defaults.\n";

describe("a directory", () => {
  it("is read from its declarations", async () => {
    const cwd = makeFolder({ ...(await published()), "new.yaml": now });
    const found = await runCli(["diff", "zoo", "new.yaml"], { cwd });
    expect(found).toEqual({
      ...{ code: 0, out: await changesWithSurface() },
      err: note("zoo", "it has no sdkwright.surface.json"),
    });
  });

  it("has to be built", async () => {
    const { "zoo/package.json": manifest = "" } = await published();
    const cwd = makeFolder({ "zoo/package.json": manifest, "new.yaml": now });
    const { code, err } = await runCli(["diff", "zoo", "new.yaml"], { cwd });
    expect(code).toBe(1);
    expect(err).toContain(
      "old: zoo has no sdkwright.surface.json, which says what its callers can use, and its declarations cannot be read: it declares no types",
    );
  });
});

describe("a version on npm", () => {
  it.each([
    ["no surface", undefined, "it has no sdkwright.surface.json"],
    [
      "the surface of another version",
      "1.3.0",
      "its sdkwright.surface.json is that of version 1.3.0",
    ],
  ])("with %s is read from its declarations", async (_, version, why) => {
    const cwd = makeFolder({
      ...(await published()),
      ...(version !== undefined && (await withSurface(version))),
      "new.yaml": now,
    });
    const bin = join(cwd, "bin");
    mkdirSync(bin);
    pack(cwd);
    writeFileSync(
      join(bin, "npm"),
      `#!/bin/sh\nfor arg; do case $arg in --pack-destination=*) cp "${cwd}"/zoo-sdk-*.tgz "\${arg#*=}";; esac; done\n`,
      { mode: 0o755 },
    );
    const PATH = `${bin}:${process.env["PATH"] ?? ""}`;
    const found = await runCli(["diff", "zoo-sdk@1.4.2", "new.yaml"], {
      ...{ cwd, env: { PATH } },
    });
    expect(found).toEqual({
      ...{ code: 0, out: await changesWithSurface() },
      err: note("zoo-sdk@1.4.2", why),
    });
  });
});

const pack = (cwd: string): void => {
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", cwd], {
    ...{ cwd: join(cwd, "zoo"), stdio: "ignore" },
  });
};

describe("a tarball", () => {
  it("gives declarations wherever they are, under names of any length", () => {
    const deep = `${"deep/".repeat(30)}${"long".repeat(40)}.d.ts`;
    const cwd = makeFolder({
      "zoo/package.json": '{"name":"zoo-sdk","version":"1.0.0"}',
      "zoo/README.md": "Zoo",
      "zoo/lib/index.d.mts": "export {};",
      "zoo/lib/index.js": "export {};",
      [`zoo/${deep}`]: "export type Deep = 1;",
      [`zoo/${"a/".repeat(60)}index.d.ts`]: "export type A = 1;",
    });
    pack(cwd);
    const tarball = execFileSync("cat", [join(cwd, "zoo-sdk-1.0.0.tgz")]);
    expect(Object.fromEntries(filesOfTarball(tarball))).toEqual({
      "package.json": '{"name":"zoo-sdk","version":"1.0.0"}',
      "README.md": "Zoo",
      "lib/index.d.mts": "export {};",
      [deep]: "export type Deep = 1;",
      [`${"a/".repeat(60)}index.d.ts`]: "export type A = 1;",
    });
  });
});
