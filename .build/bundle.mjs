/**
 * Makes `dist/` of `.compiled/`: the program and the library as few files, since Node takes longer to
 * find and load some hundred small modules than to generate a small package, and the declarations that
 * the library's types reach. Dependencies stay imports.
 *
 * Chunks lie one directory deep, as the modules of `generator/` do that name files by
 * `import.meta.url`, so that `../../templates` is the same place from both.
 */
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
} from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const compiled = join(root, ".compiled");
const dist = join(root, "dist");

/** What is imported from outside, in the order of `exports` in package.json. */
const library = ["index", "plugin/index"];
/** What is started: the program, and its threads. */
const programs = ["cli/main", "write/format-worker", "parallel/target-worker"];

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [...library, ...programs].map((name) =>
    join(compiled, `${name}.js`),
  ),
  outbase: compiled,
  outdir: dist,
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  packages: "external",
  format: "esm",
  platform: "node",
  target: "node20.19",
  logLevel: "warning",
  metafile: true,
});
const written = new Set(
  Object.keys(metafile.outputs).map((file) => join(root, file)),
);

const declarations = new Set(
  library.map((name) => join(compiled, `${name}.d.ts`)),
);
// The loop also visits the files that it adds.
for (const file of declarations) {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"));
  for (const { fileName } of importedFiles)
    if (fileName.startsWith("."))
      declarations.add(
        resolve(dirname(file), fileName.replace(/\.js$/, ".d.ts")),
      );
  const target = join(dist, relative(compiled, file));
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(file, target);
  written.add(target);
}

// What an older build left goes last: a program that runs meanwhile finds its files as long as it can.
for (const entry of readdirSync(dist, {
  recursive: true,
  withFileTypes: true,
})) {
  const file = join(entry.parentPath, entry.name);
  if (/\.(?:js|d\.ts)$/.test(file) && entry.isFile() && !written.has(file))
    rmSync(file);
}
