/**
 * A report as a person reads it.
 */
import { printable } from "../diagnostics/printable.js";
import {
  colored,
  onceForEachCause,
  plain,
  printDiagnostic,
} from "../diagnostics/printer.js";
import type { FramedDiagnostic, Paint } from "../diagnostics/printer.js";
import type { Report, SdkReport } from "../index.js";
import type { RunOptions } from "../pipeline.js";
import type { Colors, Texts } from "./command.js";

export interface ReportTextOptions {
  readonly mode: RunOptions["mode"];
  readonly strict: boolean;
  readonly colors: Colors;
}

export const printReport = (
  report: Report,
  options: ReportTextOptions,
): Texts => {
  const out: string[] = [];
  let err: string[] = [];
  const paint = options.colors.err ? colored : plain;
  err = err.concat(printDiagnostics(report.diagnostics, paint));
  for (const sdk of report.sdks) {
    err = err.concat(
      printDiagnostics(sdk.diagnostics, paint),
      printDrift(sdk, paint),
    );
    out.push(...sdk.remarks.map((remark) => printRemark(remark, sdk)));
    (sdk.ok ? out : err).push(summarize(sdk, options));
    if (sdk.timings) err.push(printTimings(sdk.timings));
  }
  return { out: out.join("\n"), err: err.join("\n") };
};

/** A bug of ours, which only we can do something about. */
export const printBug = (error: unknown, debug: boolean): string => {
  const text = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  return [
    `sdkwright failed: ${printable(text.split("\n", 1)[0] ?? "")}`,
    "  This is a bug of sdkwright. Please report it, with the document if you can.",
    ...(debug
      ? [stack ?? text]
      : ["  To see where it happened, run it again with --debug."]),
  ].join("\n");
};

/** Only so many warnings of one code are shown; all errors are. */
const maxWarnings = 10;

export const printDiagnostics = (
  diagnostics: readonly FramedDiagnostic[],
  paint: Paint,
): readonly string[] => {
  const counts = new Map<string, number>();
  const problems = onceForEachCause(diagnostics);
  const shown = problems.filter(({ code, severity }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return severity === "error" || count <= maxWarnings;
  });
  const lines = shown.map((diagnostic) => printDiagnostic(diagnostic, paint));
  if (shown.length < problems.length) {
    const more = problems.length - shown.length;
    lines.push(
      `… and ${count(more, "warning")} of the same kinds (--json lists all)`,
    );
  }
  return lines;
};

const printRemark = (
  { path, message }: SdkReport["remarks"][number],
  { output }: SdkReport,
): string => {
  const place =
    path === "" ? output : `${output === "." ? "" : `${output}/`}${path}`;
  return message
    .split("\n")
    .map((line, index) => printable(index === 0 ? `${place}: ${line}` : line))
    .join("\n");
};

/** `; your changes: 3 files, 41 lines` */
const printEdits = ({ edits }: SdkReport): string => {
  const lines = edits.reduce((sum, edit) => sum + edit.lines, 0);
  return edits.length === 0
    ? ""
    : `; your changes: ${count(edits.length, "file")}, ${count(lines, "line")}`;
};

const maxDrift = 20;

const printDrift = (
  { drift, output }: SdkReport,
  paint: Paint,
): readonly string[] => {
  const lines = drift
    .slice(0, maxDrift)
    .map(
      ({ path, message }) => `${paint("bold", `${output}/${path}`)} ${message}`,
    );
  const more = drift.length - lines.length;
  return more > 0
    ? [...lines, `… and ${count(more, "file")} more (--json lists all)`]
    : lines;
};

const summarize = (sdk: SdkReport, options: ReportTextOptions): string => {
  const { input, output, unchanged, drift, ok } = sdk;
  const operations = printOperations(sdk);
  if (ok && options.mode === "compare") {
    return `${output}: matches ${input}: ${operations}${count(unchanged, "file")}${printEdits(sdk)}`;
  }
  if (ok) return `${output}: ${operations}${printFiles(sdk, options)}`;
  if (drift.length > 0) {
    const files = `${drift.length} of ${count(drift.length + unchanged, "file")}`;
    const differ = drift.length === 1 ? "differs" : "differ";
    return `${output}: ${files} ${differ} from what ${input} gives; run \`sdkwright generate\`: it keeps your changes`;
  }
  const causes = onceForEachCause(sdk.diagnostics);
  const countOf = (wanted: string): number =>
    causes.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings] = [countOf("error"), countOf("warning")];
  const problems = [
    ...(errors > 0 ? [count(errors, "error")] : []),
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
  ].join(", ");
  const strict = errors === 0 && options.strict ? " (--strict)" : "";
  const nothing =
    options.mode === "compare" ? "not checked" : "nothing written";
  return `${output}: ${nothing}: ${problems}${strict}`;
};

/** `lock 12 ms, load 240 ms, …`, and what the process used in all. */
const printTimings = (timings: NonNullable<SdkReport["timings"]>): string => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return [
    ...timings.map(({ stage, milliseconds }) => `${stage} ${milliseconds} ms`),
    `since the start ${Math.round(process.uptime() * 1000)} ms`,
    `cpu ${Math.round((userCPUTime + systemCPUTime) / 1000)} ms`,
    `peak ${Math.round(maxRSS / 1024)} MiB`,
  ].join(", ");
};

const printOperations = ({ operations }: SdkReport): string =>
  operations === undefined
    ? ""
    : [
        `${operations.generated} of ${count(operations.total, "operation")}` +
          (operations.excluded === undefined
            ? ""
            : ` (${operations.excluded} excluded)`),
        ...(operations.webhooks === undefined
          ? []
          : [count(operations.webhooks, "webhook")]),
        "",
      ].join(", ");

const printFiles = (sdk: SdkReport, { mode }: ReportTextOptions): string => {
  const { written, removed, unchanged, upToDate, warnings, diagnostics } = sdk;
  const hidden = upToDate && warnings > diagnostics.length;
  const would = mode === "dryRun" ? "to be " : "";
  return [
    `${count(written.length, "file")} ${would}written`,
    ...(removed.length > 0 ? [`${removed.length} ${would}removed`] : []),
    `${unchanged} unchanged`,
    ...(hidden
      ? [`${count(warnings, "warning")} (check --strict shows them)`]
      : []),
  ].join(", ");
};

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? "" : "s"}`;
