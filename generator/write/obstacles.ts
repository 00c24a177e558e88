/**
 * What a plan leaves undone, as diagnostics: files in the way, changes that could not be merged.
 */
import type {
  DiagnosticCode,
  Diagnostics,
} from "../diagnostics/diagnostics.js";
import type { Plan } from "./plan/plan.js";
import type { PlannedFile } from "./plan/planned-file.js";

/** Without these of ours the package does not build: what is in their place stops the run. */
const essential: ReadonlySet<string> = new Set(["src/index.ts"]);

/** Other sources import it, and what they need of it may be missing in a file of somebody else's. */
const isSource = (path: string): boolean => path.startsWith("src/");

/** @param displayPath a path of the package as shown in messages */
export const reportObstacles = (
  { files, problems }: Pick<Plan, "files" | "problems">,
  displayPath: (path: string) => string,
  diagnostics: Diagnostics,
): void => {
  for (const file of files) {
    const path = displayPath(file.path);
    const report = reportOf(file);
    if (report) diagnostics.report(...withPath(report, path));
  }
  for (const { code, path, details, line } of problems) {
    const file = displayPath(path);
    const place = line === undefined ? undefined : { file, line, column: 1 };
    diagnostics.report(code, { path: file, ...details }, place);
  }
};

interface ObstacleReport {
  readonly code: DiagnosticCode;
  readonly details?: Readonly<Record<string, string>>;
  readonly line?: number;
}

const withPath = (
  { code, details, line }: ObstacleReport,
  path: string,
): Parameters<Diagnostics["report"]> => [
  code,
  { path, ...details },
  line === undefined ? undefined : { file: path, line, column: 1 },
];

const reportOf = (file: PlannedFile): ObstacleReport | undefined => {
  switch (file.kind) {
    case "blocked":
      // What could not be read is reported by itself.
      if (file.obstacle === "unreadable") return undefined;
      return file.obstacle === "a symbolic link"
        ? { code: "output-symlink" }
        : { code: "output-not-a-file", details: { obstacle: file.obstacle } };
    case "foreign":
      if (essential.has(file.path)) return { code: "output-essential" };
      return {
        code: isSource(file.path) ? "output-foreign-source" : "output-foreign",
      };
    case "edited":
      return { code: "edit-kept" };
    case "unsolved":
      return { code: "edit-unsolved" };
    case "conflict":
      return { code: "edit-conflict", line: file.line };
    case "obsoleteEdited":
      return { code: "output-kept" };
    default:
      return undefined;
  }
};
