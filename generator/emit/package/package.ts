/**
 * Everything beside `src/` that makes the folder a package: built as data or copied from
 * `templates/package/`, never put together from text.
 */
import { readFileSync } from "node:fs";
import type { JsonValue, ManifestFile, TextFile } from "../../sdk/output.js";
import type { PackageInfo, Sdk } from "../../sdk/sdk.js";

const folder = new URL("../../../templates/package/", import.meta.url);

const template = (name: string): string =>
  readFileSync(new URL(name, folder), "utf8");

/** Templates are kept in prettier's form, as all of this project is. */
const templateFile = (name: string, path = name): TextFile => ({
  path,
  text: template(name),
  kind: "verbatim",
});

export function packageFiles(sdk: Sdk): readonly (TextFile | ManifestFile)[] {
  return [
    { path: "package.json", kind: "manifest", fields: manifest(sdk.package) },
    templateFile("tsconfig.json"),
    templateFile("build.mjs"),
    templateFile("gitignore", ".gitignore"),
    ...licenseFile(sdk.package),
    changelogFile(sdk.package),
  ];
}

/** The manifest: exactly these keys, whatever the document holds. */
const manifest = (info: PackageInfo): ManifestFile["fields"] => ({
  name: info.name,
  version: info.version,
  description: info.description,
  keywords: info.keywords,
  ...(info.homepage !== undefined && { homepage: info.homepage }),
  license: info.license,
  ...(info.author !== undefined && { author: info.author }),
  ...(info.repository !== undefined && {
    repository: { type: "git", url: gitURL(info.repository) },
  }),
  type: "module",
  sideEffects: info.sideEffects,
  main: "./dist/cjs/index.js",
  types: "./dist/cjs/index.d.ts",
  exports: {
    ".": compiled("index"),
    ...Object.fromEntries(
      [...info.exports].map(([path, module]) => [path, compiled(module)]),
    ),
    "./package.json": "./package.json",
  },
  files: ["dist", "docs", "CHANGELOG.md"],
  scripts: {
    build: "node build.mjs",
    test: "npm run build && node --test test/contract.test.mjs",
    prepack: "npm run build",
  },
  engines: Object.fromEntries(info.engines),
  ...(info.publishConfig.size > 0 && {
    publishConfig: Object.fromEntries(info.publishConfig),
  }),
  devDependencies: { typescript: "^5.9.0" },
});

/** @param module below `src/`, without its extension */
const compiled = (module: string): JsonValue => {
  const half = (kind: string) => ({
    types: `./dist/${kind}/${module}.d.ts`,
    default: `./dist/${kind}/${module}.js`,
  });
  return { import: half("esm"), require: half("cjs") };
};

/** npm's own form, so that publishing does not have to correct it. */
const gitURL = (url: string): string =>
  /^https:\/\/(github|gitlab)\.com\/[^/]+\/[^/]+?(\.git)?\/?$/.test(url)
    ? `git+${url.replace(/(\.git)?\/?$/, ".git")}`
    : url;

/** The text of a licence is a legal matter: written for the one we know, else left to the owner. */
function licenseFile(info: PackageInfo): TextFile[] {
  if (info.license !== "MIT") return [];
  const holder = plainLine(info.author ?? `${info.title} SDK contributors`);
  const text = template("LICENSE.txt").replace("{{holder}}", () => holder);
  return [{ path: "LICENSE", text, kind: "verbatim" }];
}

/** A beginning, in the form that release-please and changesets go on with; the rest is written by people. */
const changelogFile = ({ version }: PackageInfo): TextFile => ({
  path: "CHANGELOG.md",
  text: `# Changelog\n\n## ${version}\n\n- First version.\n`,
  kind: "scaffold",
});

const plainLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
