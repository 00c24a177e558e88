/**
 * How words for a change are made of what was found. Code stands between backticks.
 */
import type { Finding } from "../finding.js";

export interface Words {
  /** Said of the subject; `name` is the last step of the place. */
  readonly phrase: (finding: Finding, name: string) => string;
  /** What callers do about it where it breaks. */
  readonly migration?: (finding: Finding, name: string) => string;
  /** What the owner of the document could do to avoid it. */
  readonly help?: string;
}

/** Text between backticks, which it cannot end. */
export const code = (text: string | undefined): string =>
  `\`${(text ?? "").replaceAll("`", "'")}\``;

export const isInput = ({ position }: Finding): boolean => position === "input";

/** True of what asks more of callers, wherever else it stands. */
export const isSent = ({ position }: Finding): boolean => position !== "output";
