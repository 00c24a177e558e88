/**
 * Compares the two sides of each SDK, one report each.
 */
import type { Change, ChangePolicy } from "../change/change.js";
import { type BumpLevel, bumpOf } from "../change/bump.js";
import { heaviestClass, standardPolicy } from "../change/change.js";
import { type FoundChanges, judgeChanges } from "../change/compare-surfaces.js";
import { parseVersion } from "../change/versions.js";
import { policyOf } from "../config/change-options.js";
import type { Target } from "../config/targets.js";
import { Diagnostics, isAboutChange } from "../diagnostics/diagnostics.js";
import { type FramedDiagnostic, withFrames } from "../diagnostics/printer.js";
import type { Document } from "../openapi/document.js";
import type { Proof } from "../prove/prove.js";
import type { Sdk } from "../sdk/sdk.js";
import type { Surface } from "../surface/surface.js";
import { failedReport, makeReport, type FailOn } from "./make-report.js";
import { withOldName } from "./old-names.js";
import { onlyGenerator } from "./origin.js";
import { withKept } from "./kept-names.js";
import { readSide, type SideContent } from "./read-side.js";
import type { ChangeReport } from "./report.js";
import type { ComparisonSide } from "./side.js";
import type { SdkBuilder } from "./sdk-builder.js";

export interface SideComparison {
  readonly old: ComparisonSide;
  readonly new: ComparisonSide;
  readonly builder: SdkBuilder;
  /** Over those of the config. */
  readonly policy: Partial<Pick<ChangePolicy, "strictness" | "keepsAliases">>;
  /** Today, `2027-01-31`. */
  readonly day: string;
  readonly failOn?: FailOn;
  /** Holds the changes against the compiler. */
  readonly prove?: boolean;
}

export interface ComparedTarget {
  /** What is wrong with a side is in it. */
  readonly report: ChangeReport;
  /** Of the new side, where that could be read. */
  readonly surface?: Surface;
  readonly document?: Document;
}

export const compareTarget = async (
  target: Target,
  comparison: SideComparison,
): Promise<ComparedTarget> => {
  const { builder, day, failOn } = comparison;
  const read = { old: new Diagnostics(), new: new Diagnostics() };
  const old = await readSide(comparison.old, { target, builder }, read.old);
  try {
    const now = await readSide(
      comparison.new,
      { target, builder, ...(old && { names: old.names }) },
      read.new,
    );
    try {
      const ofSides = [...ofSide("old", read.old), ...ofSide("new", read.new)];
      if (!old || !now)
        return {
          report: failedReport(comparison, ofSides),
          ...(now && { surface: now.surface }),
          ...(now?.document && { document: now.document }),
        };
      const { change = {} } = target.config;
      const policy = policyOf(target.config, comparison.policy);
      const { found, kept, sdk } = await withKept(old, now, {
        target,
        builder,
        isOwn: comparison.new.kind === "current",
      });
      const changes = judgeChanges(found, policy).map((change) =>
        policy.keepsAliases ? withOldName(change, kept) : change,
      );
      const diagnostics = new Diagnostics();
      const proof = comparison.prove
        ? await proofOf(
            { old, now, found, policy, builder, ...(sdk && { sdk }) },
            diagnostics,
          )
        : undefined;
      reportSmallVersion(old, now, changes, diagnostics);
      const report = makeReport(
        {
          changes,
          old,
          new: now,
          day,
          generator: now.document
            ? onlyGenerator(old.origin, target, now.document)
            : undefined,
          approvals: change.approve ?? [],
          ...(failOn !== undefined && { failOn }),
          ...(proof && { proof }),
        },
        diagnostics,
      );
      return {
        report: { ...report, diagnostics: [...ofSides, ...report.diagnostics] },
        surface: found.surfaces.now,
        ...(now.document && { document: now.document }),
      };
    } finally {
      now?.close();
    }
  } finally {
    old?.close();
  }
};

interface ProofRequest {
  readonly old: SideContent;
  readonly now: SideContent;
  readonly sdk?: Sdk;
  readonly found: FoundChanges;
  readonly policy: ChangePolicy;
  readonly builder: SdkBuilder;
}

/** Undefined where the new package has no sources, which is reported. */
const proofOf = async (
  { old, now, sdk, found, policy: { keepsAliases }, builder }: ProofRequest,
  diagnostics: Diagnostics,
): Promise<Proof | undefined> => {
  if (!sdk) {
    diagnostics.report("proof-impossible", { side: now.source });
    return undefined;
  }
  const sources = await builder.sourcesOf(keepsAliases ? sdk : withoutOld(sdk));
  const { prove } = await import("../prove/prove.js");
  const [proof] = prove([
    {
      old: old.surface,
      new: now.surface,
      sources,
      // What an owner counts as breaking is no matter of the compiler.
      changes: judgeChanges(found, { ...standardPolicy, keepsAliases }),
      renamedModels: found.renamedModels,
    },
  ]);
  const [reason] = proof?.broken ?? [];
  if (reason !== undefined) diagnostics.report("proof-broken", { reason });
  return reason === undefined ? proof : undefined;
};

const withoutOld = (sdk: Sdk): Sdk => ({ ...sdk, aliases: [] });

/** Errors, and what is about the comparison; `check` has the rest of what a document deserves. */
const ofSide = (
  side: "old" | "new",
  diagnostics: Diagnostics,
): readonly FramedDiagnostic[] =>
  withFrames(diagnostics)
    .filter(({ severity, code }) => severity === "error" || isAboutChange(code))
    .map((one) => ({ ...one, message: `${side}: ${one.message}` }));

const levels: readonly BumpLevel[] = ["none", "patch", "minor", "major"];

/** Where the document gives itself a new version that says less than what changes for callers. */
const reportSmallVersion = (
  old: SideContent,
  now: SideContent,
  changes: readonly Change[],
  diagnostics: Diagnostics,
): void => {
  const [before = "", next = ""] = [old, now].map(
    ({ document }) => document?.root.info.version,
  );
  const step = stepBetween(before, next);
  if (step === undefined) return;
  const level = bumpOf(heaviestClass(changes), before);
  if (levels.indexOf(step) >= levels.indexOf(level)) return;
  diagnostics.report(
    "version-too-small",
    { old: before, next, step, level },
    now.document?.locate(["info", "version"]),
  );
};

/** Undefined unless one release follows another. */
const stepBetween = (before: string, next: string): BumpLevel | undefined => {
  const [a, b] = [parseVersion(before), parseVersion(next)];
  if (!a || !b || b.prerelease.length > 0) return undefined;
  if (b.major !== a.major) return b.major > a.major ? "major" : undefined;
  if (b.minor !== a.minor) return b.minor > a.minor ? "minor" : undefined;
  return b.patch > a.patch ? "patch" : undefined;
};
