/**
 * What users of the output pay: the time to type-check it, and the size of a bundle with one call.
 */
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { measure, medianOf } from "./measure.mjs";
import { cache } from "./tools.mjs";

const app = "bench-app.ts";

/** A file that imports the output as its users do, and makes one call. */
function writeApp(name, output, { path, method }) {
  const code = appOf(name, output, path, method);
  if (code === undefined) return false;
  writeFileSync(join(output, app), code);
  return true;
}

function appOf(name, output, path, method) {
  const first = (file, pattern) =>
    pattern.exec(readFileSync(join(output, file), "utf8"))?.[1];
  if (name.startsWith("sdkwright")) {
    const [resource] = readdirSync(join(output, "src/resources")).sort();
    const call = first(
      `src/resources/${resource}`,
      /^export (?:function|const) (\w+)\b/m,
    );
    return `import { createClient, ${call} } from "./src/index.js";\nconsole.log(createClient, ${call});\n`;
  }
  switch (name) {
    case "hey-api": {
      const call = first("sdk.gen.ts", /^export const (\w+) = </m);
      return `import { ${call} } from "./sdk.gen.js";\nconsole.log(${call});\n`;
    }
    case "orval": {
      const folder = readdirSync(output, { withFileTypes: true }).find(
        (entry) =>
          entry.isDirectory() &&
          existsSync(join(output, entry.name, `${entry.name}.ts`)),
      )?.name;
      if (folder === undefined) return undefined;
      const file = `${folder}/${folder}`;
      const call = first(`${file}.ts`, /^export const (\w+) = async/m);
      return `import { ${call} } from "./${file}.js";\nconsole.log(${call});\n`;
    }
    default:
      return `import createClient from "openapi-fetch";\nimport type { paths } from "./schema.js";\nconst client = createClient<paths>({ baseUrl: "https://api.example.com" });\nconsole.log(await client.${method.toUpperCase()}(${JSON.stringify(path)}, {} as never));\n`;
  }
}

/** Strict, with the file of one call among the others. */
export function typeCheck(tool, output, operation, runs) {
  return writeApp(tool.name, output, operation)
    ? timeCompiler(tool, output, runs)
    : { failed: "no call" };
}

/**
 * The same for a project that has the package built and installed, which is what its users check
 * every day. Only sdkwright makes packages.
 */
export function typeCheckInstalled(tool, output, runs) {
  const modules = join(output, "node_modules");
  mkdirSync(modules, { recursive: true });
  symlinkSync(
    join(cache, "node_modules/typescript"),
    join(modules, "typescript"),
  );
  execFileSync(tool.node, ["build.mjs"], { cwd: output });
  const { name } = JSON.parse(
    readFileSync(join(output, "package.json"), "utf8"),
  );
  const project = `${output}-project`;
  const installed = join(project, "node_modules", name);
  mkdirSync(installed, { recursive: true });
  for (const part of ["package.json", "dist"])
    cpSync(join(output, part), join(installed, part), { recursive: true });
  const code = appOf(tool.name, output);
  writeFileSync(join(project, app), code.replace("./src/index.js", name));
  return timeCompiler(tool, project, runs);
}

function timeCompiler(tool, folder, runs) {
  writeFileSync(
    join(folder, "bench-tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        target: "es2022",
        lib: ["es2022", "dom", "dom.iterable", "dom.asynciterable"],
        module: "esnext",
        moduleResolution: "bundler",
        types: [],
        paths: { "openapi-fetch": [join(cache, "node_modules/openapi-fetch")] },
      },
      include: ["**/*.ts"],
      exclude: ["test", "node_modules"],
    }),
  );
  const compiler = join(cache, "node_modules/typescript/bin/tsc");
  const checks = Array.from({ length: runs }, () =>
    measure(tool.node, [compiler, "-p", "bench-tsconfig.json"], folder),
  );
  const errors = checks.some(({ ok }) => !ok);
  return {
    ...medianOf(checks.map((check) => ({ ...check, ok: true }))),
    ...(errors && { errors: true }),
  };
}

/** Bytes of the call with all that it needs, minified. */
export async function bundle(output) {
  try {
    const { outputFiles } = await build({
      entryPoints: [join(output, app)],
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      nodePaths: [join(cache, "node_modules")],
      logLevel: "silent",
    });
    const [{ contents }] = outputFiles;
    return { bytes: contents.length, gzip: gzipSync(contents).length };
  } catch (error) {
    return { failed: String(error).split("\n")[0] };
  }
}
