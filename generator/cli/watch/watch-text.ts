/**
 * What `watch` prints: a line for each run, with the local time. The screen is never cleared.
 */
import { displayPath } from "../../diagnostics/paths.js";
import {
  colored,
  type FramedDiagnostic,
  onceForEachCause,
  plain,
  printDiagnostic,
} from "../../diagnostics/printer.js";
import { summaryLine } from "../../diff/formats/summary.js";
import type { SdkReport } from "../../report.js";
import { shortChanges } from "../changes-text.js";
import { count, printDiagnostics, summarize } from "../report-text.js";
import type { Terminal } from "../command.js";
import type { RunFacts, WatchListener } from "./session.js";

/** Below the time, so that times stand out. */
const indent = " ".repeat("10:42:07 ".length);

export const watchPrinter = ({ print, out }: Terminal): WatchListener => {
  const paint = out ? colored : plain;
  /** By output directory: when it was last as its document says, and the problems last told. */
  const goodSince = new Map<string, string>();
  const told = new Map<string, ReadonlySet<string>>();

  const news = (
    key: string,
    problems: readonly FramedDiagnostic[],
  ): readonly string[] => {
    const before = told.get(key);
    const lines = onceForEachCause(problems).map(
      (problem) => printDiagnostic(problem, paint).split("\n", 1)[0] ?? "",
    );
    told.set(key, new Set(lines));
    return lines.filter((line) => !before?.has(line));
  };

  const printProblems = (
    key: string,
    problems: readonly FramedDiagnostic[],
    after: readonly string[] = [],
  ): void => {
    const lines = news(key, problems);
    if (lines.length > 0) printBlock([...lines, ...after]);
  };

  const printBlock = ([first = "", ...more]: readonly string[]): void =>
    print(
      [
        `${paint("dim", time())} ${first}`,
        ...more.map((line) => indent + line),
      ].join("\n"),
    );

  return {
    onStart: (reports, files) => {
      const names = files.map(displayPath).sort().join(", ");
      const lines = reports.map((report) => {
        const { output, ok, diagnostics } = report;
        for (const line of printDiagnostics(diagnostics, paint)) print(line);
        news(output, diagnostics);
        if (ok) goodSince.set(output, time());
        return firstLine(report);
      });
      const [only, ...others] = lines;
      if (only !== undefined && others.length === 0)
        print(`${only}. Watching ${names}`);
      else for (const line of [...lines, `Watching ${names}`]) print(line);
    },
    onRun: (report, { changed, milliseconds }: RunFacts) => {
      const { output, ok, diagnostics, changes, change } = report;
      if (!ok) {
        const since = goodSince.get(output);
        const state =
          since === undefined ? "is not written" : `is as of ${since}`;
        printProblems(output, diagnostics, [`${output}/ ${state}`]);
        return;
      }
      goodSince.set(output, time());
      const files = filesOf(report);
      const seconds = (milliseconds / 1000).toFixed(1);
      printBlock([
        `${changed.map(displayPath).join(", ")}: ${files} in ${seconds} s`,
        ...shortChanges(changes),
        ...(change && change.class !== "none"
          ? [`for callers: ${summaryLine(change)}`]
          : []),
        ...news(output, diagnostics),
      ]);
    },
    onConfig: (problems) => printProblems("", problems),
  };
};

const firstLine = (report: SdkReport): string => {
  const { ok, written, removed } = report;
  const text = summarize(report, { mode: "write", strict: false });
  return ok && written.length + removed.length === 0
    ? text.replace(/0 files written, .*$/s, "up to date")
    : text;
};

const filesOf = ({ output, written, removed }: SdkReport): string =>
  written.length + removed.length === 0
    ? `nothing to change in ${output}`
    : [
        count(written.length, "file"),
        ...(removed.length > 0 ? [`${removed.length} removed`] : []),
      ].join(", ");

/** As the clock on the wall has it. */
const time = (): string => new Date().toTimeString().slice(0, 8);
