/**
 * What changes for callers, as lines for a person.
 */
import { printable } from "../diagnostics/printable.js";
import type { Paint, Style } from "../diagnostics/printer.js";
import { mainLocation, reachText } from "../diff/formats/reach-text.js";
import { counted, summaryLine } from "../diff/formats/summary.js";
import type { ChangeReport, ReportedChange } from "../index.js";

interface Section {
  readonly holds: (change: ReportedChange) => boolean;
  readonly title: string;
  readonly style: Style;
  /** How many are shown unless all are asked for. */
  readonly limit: number;
}

/** What would be a break if the operation were stable, and comes under a heading of its own. */
const isLighter = ({ unstable, class: found }: ReportedChange): boolean =>
  unstable && found === "feature";

const ofClass =
  (wanted: ReportedChange["class"]) =>
  (change: ReportedChange): boolean =>
    change.class === wanted && !isLighter(change);

const sections: readonly Section[] = [
  {
    holds: ofClass("breaking"),
    title: "BREAKING",
    style: "red",
    limit: Infinity,
  },
  {
    holds: (change) => isLighter(change),
    title: "OF UNSTABLE OPERATIONS",
    style: "yellow",
    limit: 20,
  },
  {
    holds: ofClass("feature"),
    title: "FEATURES",
    style: "green",
    limit: 20,
  },
  { holds: ofClass("fix"), title: "FIXES", style: "yellow", limit: 10 },
  { holds: ofClass("none"), title: "NOTES", style: "dim", limit: 10 },
];

/** Columns are not wider than this; what is longer moves what follows it. */
const widest = { subject: 28, phrase: 78 };

/** `short`: only what breaks callers; `usual`: as many as are read; `whole`: all. */
export type Extent = "short" | "usual" | "whole";

export const printChangeReport = (
  report: ChangeReport,
  extent: Extent,
  paint: Paint,
): readonly string[] => {
  const rows = report.changes
    .filter((one) => extent !== "short" || one.class === "breaking")
    .map(rowOf);
  const width = {
    subject: widthOf(rows, "subject"),
    phrase: widthOf(rows, "phrase"),
  };
  const lines = sections.flatMap(({ holds, title, style, limit }) => {
    const all = rows.filter((row) => holds(row.change));
    if (all.length === 0) return [];
    const shown = extent === "whole" ? all : all.slice(0, limit);
    const more = all.length - shown.length;
    return [
      paint(style, `${title} (${all.length})`),
      ...shown.flatMap((row) => printRow(row, width, paint)),
      ...(more > 0 ? [`  and ${more} more (--all)`] : []),
      "",
    ];
  });
  return [...lines, ...proofLines(report), summaryLine(report)];
};

/** What the compiler says, where it was asked. */
const proofLines = ({ proof, changes }: ChangeReport): readonly string[] => {
  if (!proof) return [];
  const { uses, failed, unpredicted, compiling } = proof;
  const silent = changes.filter(({ id }) => compiling.includes(id));
  return [
    `COMPILED  ${counted(uses, "use")} of the old side: ${failed === 0 ? "all still compile" : `${String(failed)} no longer compile${failed === 1 ? "s" : ""}`}`,
    ...(unpredicted.length > 0
      ? [
          `  ${String(unpredicted.length)} that no breaking change above predicts:`,
        ]
      : []),
    ...unpredicted.map(
      ({ where, messages }) =>
        `    ${printable(where)}: ${printable(messages[0] ?? "")}`,
    ),
    ...(silent.length > 0
      ? [
          `  ${counted(silent.length, "breaking change")} that a compiler cannot see:`,
        ]
      : []),
    ...silent.map((one) => `    ${rowOf(one).subject} [${one.kind}]`),
    "",
  ];
};

interface Row {
  readonly change: ReportedChange;
  readonly subject: string;
  readonly phrase: string;
}

const rowOf = (change: ReportedChange): Row => ({
  change,
  subject: printable(change.subject.replace(/^client\.(?=.)/, "")),
  phrase: printable(change.phrase.replaceAll("`", "")),
});

const widthOf = (rows: readonly Row[], column: keyof typeof widest): number =>
  rows.reduce((width, row) => {
    const { length } = row[column];
    return length <= widest[column] ? Math.max(width, length) : width;
  }, 0);

const printRow = (
  { change, subject, phrase }: Row,
  width: Readonly<Record<keyof typeof widest, number>>,
  paint: Paint,
): readonly string[] => {
  const name = subject.padEnd(width.subject);
  const indent = " ".repeat(width.subject + 4);
  return [
    `  ${paint("bold", name)}  ${phrase.padEnd(width.phrase)}  ${paint("dim", `[${tagsOf(change).join(", ")}]`)}`,
    ...detailsOf(change).map((line) => indent + paint("dim", printable(line))),
  ];
};

/** The kind, which approvals and overrides name, and what is special. */
const tagsOf = (change: ReportedChange): readonly string[] => [
  change.kind,
  ...(change.risk ? ["risk"] : []),
  ...(change.undecided ? ["undecided"] : []),
  ...(change.announced ? ["announced"] : []),
  ...(change.overridden ? ["class by the config"] : []),
];

/** Where, and what to do: of what callers have to act on. */
const detailsOf = (change: ReportedChange): readonly string[] => {
  const { approval, calls, migration, help } = change;
  const approved = approval
    ? [
        `${approval.corrected ? "corrected" : "approved"} until ${approval.until}: ${approval.reason}${approval.issue === undefined ? "" : ` (${approval.issue})`}`,
      ]
    : [];
  if (change.class !== "breaking" && !change.risk && !change.unstable)
    return approved;
  const location = mainLocation(change);
  const place = location
    ? [`${location.file}:${location.line}:${location.column}`]
    : [];
  const reach = reachText(change);
  const where = [...place, ...(reach === "" ? [] : [reach])].join(" · ");
  return [
    ...(where === "" ? [] : [where]),
    ...(calls
      ? [`before  ${calls.before}`, `after   ${calls.after}`]
      : migration === undefined
        ? []
        : [migration]),
    ...approved,
    ...(help === undefined || approval ? [] : [`help: ${help}`]),
  ];
};
