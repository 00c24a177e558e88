/**
 * The child of a sweep: one document in a process of its own, so that a crash, a hang or a leak is
 * the document's own. Prints one line of JSON.
 *
 * node one.mjs DOCUMENT FOLDER REF_ROOT [names]
 */
import { readdirSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkNames } from "./names.mjs";
import { generate } from "../../dist/index.js";

const [input, output, refRoot, ...checks] = process.argv.slice(2);
const started = performance.now();
const { sdks } = await generate({ input, output, refRoot });
const [report] = sdks;
const result = {
  ok: report.ok,
  operations: report.operations,
  errors: report.diagnostics.filter(({ severity }) => severity === "error")
    .length,
  warnings: report.warnings,
  first: report.diagnostics.find(({ severity }) => severity === "error")
    ?.message,
  codes: [...new Set(report.diagnostics.map(({ code }) => code))].sort(),
  located: report.diagnostics.every(
    ({ severity, position }) => severity !== "error" || position !== undefined,
  ),
  seconds: (performance.now() - started) / 1000,
  megabytes: process.resourceUsage().maxRSS / 1024,
};
console.log(
  JSON.stringify(
    report.ok
      ? {
          ...result,
          ...(await typeCheck(output)),
          typeErrors7: nativeTypeErrors(output),
          ...(await formatCheck(output)),
          ...(checks.includes("names") && { names: await checkNames(input) }),
        }
      : result,
  ),
);

/** The flags a careful user has on, and the ones the package itself is built with. */
async function typeCheck(folder) {
  const { default: ts } = await import("typescript");
  const { config } = ts.readConfigFile(
    join(folder, "tsconfig.json"),
    ts.sys.readFile,
  );
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    folder,
  );
  const program = ts.createProgram(fileNames, { ...options, noEmit: true });
  const problems = ts.getPreEmitDiagnostics(program);
  return {
    typeErrors: problems.length,
    firstTypeErrors: problems.slice(0, 3).map((problem) => {
      const place = problem.file?.getLineAndCharacterOfPosition(
        problem.start ?? 0,
      );
      return `${problem.file?.fileName.slice(folder.length + 1)}:${(place?.line ?? 0) + 1} ${ts.flattenDiagnosticMessageText(problem.messageText, " ").slice(0, 300)}`;
    }),
  };
}

/** The same by TypeScript 7, whose compiler is another program. */
function nativeTypeErrors(folder) {
  const tsc = fileURLToPath(
    new URL("../../node_modules/typescript-7/bin/tsc", import.meta.url),
  );
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [tsc, "-p", folder, "--noEmit", "--pretty", "false"],
    { encoding: "utf8", maxBuffer: 1 << 26 },
  );
  return `${stdout}\n${stderr}`
    .split("\n")
    .filter((line) => /error|panic/i.test(line));
}

/** Files that prettier would print in another way. */
async function formatCheck(folder) {
  const prettier = await import("prettier");
  const changed = [];
  for (const entry of readdirSync(folder, {
    recursive: true,
    withFileTypes: true,
  })) {
    const file = join(entry.parentPath, entry.name);
    if (
      !entry.isFile() ||
      // Ours alone, and not published.
      entry.parentPath.endsWith(".sdkwright-cache") ||
      // A line for each operation and model, for Git.
      entry.name === "sdkwright.surface.json" ||
      ![".ts", ".json", ".md", ".mjs"].includes(extname(file))
    )
      continue;
    const text = readFileSync(file, "utf8");
    if (!(await prettier.check(text, { filepath: file })))
      changed.push(file.slice(folder.length + 1));
  }
  return { unformatted: changed };
}
