/**
 * The line that says what a run of several SDKs is at: on a terminal, where a person waits. Files,
 * programs and the logs of CI get nothing of it.
 */
import { isCI } from "../diagnostics/is-ci.js";
import { printable } from "../diagnostics/printable.js";
import type { RunProgress } from "../index.js";
import type { CommonOptions, Terminal } from "./command.js";

/** Of a stream, what decides whether a line can be replaced on it. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/**
 * Shows a line that the next one replaces; the empty one removes it. Nothing is written before the
 * first. Undefined where lines cannot be replaced.
 */
export const progressOn = (
  stream: ProgressStream,
  env: Readonly<Record<string, string | undefined>>,
): Terminal["progress"] => {
  const canReplace = stream.isTTY === true && env["TERM"] !== "dumb";
  if (!canReplace || isCI(env)) return undefined;
  let shown = "";
  return (line) => {
    if (line === shown) return;
    const cut = cutTo((stream.columns ?? 80) - 1, line);
    stream.write(`\r\u001b[K${cut}`);
    shown = line;
  };
};

/** A line that wraps could not be removed. What is not Latin may be two columns wide. */
const cutTo = (columns: number, line: string): string => {
  let left = columns;
  for (const { index, 0: character } of line.matchAll(/./gsu)) {
    left -= character > "\u00ff" ? 2 : 1;
    if (left < 0) return line.slice(0, index);
  }
  return line;
};

/** The options of a run that shows its progress. */
export const progressOptions = ({
  terminal: { progress },
  json = false,
}: CommonOptions & { readonly terminal: Terminal }) =>
  progress && !json
    ? { onProgress: (now: RunProgress) => progress(progressLine(now)) }
    : {};

/** `2 of 5: sdk-billing, sdk-rooms …` */
const progressLine = ({ begun, total, running }: RunProgress): string =>
  `${begun} of ${total}: ${running.map(printable).join(", ")} …`;
