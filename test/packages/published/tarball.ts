/** What is in the tarballs, and what the judges of packages say about them. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { apis, root } from "../support/apis.js";
import { attwAnalysis, publintMessages } from "../support/judges.js";
import { built, installed, readInstalled, readManifest } from "./setup.js";

describe.each(apis)("the tarball of $packageName", (api) => {
  it("has what is meant to be published and nothing else", () => {
    const { files, size } = built(api);
    const others = files.filter((path) => !path.startsWith("dist/"));
    const below = (part: string) =>
      readdirSync(join(api.generated, part), {
        recursive: true,
        withFileTypes: true,
      })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) =>
          relative(api.generated, join(parentPath, name)),
        );
    expect(others.sort()).toEqual(
      [
        ...["CHANGELOG.md", "LICENSE", "README.md", "api.md", "package.json"],
        "sdkwright.surface.json",
        ...below("docs"),
        ...below("src"),
      ].sort(),
    );
    const compiled = files.filter((path) => path.startsWith("dist/"));
    expect(compiled).toContain("dist/cjs/package.json");
    for (const path of compiled)
      expect(path).toMatch(
        /^dist\/((esm|cjs)\/[\w/-]+(\.d\.ts|\.js)(\.map)?|cjs\/package\.json)$/,
      );
    const half = (kind: string) =>
      compiled
        .filter((path) => path.startsWith(`dist/${kind}/`))
        .map((path) => path.slice(9))
        .filter((path) => path !== "package.json");
    expect(half("cjs")).toEqual(half("esm"));
    expect(size).toBeLessThan(1_000_000);
  });

  it("runs nothing when it is installed and depends on nothing", () => {
    const manifest = readManifest(api);
    expect(manifest).toMatchObject({ name: api.packageName });
    expect(manifest).not.toHaveProperty("dependencies");
    expect(manifest).not.toHaveProperty("peerDependencies");
    for (const script of ["preinstall", "install", "postinstall", "prepare"])
      expect(manifest["scripts"]).not.toHaveProperty(script);
  });

  it("tells nothing about the machine it was built on", () => {
    const { files, tarball } = built(api);
    // A document may happen to name the day, or what this machine is called.
    const document = readFileSync(api.document, "utf8");
    const today = new Date().toISOString().slice(0, 10);
    const telling = [dirname(tarball), root, tmpdir(), hostname(), today];
    const traces = telling.filter((trace) => !document.includes(trace));
    for (const path of files) {
      const text = readInstalled(api, path);
      const found = traces.filter((trace) => text.includes(trace));
      expect([path, ...found]).toEqual([path]);
    }
  });

  it("leads from what is compiled to the sources beside it", () => {
    const { files } = built(api);
    const compiled = files.filter((path) => /^dist\/.*\.(?:js|ts)$/.test(path));
    const led = compiled.map((path) => {
      const text = readInstalled(api, path);
      const map = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(text)?.[1] ?? "";
      expect([path, map]).toEqual([path, `${basename(path)}.map`]);
      const { sources, sourceRoot, sourcesContent } = JSON.parse(
        readInstalled(api, `${path}.map`),
      ) as Record<string, unknown>;
      expect([sourceRoot ?? "", sourcesContent]).toEqual(["", undefined]);
      return join(dirname(path), String(sources));
    });
    expect([...new Set(led)].sort()).toEqual(
      files.filter((path) => path.startsWith("src/")).sort(),
    );
  });

  it("is the same every time, wherever it is built", () => {
    const [first, second] = built(api).hashes;
    expect(second).toBe(first);
  });

  it("publint has nothing to say about", async () => {
    expect(await publintMessages(built(api).tarball)).toEqual([]);
  });

  it("attw finds no problem in", async () => {
    const found = await attwAnalysis(built(api).tarball);
    expect(found).toMatchObject({ code: 0, problems: [] });
    expect(Object.keys(found.entrypoints)).toContain(".");
  });

  it("names no file that it does not have", () => {
    const { exports, main, types } = readManifest(api);
    const targets = JSON.stringify([exports, main, types]).match(/\.\/[^"]+/g);
    for (const path of targets ?? [])
      expect(statSync(join(installed(api), path)).isFile()).toBe(true);
    expect(targets?.length).toBeGreaterThan(5);
  });
});
