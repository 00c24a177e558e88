/**
 * Time of one call, against `fetch` and `json()` alone, where nothing travels: `fetch` is a function
 * that makes a `Response` of the platform.
 *
 * npm run bench:runtime
 */
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { callOf, documents, makePackage, plain } from "./packages.mjs";

/** Reading a response by hand has become cheaper since Node.js 20. */
const mark = process.versions.node.startsWith("20.") ? 1.5 : 1.7;
const measure = fileURLToPath(new URL("call-time.mjs", import.meta.url));

for (const document of documents) {
  const { folder, sdk, operations } = await makePackage(document);
  const outfile = join(folder, "sdk.mjs");
  const [read] = plain(operations, "GET");
  const credentials = sdk.client.schemes
    .map(({ option }) => `${option}: "x"`)
    .join(", ");
  await build({
    stdin: {
      contents: `import { createClient, ${read.functionName} } from "./src/index.ts";
export const call = (fetch) => {
  const client = createClient({ fetch, ${credentials} });
  return () => ${callOf(read)};
};`,
      resolveDir: folder,
      sourcefile: join(folder, "application.ts"),
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    tsconfigRaw: {},
    outfile,
  });
  const [one, other] = JSON.parse(
    execFileSync(process.execPath, [measure, outfile, read.path], {
      encoding: "utf8",
    }),
  );
  console.log(
    `${document.name}: ${other.toFixed(1)} µs a call, ${one.toFixed(1)} µs by hand: ${(other / one).toFixed(2)} x (mark ${mark})`,
  );
}
