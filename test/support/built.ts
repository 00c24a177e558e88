/** A small document as a package that is type-checked, bundled and imported. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Options, Source } from "./pipeline.js";
import { sourcesOf } from "./sources.js";
import { typeErrors } from "./type-errors.js";

interface Built {
  /** What the code exports. */
  readonly exports: unknown;
  /** What the compiler says of it and of the package. */
  readonly errors: readonly string[];
}

/**
 * @param code TypeScript beside `src/`, as a user of the package would write it
 */
export const built = async (
  source: Source,
  code: string,
  options: Options = {},
): Promise<Built> => builtFrom(await sourcesOf(source, options), code);

/** @param sources of a package, by path: `src/index.ts` */
export async function builtFrom(
  sources: Readonly<Record<string, string>>,
  code: string,
): Promise<Built> {
  const files = { "use.ts": code, ...sources };
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-built-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const outfile = join(folder, "use.mjs");
    await build({
      entryPoints: [join(folder, "use.ts")],
      outfile,
      bundle: true,
      format: "esm",
      target: "node20",
      logLevel: "error",
    });
    return {
      exports: await import(pathToFileURL(outfile).href),
      errors: typeErrors(files),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
