/**
 * What `init` did, as a person reads it: it goes on where the dialog has ended.
 */
import { printable } from "../diagnostics/printable.js";
import { colored, plain } from "../diagnostics/printer.js";
import type { InitReport, PlanEntry, UpdateReport } from "../init/init.js";
import type { Colors, Texts } from "./command.js";
import { printDiagnostics, printReport } from "./report-text.js";

export const printInit = (
  report: InitReport | UpdateReport,
  isDryRun: boolean,
  colors: Colors,
): Texts =>
  "updates" in report
    ? printUpdate(report, colors)
    : printSetup(report, isDryRun, colors);

const printUpdate = (
  { ok, diagnostics, updates, isDryRun }: UpdateReport,
  colors: Colors,
): Texts => ({
  out:
    updates.length === 0 && ok
      ? "the workflows have the newest actions that this sdkwright knows"
      : updates
          .map(({ path, changes }) =>
            [
              `${path}${isDryRun ? " (not written)" : ""}`,
              ...changes.map((change) => `  ${change}`),
            ].join("\n"),
          )
          .join("\n"),
  err: printDiagnostics(diagnostics, colors.err ? colored : plain).join("\n"),
});

const printSetup = (
  report: InitReport,
  isDryRun: boolean,
  colors: Colors,
): Texts => {
  const paint = colors.err ? colored : plain;
  const { diagnostics, generated, found, isFoundShown, ok, settings } = report;
  if (report.isCancelled) return { out: "", err: "" };
  if (!settings)
    return {
      out: "",
      err: [
        ...printDiagnostics(diagnostics, paint),
        "nothing written: correct the document, and run init again",
      ].join("\n"),
    };
  const refused = [
    ...printDiagnostics(diagnostics, paint),
    ...(diagnostics.length > 0
      ? [
          "then run init again: what is written stays, and it goes on from there",
        ]
      : []),
  ].join("\n");
  const failure =
    generated && !generated.ok
      ? printReport(generated, {
          mode: isDryRun ? "dryRun" : "write",
          strict: false,
          colors,
        }).err
      : "";
  const lines = [
    ...(isFoundShown
      ? []
      : ["┌  sdkwright", ...found.map((line) => `●  ${line}`)]),
    ...(isFoundShown ? [] : printAnswers(report)),
    "│",
    ...printWritten(report, isDryRun),
    ...(ok && !isDryRun ? printNext(report) : ["└"]),
  ];
  return {
    out: lines.join("\n"),
    err: [failure, refused, ...printBuildFailure(report)]
      .filter((text) => text !== "")
      .join("\n"),
  };
};

const printAnswers = ({ settings }: InitReport): readonly string[] => {
  if (!settings) return [];
  const { name, clientName, license, releases, ci, repository } = settings;
  const rows: readonly (readonly [string, string])[] = [
    ...(repository
      ? ([["Repository", `${repository.host}/${repository.path}`]] as const)
      : []),
    ["Package name", name],
    ["Client class", clientName],
    ["License", license],
    ["Workflows", ci],
    ["Releases", releases],
  ];
  return rows.map(
    ([question, value]) => `◇  ${question.padEnd(13)} ${printable(value)}`,
  );
};

/** The column of what happened to a file. */
const column = 36;

const row = (path: string, state: string): string =>
  `◆  ${printable(path).padEnd(column)} ${state}`.trimEnd();

const printWritten = (
  report: InitReport,
  isDryRun: boolean,
): readonly string[] => {
  const { files, generated, settings } = report;
  const sdk = generated?.ok ? generated.sdks[0] : undefined;
  const count = sdk ? sdk.written.length + sdk.unchanged : 0;
  const folder = settings?.folder === "." ? "./" : `${settings?.folder ?? ""}/`;
  return [
    ...(sdk
      ? [row(folder, `${count} files${printBuild(report, isDryRun)}`)]
      : []),
    ...files.flatMap((file) => printFile(file, isDryRun)),
  ];
};

const printBuild = ({ build }: InitReport, isDryRun: boolean): string => {
  if (isDryRun) return " to be written";
  switch (build?.kind) {
    case "tested":
      return `, builds, ${build.tests} tests pass`;
    case "failed":
      return ", but its tests fail";
    default:
      return "";
  }
};

const printFile = (
  { path, state, lines, notes = [] }: PlanEntry,
  isDryRun: boolean,
): readonly string[] => [
  row(path, states[state][isDryRun ? 1 : 0]),
  ...(lines === undefined
    ? []
    : [
        "│    it is yours; add to it:",
        ...lines.split("\n").map((line) => `│      ${line}`),
      ]),
  ...notes.map((note) => `│    it has another value of ${note}`),
];

const states = {
  written: ["written", "to be written"],
  "added-to": ["added to", "to be added to"],
  kept: ["kept as it is", "kept as it is"],
} as const satisfies Record<PlanEntry["state"], readonly [string, string]>;

const printNext = ({ build, next, names }: InitReport): readonly string[] => {
  const skipped = build?.kind === "skipped" ? build : undefined;
  return [
    "└  Next:",
    ...(skipped?.reason === undefined
      ? []
      : [`     (${printable(skipped.reason)})`]),
    ...(skipped ? [`     ${skipped.commands.join(" && ")}`] : []),
    ...next.flatMap(({ command, about }) => [
      `     ${command}`,
      ...(about === undefined ? [] : [`       ${about}`]),
    ]),
    ...(names === undefined ? [] : [`     ${printable(names)}`]),
  ];
};

const printBuildFailure = ({ build }: InitReport): readonly string[] =>
  build?.kind === "failed"
    ? [build.output, `\`${build.command}\` failed; everything is written`]
    : [];
