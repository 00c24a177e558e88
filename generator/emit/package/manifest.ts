/**
 * `package.json`: built as data. What the owner changes in it stays; `write` merges key by key.
 */
import type { JsonValue, ManifestFile } from "../../sdk/output.js";
import type { Sdk } from "../../sdk/sdk.js";
import { earlierModulesOf } from "../source/earlier-modules.js";
import type { Contributions } from "../contributions.js";

/** The manifest: exactly these keys, whatever the document holds. */
export const manifest = (
  sdk: Sdk,
  { exports, keywords, packageFiles, peers, buildDependencies }: Contributions,
): ManifestFile["fields"] => {
  const { package: info, client } = sdk;
  return {
    name: info.name,
    version: info.version,
    description: info.description,
    keywords: [
      ...info.keywords,
      ...keywords.filter((word) => !info.keywords.some((one) => one === word)),
    ],
    ...(info.homepage !== undefined && { homepage: info.homepage }),
    ...(info.bugs && { bugs: { ...info.bugs } }),
    license: info.license,
    ...(info.author !== undefined && { author: info.author }),
    ...(info.funding.length > 0 && {
      funding: info.funding,
    }),
    ...(info.repository && {
      repository: {
        type: "git",
        ...info.repository,
        url: gitURL(info.repository.url),
      },
    }),
    type: "module",
    sideEffects: info.sideEffects,
    main: "./dist/cjs/index.js",
    types: "./dist/cjs/index.d.ts",
    exports: {
      ".": compiled("index"),
      ...(client.compatibility !== undefined && earlierPaths),
      ...Object.fromEntries(
        earlierModulesOf(sdk).flatMap(({ name, exports: paths }) =>
          paths.map((path) => [path, compiled(name)]),
        ),
      ),
      ...Object.fromEntries(
        [...info.exports, ...exports].map(([path, module]) => [
          path,
          compiled(module),
        ]),
      ),
      "./package.json": "./package.json",
    },
    files: [
      "dist",
      "src",
      "docs",
      "CHANGELOG.md",
      "api.md",
      "api",
      "sdkwright.surface.json",
      ...packageFiles,
    ],
    scripts: {
      build: "node build.mjs",
      test: "npm run build && node test/run-tests.mjs",
      prepack: "npm run build",
    },
    engines: Object.fromEntries(info.engines),
    ...(info.publishConfig.size > 0 && {
      publishConfig: Object.fromEntries(info.publishConfig),
    }),
    ...(peers.size > 0 && {
      peerDependencies: Object.fromEntries(peers),
      peerDependenciesMeta: Object.fromEntries(
        [...peers.keys()].map((name) => [name, { optional: true }]),
      ),
    }),
    devDependencies: {
      ...Object.fromEntries(buildDependencies),
      typescript: "^5.9.0",
    },
  };
};

/** @param module below `src/`, without its extension */
const compiled = (module: string): JsonValue => {
  const half = (kind: string) => ({
    types: `./dist/${kind}/${module}.d.ts`,
    default: `./dist/${kind}/${module}.js`,
  });
  return { import: half("esm"), require: half("cjs") };
};

/**
 * The paths below an earlier SDK that its callers import from: whatever they name there, the package
 * itself exports. Those of the owner come first.
 */
const earlierPaths = Object.fromEntries(
  [
    "client",
    "error",
    "pagination",
    "streaming",
    "uploads",
    "api-promise",
    "core",
    "core/*",
    "resources",
    "resources/*",
  ].map((path) => [`./${path}`, compiled("index")]),
);

/** npm's own form, so that publishing does not have to correct it. */
const gitURL = (url: string): string =>
  /^https:\/\/(?:github\.com|gitlab\.com(?:\/[^/]+)*)\/[^/]+\/[^/]+?(\.git)?\/?$/.test(
    url,
  )
    ? `git+${url.replace(/(\.git)?\/?$/, ".git")}`
    : url;
