/**
 * Whether a finding breaks callers, by what most owners count as breaking.
 */
import { standardPolicy } from "./change.js";
import { verdictOn } from "./classes.js";
import type { Finding } from "./finding.js";

export const breaks = (finding: Finding): boolean =>
  verdictOn(finding, standardPolicy).class === "breaking";
