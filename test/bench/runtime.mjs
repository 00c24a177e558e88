/**
 * Time of one call, against `fetch` and `json()` alone, where nothing travels: `fetch` is a function
 * that makes a `Response` of the platform. Prints the median of rounds that take turns.
 *
 * npm run bench:runtime
 */
import { build } from "esbuild";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { callOf, documents, makePackage, plain } from "./packages.mjs";

const rounds = 61;
const calls = 300;
/** Reading a response by hand has become cheaper since Node.js 20. */
const mark = process.versions.node.startsWith("20.") ? 1.5 : 1.7;

const text = JSON.stringify({ id: 1, name: "x".repeat(20), tags: ["a", "b"] });
const fetch = () =>
  Promise.resolve(
    new Response(text, { headers: { "content-type": "application/json" } }),
  );

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
  const { call } = await import(pathToFileURL(outfile).href);
  const ours = call(fetch);
  const url = `https://example.com${read.path}`;
  const raw = async () => {
    const response = await fetch(url, {
      method: "GET",
      headers: { accept: "application/json" },
    });
    return response.json();
  };
  // Once all is compiled.
  for (const work of [raw, ours]) await microseconds(work, 10_000);
  const times = { raw: [], ours: [] };
  for (let round = 0; round < rounds; round++) {
    times.raw.push(await microseconds(raw));
    times.ours.push(await microseconds(ours));
  }
  const [one, other] = [median(times.raw), median(times.ours)];
  console.log(
    `${document.name}: ${other.toFixed(1)} µs a call, ${one.toFixed(1)} µs by hand: ${(other / one).toFixed(2)} x (mark ${mark})`,
  );
}

/** CPU time: what else runs on the machine does not count. */
async function microseconds(work, times = calls) {
  const before = process.cpuUsage();
  for (let index = 0; index < times; index++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

function median(list) {
  return list.sort((a, b) => a - b)[list.length >> 1];
}
