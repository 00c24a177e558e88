/**
 * The two ways in, the command line and the library, each in a process of its own, asked alike and
 * answering alike.
 */
import { fileURLToPath } from "node:url";
import { runNode } from "../cli/run.js";
import type { Outcome } from "../support/child.js";
import type { Report } from "../../generator/index.js";

export interface Request {
  readonly cwd: string;
  readonly command?: "generate" | "check";
  readonly input?: string;
  readonly output?: string;
  readonly config?: string;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Code that runs first. */
  readonly preload?: string;
}

export interface Reply extends Outcome {
  /** Absent after wrong use. */
  readonly report?: Report;
  /** The codes of all diagnostics. */
  readonly codes: readonly string[];
}

const cli = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const library = fileURLToPath(new URL("child/library.mjs", import.meta.url));

export const doors: readonly (readonly [
  name: string,
  ask: (request: Request) => Promise<Reply>,
])[] = [
  [
    "the command line",
    ({ command = "generate", env, preload, cwd, ...request }) =>
      reply([cli, command, ...argumentsOf(request), "--json"], {
        ...{ cwd, env, preload },
      }),
  ],
  [
    "the library",
    ({ command = "generate", env, preload, ...options }) =>
      reply([library, command, JSON.stringify(options)], {
        ...{ cwd: options.cwd, env, preload },
      }),
  ],
];

const argumentsOf = ({
  input,
  output,
  config,
  ...flags
}: Omit<Request, "cwd">): string[] => [
  ...(input === undefined ? [] : [input]),
  ...(output === undefined ? [] : ["-o", output]),
  ...(config === undefined ? [] : ["--config", config]),
  ...Object.entries(flags)
    .filter(([, isOn]) => isOn === true)
    .map(([name]) => (name === "dryRun" ? "--dry-run" : `--${name}`)),
];

async function reply(
  args: readonly string[],
  options: Parameters<typeof runNode>[1],
): Promise<Reply> {
  const result = await runNode(args, options);
  if (!result.out.startsWith("{")) return { ...result, codes: [] };
  const report = JSON.parse(result.out) as Report;
  const all = [report, ...report.sdks];
  return {
    ...result,
    report,
    codes: all.flatMap(({ diagnostics }) =>
      diagnostics.map(({ code }) => code),
    ),
  };
}
