/**
 * What of an SDK ends up in an application: bundled and minified by esbuild, and compressed. And what
 * is written for GitHub's document, which owners commit and review.
 * Prints the figures; fails above the marks.
 *
 * npm run bench:size
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { build } from "esbuild";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { generate } from "../../dist/index.js";
import { callOf, documents, makePackage, plain } from "./packages.mjs";

/** One operation that reads, with all that it needs: retries, timeouts, errors, and credentials. */
const marksOfOne = { GitHub: 4075, OpenRouter: 4400 };
/** A further operation, minified: in all, and without the texts that are the document's own. */
const markOfMore = 160;
const markOfOurs = 80;

/** All that is written for GitHub, without the cache, which Git ignores: 60 % of 20.49 MB. */
const markOfWritten = 12_294_000;

let failed = false;
for (const document of documents) {
  const { folder, sdk, operations } = await makePackage(document);
  const { schemes } = sdk.client;
  const credentials = schemes.map(({ option }) => `${option}: "x"`).join(", ");
  console.log(
    `${document.name}: ${operations.length} operations, ${schemes.length} security schemes`,
  );

  /** An application that calls these operations. */
  const bundle = async (called) => {
    const names = called.map(({ functionName }) => functionName);
    const { outputFiles } = await build({
      stdin: {
        contents: `import { createClient, ${names.join(", ")} } from "./src/index.ts";
const client = createClient({ ${credentials} });
globalThis.calls = [() => ${callOf(called[0])}, ${names.slice(1).join(", ")}];`,
        resolveDir: folder,
        sourcefile: join(folder, "application.ts"),
        loader: "ts",
      },
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      write: false,
      tsconfigRaw: {},
    });
    const [{ contents }] = outputFiles;
    return {
      minified: contents.length,
      gzipped: gzipSync(contents, { level: 9 }).length,
    };
  };

  const reads = plain(operations, "GET");
  const kinds = [
    ["one read", reads, marksOfOne[document.name]],
    ["one write", plain(operations, "POST").filter(({ body }) => body)],
    ["one list with pages", operations.filter(({ paging }) => paging)],
  ];
  for (const [kind, [first], mark] of kinds) {
    if (!first) continue;
    const { gzipped, minified } = await bundle([first]);
    report(`${kind}, compressed`, gzipped, mark);
    report(`${kind}, minified`, minified);
  }

  const [one, all] = [await bundle(reads.slice(0, 1)), await bundle(reads)];
  const more = reads.slice(1);
  const added = (all.minified - one.minified) / more.length;
  const own = more.reduce((sum, one) => sum + textOf(one), 0) / more.length;
  report(
    `a further read, minified (mean of ${more.length})`,
    added,
    markOfMore,
  );
  report("  without the document's own texts", added - own, markOfOurs);
}
const github = documents.find(({ name }) => name === "GitHub");
if (github) report("GitHub, all files", await written(github), markOfWritten);
process.exitCode = failed ? 1 : 0;

/** The bytes of all that `generate` writes and Git keeps. */
async function written({ file }) {
  const output = mkdtempSync(join(tmpdir(), "sdkwright-written-"));
  try {
    await generate({ input: file, output });
    return readdirSync(output, { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() && !entry.parentPath.includes(".sdkwright-cache"),
      )
      .map((entry) => statSync(join(entry.parentPath, entry.name)).size)
      .reduce((sum, size) => sum + size, 0);
  } finally {
    rmSync(output, { recursive: true });
  }
}

function report(what, bytes, mark) {
  const isOver = mark !== undefined && bytes > mark;
  failed ||= isOver;
  const marked =
    mark === undefined ? "" : ` (mark ${mark}${isOver ? ": ABOVE" : ""})`;
  console.log(
    `  ${what.padEnd(44)}${String(Math.round(bytes)).padStart(6)}${marked}`,
  );
}

/** How long an operation's id, path and names of parameters are. */
function textOf({ id, path, parameters }) {
  const named = parameters.filter(({ in: place }) => place !== "path");
  return [id, path, ...named.map(({ name }) => name)].join("").length;
}
