/**
 * What a run changes for callers since the last release.
 */
import type { Change } from "../change/change.js";
import { compareSurfaces } from "../change/compare-surfaces.js";
import { policyOf } from "../config/change-options.js";
import type { Target } from "../config/targets.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { makeReport, type FailOn } from "../diff/make-report.js";
import type { ChangeReport } from "../diff/report.js";
import type { Document } from "../openapi/document.js";
import { aliasName } from "../sdk/aliases.js";
import type { Sdk } from "../sdk/sdk.js";
import type { Surface } from "../surface/surface.js";

interface Run {
  readonly target: Target;
  /** Of the last release. */
  readonly surface: Surface;
  readonly version: string;
  /** Of the document that is there now. */
  readonly now: Surface;
  readonly sdk: Sdk;
  readonly document: Document;
  /** The document, as messages name it. */
  readonly source: string;
  /** Today, `2027-01-31`. */
  readonly day: string;
  readonly failOn?: FailOn;
}

export const changesSince = ({
  target,
  surface,
  version,
  now,
  sdk,
  document,
  source,
  day,
  failOn,
}: Run): ChangeReport => {
  const { change = {}, aliases } = target.config;
  const policy = policyOf(change, { keepsAliases: aliases !== false });
  const wireNames = new Map<string, string>(
    sdk.models.flatMap(({ name, wireName }) =>
      wireName === undefined ? [] : [[name, wireName] as const],
    ),
  );
  const fileOf = (file: string): string => file;
  return makeReport(
    {
      changes: compareSurfaces(surface, now, policy).map((change) =>
        withAlias(change, sdk),
      ),
      old: {
        ...{ source: `${surface.package.name}@${version}`, version },
        ...{ surface, wireNames: new Map(), fileOf },
      },
      new: { source, document, surface: now, wireNames, fileOf },
      approvals: change.approve ?? [],
      ...{ day, ...(failOn && { failOn }) },
    },
    new Diagnostics(),
  );
};

/** A renaming with the release that drops the old name, where the package has it until then. */
const withAlias = (change: Change, { aliases }: Sdk): Change => {
  const isRenamed = change.kind.endsWith("-renamed");
  const place = change.where.replace(/^client\./, "");
  const alias = aliases.find((one) => aliasName(one) === place);
  if (!isRenamed || alias?.until === undefined) return change;
  const phrase = `${change.phrase}; the old name goes with ${alias.until}`;
  const message = `\`${change.subject}\` ${phrase}.`;
  return { ...change, phrase, message, aliasUntil: alias.until };
};
