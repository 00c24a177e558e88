/**
 * The command `diff`: its options, and the format that they ask for.
 */
import { Argument, Option } from "commander";
import { isDay } from "../change/approvals.js";
import { parseVersion } from "../change/versions.js";
import { UsageError } from "../config/usage-error.js";
import { approveEntry } from "../diff/formats/approve-entry.js";
import type { DiffOptions, DiffReport } from "../index.js";
import { type Colors, defineCommand, type Texts } from "./command.js";
import type { CommonOptions } from "./command.js";
import {
  type DiffFormat,
  formatOption,
  formatReport,
  jobSummary,
  summaryOption,
} from "./diff-format.js";
import { printDiffReport } from "./diff-text.js";
import { dayOption, failOnOption } from "./change-options.js";
import {
  documentOptions,
  type PackageOptions,
  toLibraryOptions,
} from "./package-options.js";

interface DiffFlags
  extends
    CommonOptions,
    Omit<PackageOptions, "annotations" | "failOn" | "now">,
    Pick<DiffOptions, "failOn" | "now" | "strictness" | "names" | "prove"> {
  readonly all?: boolean;
  readonly format?: DiffFormat;
  readonly summary?: boolean;
  readonly aliases?: boolean;
  readonly approve?: string;
  readonly reason?: string;
  readonly until?: string;
  readonly issue?: string;
}

const options: readonly Option[] = [
  ...documentOptions,
  formatOption,
  summaryOption,
  new Option("--all", "print every change, however many there are"),
  failOnOption,
  new Option(
    "--strictness <how>",
    "what counts as breaking, instead of the config's",
  ).choices(["lenient", "standard", "strict"]),
  new Option(
    "--names <how>",
    "keep: names stay whatever the new document calls them",
  ).choices(["follow", "keep"]),
  new Option("--no-aliases", "count renamed names as gone"),
  new Option(
    "--prove",
    "compile a caller of everything old against the new package, and tell what no change predicts",
  ),
  new Option(
    "--approve <id>",
    "print the entry for the config that approves a change; with --reason and --until",
  ),
  new Option("--reason <text>", "why the change is intended"),
  new Option("--until <end>", "the last version or day that is approved"),
  new Option("--issue <text>", "where it was decided"),
  dayOption,
];

export const diffCommand = defineCommand({
  name: "diff",
  description: "Tell what changes for callers, and which version that is.",
  arguments: [
    new Argument(
      "[old]",
      "a document, a package's directory, @acme/sdk@1.4.0, main:openapi.yaml or v1.2.0; default: the last release",
    ),
    new Argument("[new]", "as old; default: what generate would write now"),
  ],
  options,
  run: async (flags: DiffFlags, old?: string, now?: string) => {
    checkApprove(flags);
    const library = await import("../index.js");
    return library.diff(toDiffOptions(flags, old, now));
  },
  print: (report, flags, colors) => print(report, flags, colors),
  annotate: (report, { summary = false }) =>
    summary ? jobSummary(report) : {},
  json: onlyReport,
});

/** The object of one SDK alone; of several, one each. */
function onlyReport({ sdks, ...report }: DiffReport): unknown {
  const [first] = sdks;
  return first && sdks.length === 1 && report.diagnostics.length === 0
    ? first
    : { formatVersion: 1, ...report, sdks };
}

const toDiffOptions = (
  flags: DiffFlags,
  old: string | undefined,
  now: string | undefined,
): DiffOptions => {
  const { aliases = true, failOn, strictness, names, now: today } = flags;
  const { prove } = flags;
  const { config, output, only, refRoot, overlays, ...selection } =
    toLibraryOptions(flags, undefined);
  const { headers, allowRefOrigins, include, exclude } = selection;
  return defined({
    config,
    output,
    only,
    refRoot,
    overlays,
    headers,
    allowRefOrigins,
    include,
    exclude,
    failOn,
    strictness,
    names,
    old,
    prove,
    new: now,
    now: today,
    aliases: aliases ? undefined : false,
  });
};

/** Without the options that were not given. */
const defined = (options: {
  readonly [Name in keyof DiffOptions]: DiffOptions[Name] | undefined;
}): DiffOptions =>
  Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  );

/** @throws UsageError where an approval lacks what the config asks for */
const checkApprove = ({ approve, reason, until }: DiffFlags): void => {
  if (approve === undefined) return;
  if (reason === undefined || until === undefined)
    throw new UsageError("`--approve` needs `--reason` and `--until`");
  if (!isDay(until) && parseVersion(until) === undefined)
    throw new UsageError(
      "`--until` is a version, such as 2.0.0, or a day, such as 2027-01-31",
    );
};

const print = (report: DiffReport, flags: DiffFlags, colors: Colors): Texts => {
  const { approve, format, all = false } = flags;
  const text = printDiffReport(report, { isWhole: all, colors });
  if (approve !== undefined && report.sdks.some(({ bump }) => bump !== null))
    return { ...text, out: printApproval(report, approve, flags) };
  return format === undefined
    ? text
    : { ...text, out: formatReport(report, format) };
};

/** @throws UsageError of a change that is not there */
const printApproval = (
  { sdks }: DiffReport,
  id: string,
  { reason = "", until = "", issue }: DiffFlags,
): string => {
  const change = sdks
    .flatMap(({ changes }) => changes)
    .find((one) => one.id === id);
  if (!change)
    throw new UsageError(
      `there is no change with the id ${id}: \`--json\` lists them`,
    );
  return approveEntry(change, {
    reason,
    until,
    ...(issue !== undefined && { issue }),
  });
};
