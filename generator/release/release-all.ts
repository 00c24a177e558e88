/**
 * Releases the packages of a config, one after the other.
 */
import { resolve } from "node:path";
import { today } from "../change/approvals.js";
import { findTargets, type TargetSelection } from "../config/targets.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { type FramedDiagnostic, withFrames } from "../diagnostics/printer.js";
import type { SdkBuilder } from "../diff/sdk-builder.js";
import { type ReleasedSdk, releaseTarget } from "./release.js";

interface ReleasedPackages {
  readonly ok: boolean;
  readonly diagnostics: readonly FramedDiagnostic[];
  readonly sdks: readonly ReleasedSdk[];
}

/** @param options `now` is the day for which approvals hold; default: today */
export const releaseAll = async (
  { now, ...selection }: TargetSelection & { readonly now?: string },
  builder: SdkBuilder,
): Promise<ReleasedPackages> => {
  const day = now ?? today();
  const cwd = resolve(selection.cwd ?? ".");
  const diagnostics = new Diagnostics();
  const sdks: ReleasedSdk[] = [];
  for (const target of await findTargets(selection, diagnostics)) {
    sdks.push(await releaseTarget(target, { builder, day, cwd }));
  }
  return {
    ok: !diagnostics.hasErrors && sdks.every(({ ok }) => ok),
    diagnostics: withFrames(diagnostics),
    sdks,
  };
};
