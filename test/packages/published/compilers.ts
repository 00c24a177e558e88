/** The declarations under every TypeScript that is supported, from the oldest to the native one. */
import { copyFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { apis, root } from "../support/apis.js";
import { run } from "../support/run.js";
import { fixture, projects } from "./setup.js";

/** `typescript` itself is the subject of the other tests of types. */
const versions = ["5.2", "5.4", "6", "7"];
const folder = dirname(projects.module);

/** The bare names: `node_modules/.bin/tsc` is whichever of them was installed last. */
const compile = (version: string, project: string) =>
  run(
    process.execPath,
    [
      join(root, "node_modules", `typescript-${version}`, "bin", "tsc"),
      ...["--pretty", "false", "-p", project],
    ],
    folder,
  );

const right = { code: 0, out: "", err: "" };

describe.each(versions)("under TypeScript %s", (version) => {
  it.each([
    ["node16", "node16"],
    ["nodenext", "nodenext"],
    ["bundler", "esnext"],
  ])("the declarations compile with %s", async (moduleResolution, module) => {
    // One of each kind of project; the package is found below each.
    const files = Object.values(projects).map((project) =>
      join(project, "compilers.ts"),
    );
    for (const file of files) copyFileSync(fixture("consumer.ts"), file);
    const config = join(folder, `tsconfig.${version}.${moduleResolution}.json`);
    const compilerOptions = {
      ...{ module, moduleResolution, target: "es2022" },
      ...{ strict: true, exactOptionalPropertyTypes: true },
      ...{ skipLibCheck: false, types: [], noEmit: true },
    };
    writeFileSync(config, JSON.stringify({ compilerOptions, files }));
    expect(await compile(version, config)).toEqual(right);
  });
});

describe.each(["6", "7"])(
  "with TypeScript %s as its owner has it",
  (version) => {
    it.each(apis)("$packageName compiles", async ({ generated }) => {
      const config = join(folder, "tsconfig.owner.json");
      writeFileSync(
        config,
        JSON.stringify({
          extends: join(generated, "tsconfig.json"),
          compilerOptions: { noEmit: true, rootDir: join(generated, "src") },
          include: [join(generated, "src")],
        }),
      );
      expect(await compile(version, config)).toEqual(right);
    });
  },
);
