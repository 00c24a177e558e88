/** Runs programs of users in the folder of a set of libraries. */
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import {
  run,
  type Environment,
  type Outcome,
} from "../../packages/support/run.js";
import { folderOf } from "./install-set.js";
import { programsOf } from "./project.js";
import type { PeerSet } from "./sets.js";

export interface ProgramRun {
  readonly set: PeerSet;
  /** Of the file, as `node:test` runs it. */
  readonly program: string;
  /** True for libraries whose reactivity is for browsers: a bundler chooses and compiles their code. */
  readonly isForBrowsers?: boolean;
  readonly conditions?: readonly string[];
  readonly env: Environment;
}

const nodeOf = (set: PeerSet): string =>
  set.node === undefined
    ? process.execPath
    : join(folderOf(set), "node_modules", set.node, "bin", "node");

export const runProgram = async ({
  set,
  program,
  isForBrowsers = false,
  conditions = [],
  env,
}: ProgramRun): Promise<Outcome> => {
  const folder = programsOf(set);
  const outfile = join(folder, `${program}.bundle.mjs`);
  await build({
    entryPoints: [join(folder, program)],
    ...{ outfile, bundle: true, format: "esm", target: "node20" },
    ...(isForBrowsers
      ? {
          platform: "neutral",
          mainFields: ["svelte", "module", "main"],
          conditions: ["browser", "svelte", "import"],
          external: ["node:*"],
          plugins: [runes(folder)],
        }
      : { platform: "node", packages: "external" }),
    logLevel: "silent",
  });
  return run(
    nodeOf(set),
    [
      ...conditions.flatMap((condition) => ["--conditions", condition]),
      ...["--test-reporter=tap", outfile],
    ],
    folder,
    env,
  );
};

interface SvelteCompiler {
  readonly compileModule: (
    source: string,
    options: { readonly filename: string; readonly generate: "client" },
  ) => { readonly js: { readonly code: string } };
  readonly compile: SvelteCompiler["compileModule"];
}

/** Compiles modules of Svelte with the compiler of the set, as its plugins for bundlers do. */
const runes = (folder: string): Plugin => ({
  name: "runes",
  setup(bundler) {
    bundler.onLoad({ filter: /\.svelte(?:\.[jt]s)?$/ }, async ({ path }) => {
      const require = createRequire(join(folder, "index.js"));
      const compiler = require("svelte/compiler") as SvelteCompiler;
      const text = readFileSync(path, "utf8");
      const options = { filename: path, generate: "client" } as const;
      if (path.endsWith(".svelte"))
        return { contents: compiler.compile(text, options).js.code };
      const { code } = path.endsWith(".ts")
        ? await bundler.esbuild.transform(text, {
            loader: "ts",
            target: "es2022",
          })
        : { code: text };
      return { contents: compiler.compileModule(code, options).js.code };
    });
  },
});
