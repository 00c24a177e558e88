/**
 * Calls every operation of every document of a folder, with as little and with as much as the
 * document allows, and compares what a server on loopback receives with what a serialiser of its
 * own derives from the document.
 *
 * npm run wire -- --specs DIR [--list FILE] [--json OUT] [--sample N] [--jobs N] [--seconds N]
 *
 * The flags are those of `npm run sweep`; `--specs` may be given more than once.
 */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findDocuments, sampled } from "../sweep/documents.mjs";

const { values } = parseArgs({
  options: {
    specs: { type: "string", multiple: true },
    list: { type: "string" },
    json: { type: "string" },
    sample: { type: "string", default: "1" },
    jobs: { type: "string", default: String(availableParallelism()) },
    seconds: { type: "string", default: "120" },
  },
});
if (values.specs === undefined) {
  console.error(
    "usage: npm run wire -- --specs DIR [--list FILE] [--json OUT]",
  );
  process.exit(2);
}

const child = join(dirname(fileURLToPath(import.meta.url)), "one.mjs");
const scratch = mkdtempSync(join(tmpdir(), "sdkwright-wire-"));
const documents = sampled(
  values.specs.flatMap((specs) =>
    findDocuments(specs, values.list).map((file) => join(specs, file)),
  ),
  values.sample,
);
const results = [];
let next = 0;
await Promise.all(
  Array.from({ length: Number(values.jobs) }, async () => {
    for (let index = next++; index < documents.length; index = next++)
      results.push(await measure(documents[index], String(index)));
  }),
);
rmSync(scratch, { recursive: true, force: true });

results.sort((a, b) => (a.document < b.document ? -1 : 1));
if (values.json !== undefined)
  writeFileSync(values.json, JSON.stringify(results, undefined, 2) + "\n");
for (const { document, problems } of results)
  for (const { operation, full, problem } of problems)
    console.log(
      `${document}: ${operation}${full === undefined ? "" : full ? ", all arguments" : ", few arguments"}: ${problem.slice(0, 300)}`,
    );
const sum = (pick) => results.reduce((total, one) => total + pick(one), 0);
const wrong = sum(({ problems }) => problems.length);
console.log(
  `${results.length} documents, ${sum(({ operations }) => operations)} operations, ` +
    `${sum(({ calls }) => calls)} calls, ${wrong} differences`,
);
process.exitCode = wrong > 0 ? 1 : 0;

function measure(document, name) {
  const folder = join(scratch, name);
  mkdirSync(folder);
  const limits = {
    timeout: Number(values.seconds) * 1000,
    killSignal: "SIGKILL",
    maxBuffer: 1 << 26,
  };
  return new Promise((done) => {
    execFile(
      process.execPath,
      [child, resolve(document), folder],
      limits,
      (error, stdout, stderr) => {
        rmSync(folder, { recursive: true, force: true });
        const none = { document, operations: 0, calls: 0 };
        const fail = (problem) =>
          done({ ...none, problems: [{ operation: "-", problem }] });
        if (error?.killed) return fail("ran out of time");
        try {
          const { errors, ...result } = JSON.parse(stdout);
          if (errors) return fail(`refused: ${errors.join("; ")}`);
          return done({ document, ...result });
        } catch {
          return fail(stderr.trim().slice(0, 500) || `exit ${error?.code}`);
        }
      },
    );
  });
}
