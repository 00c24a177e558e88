/**
 * Whether a finding breaks callers under the standard policy, which is what most owners count as breaking.
 */
import { standardPolicy } from "./change.js";
import { verdictOn } from "./classes.js";
import type { Finding } from "./finding.js";

export const isBreaking = (finding: Finding): boolean =>
  verdictOn(finding, standardPolicy).class === "breaking";
