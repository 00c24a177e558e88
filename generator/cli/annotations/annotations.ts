/**
 * What a review shows at lines of files: the problems of a report as data. `github.ts` and `gitlab.ts`
 * print them.
 */
import { resolve } from "node:path";
import { isUrl } from "../../diagnostics/paths.js";
import {
  type FramedDiagnostic,
  onceForEachCause,
} from "../../diagnostics/printer.js";
import type { Report, SdkReport } from "../../index.js";

export interface Annotation {
  readonly level: Level;
  readonly code: string;
  readonly message: string;
  /** Absolute; absent where a problem has no place in a file. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

type Level = "error" | "warning" | "notice";

/** As many of each as there may be, the most serious first. */
export const levels: readonly Level[] = ["error", "warning", "notice"];

export const annotationsOf = ({
  diagnostics,
  sdks,
}: Report): readonly Annotation[] => {
  const all = [
    ...onceForEachCause(diagnostics).map(ofProblem),
    ...sdks.flatMap((sdk) => [
      ...onceForEachCause(sdk.diagnostics).map(ofProblem),
      ...ofDrift(sdk),
    ]),
  ];
  return levels.flatMap((wanted) =>
    all.filter(({ level }) => level === wanted),
  );
};

const ofProblem = ({
  severity,
  code,
  message,
  help,
  position,
}: FramedDiagnostic): Annotation => {
  const common = {
    level: severity === "note" ? ("notice" as const) : severity,
    code,
    message: `${message}\n${help}`,
  };
  if (position === undefined) return { ...common, line: 1, column: 1 };
  const { file, line, column } = position;
  return isUrl(file)
    ? {
        ...common,
        message: `${file}:${line}: ${common.message}`,
        line: 1,
        column: 1,
      }
    : { ...common, file: resolve(file), line, column };
};

/** A file that drifted has no line that is wrong. */
const ofDrift = ({ drift, output }: SdkReport): readonly Annotation[] =>
  drift.map(({ path, kind, message, file = `${output}/${path}` }) => ({
    level: "error",
    code: `drift-${kind}`,
    message: `${file} ${message}\nRun sdkwright generate, and commit what it writes.`,
    file: resolve(file),
    line: 1,
    column: 1,
  }));
