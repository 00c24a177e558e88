/**
 * `npm run test:unit`: the tests for work on the generator and the runtime. Left out is what builds
 * packages, starts other programs or type-checks whole packages; `npm test` runs everything.
 *
 * The tests of the generator share its modules, which take longer to load than to test, and so must
 * leave no trace in them; the tests of the runtime replace what is global.
 */
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, mergeConfig } from "vitest/config";
import all from "./vitest.config.js";

/** What builds packages, runs them, or asks an editor about them; what starts programs. */
const imported = /support\/(?:built|hovers|ran)\.js"|"node:child_process"/;

const builders = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts"))
  .map((path) => `test/${path.replaceAll("\\", "/")}`)
  .filter((path) => imported.test(readFileSync(path, "utf8")));

const exclude = [
  ...builders,
  // Whole runs, most of them in a child process.
  "test/cli/{annotations,api,bound-names,built,compare,edits}.test.ts",
  "test/cli/{by-generator,diff,diff-prove,messages,old-names}.test.ts",
  "test/cli/{generate,generated,import,init,inputs,names}.test.ts",
  "test/cli/{owned,parallel,release}.test.ts",
  "test/cli/{readme,tarball,usage}.test.ts",
  "test/cli/watch",
  "test/diff/declarations/{corpus,pairs,side}.test.ts",
  "test/faults",
  "test/hostile/{conditions,documents,surroundings}.test.ts",
  "test/import/corpus.test.ts",
  "test/init/{init,shell}.test.ts",
  "test/libraries",
  "test/outputs/queries/{run,types}.test.ts",
  "test/plugin/run.test.ts",
  "test/write/{format,formatter}.test.ts",
  "test/growth/growth.test.ts",
  "test/outputs/{agents,mocks,off}.test.ts",
  // Small packages, type-checked; samples, run in every language; the guards' list.
  "test/change/callers.test.ts",
  "test/emit/features.test.ts",
  "test/emit/source/aliases.test.ts",
  "test/import/arguments.test.ts",
  "test/model/names/type-stems.test.ts",
  "test/outputs/queries/renamed.test.ts",
  "test/outputs/schema-twins.test.ts",
  "test/prove",
  "test/emit/samples/snippets.test.ts",
  "test/runtime/libraries.test.ts",
  "test/sabotage",
  // Whole packages: built, packed, installed, called, type-checked.
  "test/{frameworks,packages,prism,wire,wire-corpus}",
  // Large documents of others, and their SDKs from npm.
  "test/compare/published.test.ts",
  "test/emit/structures-share.test.ts",
  "test/model/operations/paging-specs.test.ts",
  // Thousands of generated documents, megabytes of a stream, and prettier at every width.
  "test/emit/layout.test.ts",
  "test/load/typed-document.test.ts",
  "test/model/names/name-properties.test.ts",
  "test/property/{documents,long,mutations,payloads}.test.ts",
  "test/runtime/stream-cost.test.ts",
  "test/write/layout",
];

export default mergeConfig(
  all,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: "generator",
            exclude: [...exclude, "test/runtime"],
            isolate: false,
          },
        },
        {
          extends: true,
          test: {
            name: "runtime",
            exclude: [...exclude, "test/!(runtime)/**", "test/*.test.ts"],
          },
        },
      ],
    },
  }),
);
