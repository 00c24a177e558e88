/**
 * The figures as tables in Markdown, as RESULTS.md shows them.
 */

/** Without columns in which nothing was measured. */
const table = (head, rows) => {
  const isFilled = (_, column) => rows.some((row) => row[column]);
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.filter(isFilled).join(" | ")} |`)
    .join("\n");
};

const seconds = (figure) =>
  figure === undefined
    ? ""
    : "failed" in figure
      ? "fails"
      : `${figure.wall.toFixed(2)} / ${figure.cpu.toFixed(2)}`;

const ratio = (one, other) =>
  one && other && "wall" in one && "wall" in other
    ? (one.wall / other.wall).toFixed(2)
    : "";

const typeCheck = (figure) =>
  seconds(figure) + (figure?.errors ? " (errors)" : "");

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

const about = ({ date, node, runs, load, versions }) =>
  `${date}, Node ${node}, medians of ${runs} interleaved runs, load average ${load.toFixed(1)} at the start; ${[
    "@hey-api/openapi-ts",
    "orval",
    "openapi-typescript",
    "openapi-fetch",
    "typescript",
  ]
    .map((name) => `${name} ${versions[name]}`)
    .join(", ")}. Times are seconds on the clock / of CPU.`;

export function printTable(head, results) {
  const rows = results.flatMap(({ document, tools }) => {
    const own = tools.find(({ tool }) => tool === "sdkwright")?.cold;
    return tools.map((result) => {
      const { tool, cold, size, types, installed, bundle } = result;
      const isOwn = tool.startsWith("sdkwright");
      return [
        document,
        tool,
        seconds(cold),
        isOwn ? "" : ratio(own, cold),
        "failed" in cold ? "" : String(Math.round(cold.memory)),
        seconds(result.unchanged),
        seconds(result.check),
        seconds(result.changed),
        size ? `${size.megabytes.toFixed(1)} in ${size.files}` : "",
        typeCheck(types),
        typeCheck(installed),
        bundle && "bytes" in bundle
          ? `${kilobytes(bundle.bytes)} / ${kilobytes(bundle.gzip)}`
          : "",
      ];
    });
  });
  const columns = [
    "document",
    "generator",
    "first run",
    "sdkwright is × of it",
    "peak MiB",
    "unchanged",
    "check",
    "one operation changed",
    "MB in files",
    "tsc --strict",
    "of a project with the package",
    "one call, kB / gzip",
  ];
  return `${about(head)}\n\n${table(columns, rows)}`;
}

export function printScale(head, results) {
  const rows = results.flatMap(({ document, steps }) => {
    const [first] = steps;
    return steps.map((step) => [
      document,
      `${step.times} ×`,
      seconds(step),
      "failed" in step || "failed" in first
        ? ""
        : `${(step.wall / first.wall).toFixed(2)} / ${(step.cpu / first.cpu).toFixed(2)}`,
      "failed" in step ? step.failed : String(Math.round(step.memory)),
    ]);
  });
  const columns = [
    "document",
    "operations",
    "first run",
    "times the first",
    "peak MiB",
  ];
  return `${about(head)}\n\n${table(columns, rows)}`;
}
