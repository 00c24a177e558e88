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
import type { InputsReport, Report, SdkReport } from "../index.js";
import type { RunOptions } from "../pipeline.js";
import { printChanges, printDiff, printPlannedFiles } from "./changes-text.js";
import { printChangeReport } from "./change-report-text.js";
import type { Colors, Texts } from "./command.js";

export interface ReportTextOptions {
  readonly mode: RunOptions["mode"];
  readonly strict: boolean;
  /** A config that the user did not name is named where it is not in the working directory. */
  readonly isConfigNamed?: boolean;
  /** Print features, fixes and notes too, not only what breaks callers. */
  readonly isEveryChange?: boolean;
  readonly colors: Colors;
}

export const printReport = (
  report: Report,
  options: ReportTextOptions,
): Texts => {
  const out: string[] = [];
  let err: string[] = [];
  const paint = options.colors.err ? colored : plain;
  const paintOut = options.colors.out ? colored : plain;
  if (!options.isConfigNamed) err = err.concat(printConfigs(report));
  err = err.concat(printDiagnostics(report.diagnostics, paint));
  for (const sdk of report.sdks) {
    err = err.concat(
      printDiagnostics(sdk.diagnostics, paint),
      printDrift(sdk, paint),
      ...(sdk.ok ? [] : [printChanges(sdk, paint)]),
    );
    if (sdk.renamed) out.push(...printRenamed(sdk));
    if (sdk.ok && options.mode === "dryRun")
      out.push(...printPlannedFiles(sdk, paintOut));
    if (sdk.ok) out.push(...printChanges(withoutRenamed(sdk), paintOut));
    out.push(...sdk.remarks.map((remark) => printRemark(remark, sdk)));
    (sdk.ok ? out : err).push(
      ...printCallerChanges(sdk, options),
      summarize(sdk, options),
    );
    if (sdk.isNew && sdk.ok) out.push(...nextStep(sdk));
    if (sdk.timings) err.push(printTimings(sdk.timings));
  }
  return { out: out.join("\n"), err: err.join("\n") };
};

/** What breaks callers, or every change, with the version that is due. */
const printCallerChanges = (
  { change, ok }: SdkReport,
  { isEveryChange = false, colors }: ReportTextOptions,
): readonly string[] => {
  if (!change) return [];
  const paint = (ok ? colors.out : colors.err) ? colored : plain;
  const problems = printDiagnostics(change.diagnostics, paint);
  const isNothing = change.changes.every((one) => one.class === "none");
  return isNothing && !isEveryChange
    ? problems
    : [
        ...problems,
        ...printChangeReport(change, isEveryChange ? "whole" : "short", paint),
      ];
};

/** The configs of directories above, which the user may not have thought of. */
const printConfigs = ({ sdks }: Report): readonly string[] =>
  [...new Set(sdks.map(({ config }) => config))].flatMap((config) =>
    config?.startsWith("..") ? [`config: ${printable(config)}`] : [],
  );

/** After the first run, when nothing tells what comes next. */
const nextStep = ({ output, config }: SdkReport): readonly string[] => [
  `next: cd ${printable(output)} && npm install && npm test, then commit it` +
    (config === undefined
      ? "; `npx sdkwright init` makes a config, and workflows that keep it so"
      : ""),
];

/** A path a line, as a task runner lists them. */
export const printInputs = (report: InputsReport, colors: Colors): Texts => ({
  out: report.inputs.join("\n"),
  err: printDiagnostics(report.diagnostics, colors.err ? colored : plain).join(
    "\n",
  ),
});

/** An internal error, which users can only report. */
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

const printRenamed = ({ renamed = [] }: SdkReport): readonly string[] =>
  renamed.length === 0
    ? ["no name changes"]
    : renamed.map(({ before, now }) => printable(`${before} -> ${now}`));

/** Names given anew are listed already. */
const withoutRenamed = ({
  changes,
  renamed = [],
}: SdkReport): Pick<SdkReport, "changes"> => ({
  changes: changes.filter(
    (change) =>
      !renamed.some(
        ({ before, now }) => before === change.before && now === change.name,
      ),
  ),
});

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
      ({ path, file = `${output}/${path}`, message }) =>
        `${paint("bold", file)} ${message}`,
    );
  const more = drift.length - lines.length;
  return [
    ...lines,
    ...(more > 0
      ? [`… and ${count(more, "file")} more (--json lists all)`]
      : []),
    ...drift.flatMap(({ diff }) =>
      diff === undefined ? [] : [printDiff(diff, paint)],
    ),
  ];
};

export const summarize = (
  sdk: SdkReport,
  options: Pick<ReportTextOptions, "mode" | "strict">,
): string => {
  const { input, output, unchanged, drift, ok } = sdk;
  const operations = printOperations(sdk);
  if (ok && options.mode === "check") {
    const files = count(unchanged, "file");
    return `${output}: matches ${input}: ${operations}${files}${printHidden(sdk)}${printEdits(sdk)}`;
  }
  if (ok) return `${output}: ${operations}${printFiles(sdk, options)}`;
  if (drift.length > 0) {
    const files = `${drift.length} of ${count(drift.length + unchanged, "file")}`;
    const differ = drift.length === 1 ? "differs" : "differ";
    return `${output}: ${files} ${differ} from what ${input} gives; run \`sdkwright generate\`: it keeps your changes, and says which files need \`merge\` or \`reset\``;
  }
  if (sdk.reason === "changes")
    return `${output}: callers would break: take the change back, or approve it in the config: \`sdkwright diff --format markdown\` ends with the entry`;
  const causes = onceForEachCause(sdk.diagnostics);
  const countOf = (wanted: string): number =>
    causes.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings] = [countOf("error"), countOf("warning")];
  const problems = [
    ...(errors > 0 ? [count(errors, "error")] : []),
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
  ].join(", ");
  const strict = errors === 0 && options.strict ? " (--strict)" : "";
  const nothing = options.mode === "check" ? "not checked" : "nothing written";
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

const printFiles = (
  sdk: SdkReport,
  { mode }: Pick<ReportTextOptions, "mode">,
): string => {
  const { written, removed, unchanged } = sdk;
  const isProvisional = mode === "write" && written.length > 0 && !sdk.released;
  const would = mode === "dryRun" ? "to be " : "";
  const parts = [
    `${count(written.length, "file")} ${would}written`,
    ...(removed.length > 0 ? [`${removed.length} ${would}removed`] : []),
    `${unchanged} unchanged`,
  ];
  return parts
    .join(", ")
    .concat(printHidden(sdk))
    .concat(isProvisional ? "; names are provisional until 0.1.0" : "");
};

/** Warnings that were not printed. */
const printHidden = ({ warnings, diagnostics }: SdkReport): string =>
  warnings > 0 && !diagnostics.some(({ severity }) => severity === "warning")
    ? `, ${count(warnings, "warning")} (\`sdkwright check --strict\` shows them)`
    : "";

export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? "" : "s"}`;
