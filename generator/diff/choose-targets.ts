/**
 * Which SDKs a comparison is about, by its sides and the config.
 */
import { findTargets } from "../config/targets.js";
import type { Target, TargetSelection } from "../config/targets.js";
import { UsageError } from "../config/usage-error.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { assertNever } from "../sdk/sdk.js";
import type { ComparisonSide } from "./side.js";

/** What the command line and programs choose by; documents are the sides. */
export type DiffSelection = Omit<TargetSelection, "input">;

/** @throws UsageError where it is not known which SDK is meant */
export const chooseTargets = async (
  sides: readonly ComparisonSide[],
  selection: DiffSelection,
  diagnostics: Diagnostics,
): Promise<readonly Target[]> => {
  const documents = sides.flatMap(documentOf);
  let alone: readonly Target[] | undefined;
  // The new side first: the config is more likely to be about it.
  for (const input of [...documents].reverse()) {
    const found = await targetsFor(input, selection, diagnostics);
    if (diagnostics.hasErrors) return [];
    if (found.some(({ config }) => config.output !== "")) return found;
    alone ??= found;
  }
  if (alone && alone.length > 0) return alone;
  if (sides.every(isPackage) && !hasConfig(selection)) return [noTarget(sides)];
  const all = await findTargets(selection, diagnostics, { needsOutput: false });
  return narrowed(all, sides);
};

const hasConfig = ({ config, only, output }: DiffSelection): boolean =>
  config !== undefined || only !== undefined || output !== undefined;

const targetsFor = async (
  input: string,
  selection: DiffSelection,
  diagnostics: Diagnostics,
): Promise<readonly Target[]> => {
  const { config } = selection;
  if (config === undefined)
    return findTargets({ ...selection, input }, diagnostics, {
      needsOutput: false,
    });
  // A config that was named is meant, whatever documents it has.
  const all = await findTargets(selection, diagnostics, { needsOutput: false });
  if (all.length < 2) return all;
  const named = all.filter(({ inputs }) => inputs.includes(input));
  if (named.length > 0 || diagnostics.hasErrors) return named;
  throw severalSdks();
};

const documentOf = (side: ComparisonSide): readonly string[] =>
  side.kind === "document"
    ? [side.location]
    : side.kind === "revision" && side.path !== undefined
      ? [side.path]
      : [];

const isPackage = ({ kind }: ComparisonSide): boolean =>
  kind === "package" || kind === "npm";

/** Of two packages nothing has to be generated. */
const noTarget = (sides: readonly ComparisonSide[]): Target => {
  const [directory = ""] = sides.flatMap((side) =>
    side.kind === "package" ? [side.directory] : [],
  );
  return {
    config: { input: "", output: "" },
    inputs: [],
    output: directory,
    overlays: [],
  };
};

/** A package is that of one SDK. */
const narrowed = (
  targets: readonly Target[],
  sides: readonly ComparisonSide[],
): readonly Target[] => {
  if (targets.length < 2) return targets;
  let chosen = targets;
  for (const side of sides) chosen = chosen.filter((one) => isOf(one, side));
  if (chosen.length > 0) return chosen;
  throw severalSdks();
};

const isOf = ({ config, output }: Target, side: ComparisonSide): boolean => {
  switch (side.kind) {
    case "npm":
      return config.package?.name === side.name;
    case "package":
      return output === side.directory;
    case "current":
    case "baseline":
    case "document":
    case "revision":
      return true;
    default:
      return assertNever(side);
  }
};

const severalSdks = (): UsageError =>
  new UsageError(
    `the config has several SDKs: say with \`--only NAME\` which one is meant`,
  );
