/**
 * What `diff` prints for a person.
 */
import { printable } from "../diagnostics/printable.js";
import { colored, plain } from "../diagnostics/printer.js";
import type { DiffReport } from "../index.js";
import { printChangeReport } from "./change-report-text.js";
import type { Colors, Texts } from "./command.js";
import { printDiagnostics } from "./report-text.js";

export const printDiffReport = (
  report: DiffReport,
  { isWhole, colors }: { readonly isWhole: boolean; readonly colors: Colors },
): Texts => {
  const paint = colors.out ? colored : plain;
  const paintErr = colors.err ? colored : plain;
  const isOne = report.sdks.length === 1;
  return {
    out: report.sdks
      .filter(({ bump }) => bump !== null)
      .map((sdk) =>
        [
          ...(isOne ? [] : [paint("bold", printable(sdk.package ?? "")), ""]),
          ...printChangeReport(sdk, isWhole ? "whole" : "usual", paint),
        ].join("\n"),
      )
      .join("\n\n"),
    err: [report, ...report.sdks]
      .flatMap(({ diagnostics }) => printDiagnostics(diagnostics, paintErr))
      .join("\n"),
  };
};
