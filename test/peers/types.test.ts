/**
 * The outputs beside the SDK, and programs that use them with the libraries that they are for, compile as
 * strictly as there are flags, with every TypeScript that packages are for.
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";
import { root } from "../packages/support/apis.js";
import { run } from "../packages/support/run.js";
import { folderOf, isInstalled } from "./support/install-set.js";
import { programsOf } from "./support/project.js";
import { newest, oldest, typescript56, type PeerSet } from "./support/sets.js";

const versions = {
  "5.2": join(root, "node_modules/typescript-5.2"),
  "5.4": join(root, "node_modules/typescript-5.4"),
  "5.6": join(folderOf(typescript56), "node_modules/typescript"),
  "5.9": join(root, "node_modules/typescript"),
  "6": join(root, "node_modules/typescript-6"),
  "7": join(root, "node_modules/typescript-7"),
};

type Version = keyof typeof versions;

const compilerOptions = {
  ...{ strict: true, exactOptionalPropertyTypes: true },
  ...{ noUncheckedIndexedAccess: true, noImplicitOverride: true },
  noPropertyAccessFromIndexSignature: true,
  ...{ verbatimModuleSyntax: true, isolatedModules: true },
  ...{ target: "ES2022", module: "ESNext", moduleResolution: "Bundler" },
  lib: ["ES2022", "ESNext.Disposable", "DOM", "DOM.Iterable"],
  ...{ types: ["node"], noEmit: true },
  // Declarations of ours are checked; what is wrong in those of libraries is not looked at.
  skipLibCheck: false,
};

/**
 * Owners build the sources with the TypeScript that packages pin; 5.2 is for those who use packages. It does
 * not narrow within functions what was assigned before them, as two files of every package have it.
 */
const isOfNewer = (line: string, version: Version): boolean =>
  version === "5.2" && /^src\/core\/(?:run|body)\.ts\(/.test(line);

/** @returns what TypeScript says of programs, and of the package */
const errorsOf = async (
  set: PeerSet,
  version: Version,
): Promise<readonly string[]> => {
  const folder = programsOf(set);
  const project = `tsconfig.${version}.json`;
  writeFileSync(
    join(folder, project),
    JSON.stringify({ compilerOptions, include: ["*.ts", "src"] }),
  );
  const compiler = join(versions[version], "bin", "tsc");
  const { out, err } = await run(
    process.execPath,
    [compiler, "--pretty", "false", "-p", project],
    folder,
  );
  const lines = (out + err).split("\n").filter((line) => /^\S/.test(line));
  return lines.filter(
    (line) =>
      !isOfNewer(line, version) &&
      (!/^[^(]*node_modules\//.test(line) ||
        line.includes("node_modules/@acme/")),
  );
};

describe.concurrent.each([
  { set: newest, compilers: Object.keys(versions) as Version[] },
  { set: oldest, compilers: ["5.2", "7"] as const },
])("with the $set.name libraries", ({ set, compilers }) => {
  it.for(compilers)("TypeScript %s", async (version, { expect, skip }) => {
    skip(!isInstalled(set) || !existsSync(versions[version]));
    expect(await errorsOf(set, version)).toEqual([]);
  });
});
