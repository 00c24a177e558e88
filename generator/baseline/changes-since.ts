/**
 * What a run changes for callers since the last release.
 */
import { today } from "../change/approvals.js";
import { judgeChanges, type FoundChanges } from "../change/compare-surfaces.js";
import { policyOf } from "../config/change-options.js";
import type { Target } from "../config/targets.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { wireNamesOf } from "../diff/location.js";
import { keptNames, withOldName } from "../diff/old-names.js";
import { makeReport, type FailOn } from "../diff/make-report.js";
import type { ChangeReport } from "../diff/report.js";
import type { Document } from "../openapi/document.js";
import type { Sdk } from "../sdk/sdk.js";

interface Run {
  readonly target: Target;
  readonly sdk: Sdk;
  readonly document: Document;
  /** The document, as messages name it. */
  readonly source: string;
  /** Of the last release. */
  readonly version: string;
  /** That of a release that no release tool has made yet. */
  readonly announced: string | undefined;
  /** The version of sdkwright that all changes come from, where the document is the same. */
  readonly generator: string | undefined;
  readonly options: {
    /** For which approvals hold, `2027-01-31`. Default: today. */
    readonly day?: string;
    readonly failOn?: FailOn;
  };
}

export const changeReportSince = (
  found: FoundChanges,
  { target, sdk, document, source, generator, options, ...release }: Run,
): ChangeReport => {
  const { version, announced } = release;
  const { day = today(), failOn } = options;
  const { old, now } = found.surfaces;
  const { change = {} } = target.config;
  const policy = policyOf(target.config);
  const kept = keptNames(sdk, target.config);
  const wireNames = wireNamesOf(sdk);
  const fileOf = (file: string): string => file;
  return makeReport(
    {
      changes: judgeChanges(found, policy).map((change) =>
        withOldName(change, kept),
      ),
      old: {
        source: `${old.package.name}@${version}`,
        version,
        ...(announced !== undefined && { announced }),
        surface: old,
        wireNames: new Map(),
        fileOf,
      },
      new: { source, document, surface: now, wireNames, fileOf },
      approvals: change.approve ?? [],
      day,
      generator,
      ...(failOn && { failOn }),
    },
    new Diagnostics(),
  );
};
