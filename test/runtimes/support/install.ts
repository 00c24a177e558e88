/** Fetches runtimes from npm when they are first needed, and keeps them in a folder that git ignores. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { root } from "../../packages/support/apis.js";
import { run, succeed } from "../../packages/support/run.js";

const cache = join(root, ".runtimes");

/**
 * The path of a program that a package, or one that it brings for this platform, ships. No install
 * script runs.
 *
 * @param spec what to install
 * @param within where it then is below `node_modules`
 * @param program its path in there
 */
export const installed = async (
  spec: string,
  within: readonly string[],
  program: RegExp,
): Promise<string> => {
  const folder = join(cache, spec.replace(/^@/, "").replace(/\W+/g, "-"));
  const find = (): string | undefined => {
    const place = join(folder, "node_modules", ...within);
    const path = existsSync(place)
      ? readdirSync(place, { recursive: true, encoding: "utf8" }).find((path) =>
          program.test(path),
        )
      : undefined;
    return path === undefined ? undefined : join(place, path);
  };
  const known = find();
  if (known !== undefined) return known;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const { code, err } = await run(
    "npm",
    ["install", "--ignore-scripts", "--no-audit", "--no-fund", spec],
    folder,
  );
  const found = find();
  if (found === undefined)
    throw new Error(
      `npm has no ${spec} for ${process.platform} on ${process.arch}` +
        (code === 0 ? "" : `:\n${err}`),
    );
  return found;
};

/**
 * The program of a Chromium that is shipped in compressed parts: itself, the libraries it needs, and
 * what draws without a graphics card.
 */
export const unpackChromium = async (compressed: string): Promise<string> => {
  const folder = join(cache, "chromium");
  const program = join(folder, "chromium");
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const unpack = (name: string, to: string): void =>
    writeFileSync(
      to,
      brotliDecompressSync(readFileSync(join(dirname(compressed), name))),
    );
  for (const name of ["al2023.tar", "swiftshader.tar"]) {
    unpack(`${name}.br`, join(folder, name));
    await succeed("tar", ["-xf", name], folder);
  }
  unpack("chromium.br", `${program}.part`);
  chmodSync(`${program}.part`, 0o755);
  renameSync(`${program}.part`, program);
  return program;
};
