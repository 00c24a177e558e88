/**
 * `sdkwright diff`: what changes for callers between two states of a package.
 */
import { resolve } from "node:path";
import type { Strictness } from "../change/change.js";
import { locationOf } from "../config/document-input.js";
import type { Target } from "../config/targets.js";
import { UsageError } from "../config/usage-error.js";
import { isDay, today } from "../change/approvals.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { withFrames } from "../diagnostics/printer.js";
import { displayPath } from "../diagnostics/paths.js";
import { chooseTargets, type DiffSelection } from "./choose-targets.js";
import { compareTarget, type SideComparison } from "./compare-targets.js";
import type { FailOn } from "./make-report.js";
import type { ChangeReport, DiffReport } from "./report.js";
import { parseSide, type ComparisonSide } from "./side.js";

export interface DiffOptions extends DiffSelection {
  /**
   * A document, the directory of a package, `@acme/sdk@1.4.0`, `main:openapi.yaml` or `v1.2.0`.
   * Default: the last release of the package, as its `sdkwright.surface.json` has it.
   */
  readonly old?: string;
  /** As `old`. Default: what `generate` would write now. */
  readonly new?: string;
  /** Instead of the config's. */
  readonly strictness?: Strictness;
  /** False where the new package keeps no old names: renamings break. Default: true. */
  readonly aliases?: boolean;
  /** `keep`: names stay whatever the new document calls its operations and tags. */
  readonly names?: "follow" | "keep";
  /** `ok` is false with a change of this class or above that is not approved. */
  readonly failOn?: FailOn;
  /** The day for which approvals hold, `2027-01-31`. Default: today. */
  readonly now?: string;
  /**
   * Compiles a caller of everything that the old side declares against the new package; `ok` is false
   * where it fails though no change says so. Default: false.
   */
  readonly prove?: boolean;
}

/** @throws UsageError when the options do not say what to compare */
export const diffSides = async (
  options: DiffOptions,
  builder: SideComparison["builder"],
): Promise<DiffReport> => {
  const diagnostics = new Diagnostics();
  const { strictness, aliases, names, failOn, now, prove, ...selection } =
    options;
  const day = now ?? today();
  if (!isDay(day)) throw new UsageError("`now` is a day, such as 2027-01-31");
  const cwd = resolve(selection.cwd ?? ".");
  const sides = sidesOf(options, cwd);
  const targets = await chooseTargets(
    [sides.old, sides.new],
    selection,
    diagnostics,
  );
  const policy = {
    ...(strictness !== undefined && { strictness }),
    ...(aliases !== undefined && { keepsAliases: aliases }),
  };
  const sdks: ChangeReport[] = [];
  for (const target of targets) {
    const { config } = target;
    const named = names === undefined ? config : { ...config, names };
    const { report } = await compareTarget(
      { ...target, config: named },
      {
        old: withSource(sides.old, target),
        new: withSource(sides.new, target),
        builder,
        policy,
        day,
        ...(failOn !== undefined && { failOn }),
        ...(prove !== undefined && { prove }),
      },
    );
    sdks.push(report);
  }
  return {
    ok: !diagnostics.hasErrors && sdks.every(({ ok }) => ok),
    diagnostics: withFrames(diagnostics),
    sdks,
  };
};

const current: ComparisonSide = { kind: "current", source: "" };
const baseline: ComparisonSide = { kind: "baseline", source: "" };

/**
 * A document alone is compared with the last release; another side alone is the old one, compared with
 * what the config gives now.
 */
const sidesOf = (
  { old, new: now }: Pick<DiffOptions, "old" | "new">,
  cwd: string,
): Readonly<Record<"old" | "new", ComparisonSide>> => {
  const [before, after] = [old, now].map((side) =>
    side === undefined ? undefined : parseSide(side, cwd),
  );
  if (before && !after && before.kind === "document")
    return { old: baseline, new: before };
  return { old: before ?? baseline, new: after ?? current };
};

/** Of sides that nobody named, what they are of this SDK. */
const withSource = (
  side: ComparisonSide,
  { inputs, output }: Target,
): ComparisonSide => {
  if (side.kind === "current")
    return {
      ...side,
      source: inputs.map((one) => displayPath(locationOf(one))).join(", "),
    };
  return side.kind === "baseline"
    ? { ...side, source: displayPath(output) }
    : side;
};
