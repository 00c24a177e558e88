/**
 * Compiles `src/` twice with TypeScript alone: as ES modules into `dist/esm` and as CommonJS into
 * `dist/cjs`. Which of the two TypeScript writes depends on the `type` of the nearest package.json,
 * so the second run has one beside the sources. The version of package.json becomes `VERSION`.
 */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const root = import.meta.dirname;
const require = createRequire(import.meta.url);
const tsc = join(
  dirname(require.resolve("typescript/package.json")),
  ...["bin", "tsc"],
);
const compile = (...options) =>
  execFileSync(process.execPath, [tsc, "-p", root, ...options], {
    stdio: "inherit",
  });
const commonjs = JSON.stringify({ type: "commonjs" }) + "\n";
const marker = join(root, "src", "package.json");

rmSync(join(root, "dist"), { recursive: true, force: true });
compile();
writeFileSync(marker, commonjs);
try {
  compile("--outDir", join("dist", "cjs"), "--verbatimModuleSyntax", "false");
} finally {
  rmSync(marker);
}
mkdirSync(join(root, "dist", "cjs"), { recursive: true });
writeFileSync(join(root, "dist", "cjs", "package.json"), commonjs);

// Which reads over a byte order mark.
const { exports, version } = require("./package.json");
for (const kind of ["esm", "cjs"]) {
  const file = join(root, "dist", kind, "core", "brand.js");
  const text = readFileSync(file, "utf8");
  const initial = 'VERSION = "0.0.0"';
  if (!text.includes(initial)) throw new Error(`${file} has no ${initial}`);
  const current = `VERSION = ${JSON.stringify(version)}`;
  writeFileSync(
    file,
    text.replace(initial, () => current),
  );
}
for (const path of JSON.stringify(exports).match(/\.\/dist\/[^"]+/g) ?? [])
  if (!existsSync(join(root, path)))
    throw new Error(`package.json exports ${path}, which src/ does not give`);
if (version === "0.0.0")
  console.warn(
    "version 0.0.0: names may still change; from the first version above it they stay",
  );
