/** Fetches the frameworks from npm when they are first needed, and keeps them in a folder that git ignores. */
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { root } from "../../packages/support/apis.js";
import { run, succeed } from "../../packages/support/run.js";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));

/** What is fetched, and the servers beside it, where they find it. */
const cache = join(root, ".runtimes", "frameworks");

/** Why a server cannot be had here: a line for who runs the tests. */
export interface Missing {
  readonly why: string;
}

/** The packages of the manifest, or why npm has them not. No install script runs. */
export const fromNpm = async (): Promise<Missing | undefined> => {
  const manifest = readFileSync(join(fixtures, "package.json"), "utf8");
  const digest = createHash("sha256").update(manifest).digest("hex");
  const done = join(cache, "installed");
  if (existsSync(done) && readFileSync(done, "utf8") === digest)
    return undefined;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, "package.json"), manifest);
  const options = ["--ignore-scripts", "--no-audit", "--no-fund"];
  const { code, err } = await run("npm", ["install", ...options], cache);
  if (code !== 0)
    return { why: `npm cannot install the frameworks: ${firstLine(err)}` };
  writeFileSync(done, digest);
  return undefined;
};

const firstLine = (text: string): string => text.trim().split("\n")[0] ?? "";

/**
 * A Python that has the modules, as a system's packages bring them: nothing is installed here.
 *
 * @returns its command, or why there is none
 */
export const pythonWith = async (
  modules: readonly string[],
): Promise<string | Missing> => {
  const code = `import ${modules.join(", ")}`;
  for (const python of ["python3", "/usr/bin/python3"]) {
    const found = await run(python, ["-c", code], root).catch(() => undefined);
    if (found?.code === 0) return python;
  }
  return { why: `no python3 here has ${modules.join(" and ")}` };
};

/** Copies the servers to where their packages are, as JavaScript. @returns their folder */
export const placeServers = async (): Promise<string> => {
  const folder = join(cache, "servers");
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(fixtures, "servers"), folder, { recursive: true });
  const tsoa = join(cache, "node_modules", ".bin", "tsoa");
  if (existsSync(tsoa))
    await succeed(tsoa, ["spec-and-routes"], join(folder, "tsoa"));
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const path of all) if (path.endsWith(".ts")) compile(join(folder, path));
  return folder;
};

/** With the types of decorated parameters, which frameworks read while they run. */
const compile = (file: string): void => {
  const { outputText } = ts.transpileModule(readFileSync(file, "utf8"), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
      useDefineForClassFields: false,
    },
  });
  writeFileSync(file.replace(/\.ts$/, ".js"), outputText);
};
