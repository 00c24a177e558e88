/**
 * A comment on a pull request. The first line is for the workflow that replaces its own comment.
 */
import type { ChangeReport, ReportedChange } from "../report.js";
import { approveEntry } from "./approve-entry.js";
import { commentCode, commentSentence, commentText } from "./comment-text.js";
import { mainLocation } from "./reach-text.js";
import { counted } from "./summary.js";

/** GitHub takes 65,536. */
const maxLength = 60_000;

const signs: Readonly<Record<ReportedChange["class"], string>> = {
  breaking: "💥",
  feature: "✨",
  fix: "🔧",
  none: "📝",
};

/** @param linkTo the address of a line of a file; undefined where there is none */
export const printMarkdown = (
  report: ChangeReport,
  linkTo: (file: string, line: number) => string | undefined = () => undefined,
): string => {
  const { changes, counts } = report;
  const breaking = changes.filter((one) => one.class === "breaking");
  const others = (["feature", "fix", "none"] as const).map((wanted) =>
    changes.filter((one) => one.class === wanted),
  );
  const row = (change: ReportedChange): string => rowOf(change, linkTo);
  const titles = [
    counted(counts.feature, "feature"),
    counted(counts.fix, "fix", "fixes"),
    counted(counts.none, "note"),
  ];
  const head = [
    `<!-- sdkwright:change ${commentName(report.package ?? "")} -->`,
    `### ${commentCode(report.package ?? "")}: ${stepOf(report)}`,
    ...(changes.length === 0
      ? ["Nothing changes for callers."]
      : [
          `**${counts.breaking} breaking**, ${titles[0] ?? ""}, ${titles[1] ?? ""}`,
        ]),
  ];
  const blocks: readonly Block[] = [
    { open: table, rows: breaking.map(row), close: [] },
    ...others.map((some, index): Block => ({
      open: [
        "",
        `<details><summary>${titles[index] ?? ""}</summary>`,
        ...table,
      ],
      rows: some.map(row),
      close: ["", "</details>"],
    })),
    {
      open: [
        "",
        "<details><summary>Intended? Approve in <code>sdkwright.config.ts</code></summary>",
        "",
      ],
      rows: breaking
        .filter(({ approval }) => approval === null)
        .map((change) => approvalBlock(change)),
      close: ["", "</details>"],
    },
  ];
  return fitted(head, blocks);
};

interface Block {
  readonly open: readonly string[];
  readonly rows: readonly string[];
  readonly close: readonly string[];
}

const table = [
  "",
  "| | where | what changes for callers |",
  "| --- | --- | --- |",
];

/** Cut at an entry, with a count of the rest. */
const fitted = (head: readonly string[], blocks: readonly Block[]): string => {
  const lines = [...head];
  let room = maxLength - head.join("\n").length - 100;
  let left = 0;
  for (const { open, rows, close } of blocks) {
    const frame = [...open, ...close].join("\n").length + 2;
    const shown: string[] = [];
    room -= frame;
    for (const row of rows) {
      if (row.length + 1 > room) break;
      shown.push(row);
      room -= row.length + 1;
    }
    left += rows.length - shown.length;
    if (shown.length > 0) lines.push(...open, ...shown, ...close);
    else room += frame;
  }
  if (left > 0) lines.push("", `and ${left} more: \`sdkwright diff --all\``);
  return lines.join("\n");
};

/** Two hyphens would end a comment of HTML. */
const commentName = (name: string): string =>
  name.replace(/[^\w@/.-]/g, "").replace(/--+/g, "-");

const stepOf = ({ bump }: ChangeReport): string => {
  if (!bump) return "not compared";
  const { level, current, next } = bump;
  const word = level === "none" ? "no release" : level;
  return current === undefined || next === undefined || level === "none"
    ? word
    : `${word}, ${commentText(current)} → ${commentText(next)}`;
};

const rowOf = (
  change: ReportedChange,
  linkTo: (file: string, line: number) => string | undefined,
): string => {
  const { approval } = change;
  const notes = [
    ...(change.risk ? ["worth a look"] : []),
    ...(approval
      ? [
          `${approval.corrected ? "corrected" : "approved"}: ${commentText(approval.reason)}`,
        ]
      : []),
  ];
  const place = placeOf(change, linkTo);
  const calls =
    change.class === "breaking" && change.calls
      ? `<br>before ${commentCode(change.calls.before)}<br>after ${commentCode(change.calls.after)}`
      : "";
  const text = [
    commentSentence(change.phrase),
    ...notes.map((note) => `_(${note})_`),
    ...(place === undefined ? [] : [`(${place})`]),
  ].join(" ");
  return `| ${signs[change.class]} | ${commentCode(change.subject)} | ${text}${calls} |`;
};

/** `openapi.yaml:41`, as a link where there is a page of it. */
const placeOf = (
  change: ReportedChange,
  linkTo: (file: string, line: number) => string | undefined,
): string | undefined => {
  const location = mainLocation(change);
  if (!location) return undefined;
  const { file, line } = location;
  const name = commentText(`${file.replace(/^.*[\\/]/s, "")}:${line}`);
  const url = linkTo(file, line);
  return url === undefined ? name : `[${name}](${url})`;
};

const approvalBlock = (change: ReportedChange): string => {
  const entry = approveEntry(change, { reason: "…", until: "…" });
  const runs = [...entry.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = "`".repeat(Math.max(2, ...runs) + 1);
  return `${fence}ts\n${entry}\n${fence}`;
};
