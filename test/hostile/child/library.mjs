/**
 * The library as a program would use it: one run of `generate` or `check`, whose report is printed as
 * JSON. Exits as the command line does, so that both can be judged alike; what is thrown and is no
 * UsageError is printed with its stack, which no judge takes.
 *
 * node library.mjs COMMAND OPTIONS
 */
const [, , command, options] = process.argv;
const { exit } = process;
process.exit = (code) => {
  throw new Error(`the library ended the process with ${code}`);
};
for (const name of ["log", "error", "warn", "info", "debug"]) {
  const before = console[name];
  console[name] = (...args) => {
    if (args[0] !== "report:") console.trace("the library prints");
    else before(args[1]);
  };
}

const library = await import("../../../dist/index.js");
try {
  const report = await library[command](JSON.parse(options));
  console.log("report:", JSON.stringify(report));
  process.exitCode = report.ok ? 0 : 1;
} catch (error) {
  const isUsage = error instanceof library.UsageError;
  console.error("report:", isUsage ? `error: ${error.message}` : error.stack);
  process.exitCode = isUsage ? 2 : 3;
}
process.exit = exit;
