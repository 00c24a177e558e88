/** What `npm publish` would send, asked of npm itself, against a registry that has nothing. */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { apis } from "../support/apis.js";
import { answer, serve } from "../support/loopback.js";
import { run, succeed } from "../support/run.js";
import { built } from "./setup.js";

interface Published {
  readonly name: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

describe.each(apis)("publishing $packageName", (api) => {
  it("sends what was packed", async () => {
    const { url } = await serve((_, response) => answer(response, 404, {}));
    const { tarball, files, size } = built(api);
    const out = await succeed(
      "npm",
      [
        ...["publish", "--dry-run", "--ignore-scripts", "--json"],
        ...["--registry", url],
      ],
      dirname(tarball),
    );
    // Newer versions of npm tell it of each package under its name.
    const told = JSON.parse(out) as Published & Record<string, Published>;
    const published = told[api.packageName] ?? told;
    expect(published).toMatchObject({ name: api.packageName, size });
    expect(published.files.map(({ path }) => path)).toEqual(files);
  });
});

describe("the build", () => {
  it("warns before anything is published as 0.0.0", async () => {
    const [api] = apis;
    if (!api) throw new Error("there is no package");
    const folder = dirname(built(api).tarball);
    const file = join(folder, "package.json");
    const manifest = readFileSync(file, "utf8");
    const build = () => run(process.execPath, ["build.mjs"], folder);
    const warning =
      "version 0.0.0: names may still change; from the first version above it they stay\n";
    expect(await build()).toMatchObject({ code: 0, err: warning });
    writeFileSync(file, manifest.replace('"0.0.0"', '"0.1.0"'));
    expect(await build()).toMatchObject({ code: 0, err: "" });
    writeFileSync(file, manifest);
  });
});

describe("all three", () => {
  it("are under a megabyte", () => {
    const sizes = apis.map((api) => built(api).size);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_000_000);
  });
});
