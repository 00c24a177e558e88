/**
 * Generates the SDK of every document of a folder, and says of each what came out: operations,
 * seconds, memory, type errors, files that prettier would change.
 *
 * npm run sweep -- --specs DIR [--list FILE] [--json OUT] [--sample N] [--jobs N] [--seconds N] [--names]
 *
 * `--list` names documents, one path below DIR a line. `--sample N` takes every N-th document, from
 * a start that moves by the day, so that runs in a row see all of them.
 *
 * `--names` also checks that no order of keys and no growth changes a public name.
 *
 * A folder or file named `invalid` anywhere in the path says that errors are expected: such a
 * document must be refused with located errors, or generate cleanly.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findDocuments, sampled } from "./documents.mjs";

const { values } = parseArgs({
  options: {
    specs: { type: "string" },
    list: { type: "string" },
    json: { type: "string" },
    sample: { type: "string", default: "1" },
    jobs: { type: "string", default: String(availableParallelism()) },
    seconds: { type: "string", default: "240" },
    names: { type: "boolean", default: false },
  },
});
if (values.specs === undefined) {
  console.error(
    "usage: npm run sweep -- --specs DIR [--list FILE] [--json OUT]",
  );
  process.exit(2);
}

const specs = resolve(values.specs);
const child = join(dirname(fileURLToPath(import.meta.url)), "one.mjs");
const scratch = mkdtempSync(join(tmpdir(), "sdkwright-sweep-"));
const documents = sampled(findDocuments(specs, values.list), values.sample);
const results = [];
let next = 0;

await Promise.all(
  Array.from({ length: Number(values.jobs) }, async () => {
    for (let index = next++; index < documents.length; index = next++)
      results.push(await measure(documents[index]));
  }),
);
rmSync(scratch, { recursive: true, force: true });
results.sort((a, b) => (a.document < b.document ? -1 : 1));
if (values.json !== undefined)
  writeFileSync(values.json, JSON.stringify(results, undefined, 2) + "\n");

const bad = results.filter((result) => problemsOf(result).length > 0);
for (const result of bad)
  console.log(`${result.document}: ${problemsOf(result).join("; ")}`);
const generated = results.filter(({ ok }) => ok);
const sum = (list, pick) =>
  list.reduce((total, one) => total + (pick(one) ?? 0), 0);
console.log(
  `${results.length} documents, ${generated.length} generated, ${sum(generated, (one) => one.operations?.generated)} of ${sum(generated, (one) => one.operations?.total)} operations, ` +
    `${sum(generated, (one) => one.typeErrors)} type errors, ${sum(generated, (one) => one.typeErrors7?.length)} of TypeScript 7, ${sum(generated, (one) => one.unformatted?.length)} unformatted files, ` +
    `slowest ${Math.max(0, ...results.map(({ seconds = 0 }) => seconds)).toFixed(1)} s, largest ${Math.max(0, ...results.map(({ megabytes = 0 }) => megabytes)).toFixed(0)} MB, ` +
    `${bad.length} with problems`,
);
process.exitCode = bad.length > 0 ? 1 : 0;

/** What a person would have to look at. */
function problemsOf(result) {
  const problems = [];
  const invalid = /(^|\/)invalid(\/|$)/.test(result.document);
  if (result.crash) problems.push(result.crash);
  else if (!result.ok) {
    if (!invalid) problems.push(`${result.errors} errors: ${result.first}`);
    if (!result.located) problems.push("an error without a place");
  } else {
    const { operations, typeErrors, unformatted, seconds, megabytes } = result;
    if (operations.generated !== operations.total)
      problems.push(
        `${operations.generated} of ${operations.total} operations`,
      );
    if (typeErrors > 0)
      problems.push(
        `${typeErrors} type errors: ${result.firstTypeErrors.join(" | ")}`,
      );
    if (result.typeErrors7?.length > 0)
      problems.push(
        `${result.typeErrors7.length} type errors of TypeScript 7: ${result.typeErrors7.slice(0, 3).join(" | ")}`,
      );
    if (result.names?.length > 0)
      problems.push(
        `${result.names.length} names change: ${result.names.slice(0, 3).join(" | ")}`,
      );
    if (unformatted.length > 0)
      problems.push(`prettier would change ${unformatted.join(", ")}`);
    if (seconds > 30) problems.push(`${seconds.toFixed(1)} s`);
    if (megabytes > 1500) problems.push(`${megabytes.toFixed(0)} MB`);
  }
  return problems;
}

function measure(document) {
  const folder = join(scratch, document.replaceAll(/[^\w.-]/g, "_"));
  // References may read the folder below DIR that the document is in, as documents of many files do.
  const [group, project] = document.split("/");
  const root = join(
    specs,
    group,
    document.split("/").length > 2 ? project : "",
  );
  const run = [
    child,
    join(specs, document),
    folder,
    root,
    ...(values.names ? ["names"] : []),
  ];
  const limits = {
    timeout: Number(values.seconds) * 1000,
    killSignal: "SIGKILL",
    maxBuffer: 1 << 26,
    env: { ...process.env, NODE_OPTIONS: "--max-old-space-size=4096" },
  };
  return new Promise((done) => {
    execFile(process.execPath, run, limits, (error, stdout, stderr) => {
      rmSync(folder, { recursive: true, force: true });
      try {
        done({ document, ...JSON.parse(stdout) });
      } catch {
        const reason = error?.killed
          ? "ran out of time"
          : stderr
              .trim()
              .split("\n")
              .find((line) => /Error/.test(line));
        done({ document, ok: false, crash: reason ?? `exit ${error?.code}` });
      }
    });
  });
}
