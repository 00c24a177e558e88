/**
 * A report as workflow commands, which GitHub Actions shows at the lines of files.
 */
import type { ChangeReport, ReportedChange } from "../report.js";
import { mainLocation } from "./reach-text.js";
import { summaryLine } from "./summary.js";

/** GitHub shows so many of each level of a step. */
const limit = 10;

export const printAnnotations = (report: ChangeReport): string => {
  const { changes } = report;
  const isOpen = ({ class: found, approval }: ReportedChange): boolean =>
    found === "breaking" && approval === null;
  const errors = changes.filter(isOpen);
  const warnings = changes.filter((one) => one.risk && !isOpen(one));
  const summary = `${report.package ?? "sdkwright"}: ${summaryLine(report)}`;
  return [
    ...cut(errors).map((one) => command("error", one)),
    ...cut(warnings).map((one) => command("warning", one)),
    `::notice title=sdkwright::${data(summary)}${more(errors.length + warnings.length - cut(errors).length - cut(warnings).length)}`,
  ].join("\n");
};

const cut = (changes: readonly ReportedChange[]): readonly ReportedChange[] =>
  changes.slice(0, limit);

const more = (rest: number): string =>
  rest > 0 ? `; ${rest} more ${rest === 1 ? "is" : "are"} in the log` : "";

const command = (
  level: "error" | "warning",
  change: ReportedChange,
): string => {
  // Annotations stand in the files as they are now.
  const location = change.location.new ?? mainLocation(change);
  const properties = [
    ...(location
      ? [
          `file=${property(location.file)}`,
          `line=${location.line}`,
          `col=${location.column}`,
        ]
      : []),
    `title=${property(change.where)}`,
  ];
  const { message, migration } = change;
  const text = migration === undefined ? message : `${message}\n${migration}`;
  return `::${level} ${properties.join(",")}::${data(text)}`;
};

const data = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const property = (text: string): string =>
  data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
